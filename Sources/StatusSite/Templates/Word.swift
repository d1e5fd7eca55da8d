/// A name that a template may use, and what stands behind it.
struct Word: Sendable {
    /// The name, as in `title`: letters and digits; of a family of names, as in `internal.KEY`.
    let name: String
    /// What kind of value it is, which decides how a tag may use it.
    let kind: Kind
    /// What it says, in a phrase of `docs/templates.md`.
    let summary: String

    /// What kind of value a name has.
    enum Kind: Sendable {
        /// Text, escaped where it is written: `{{title}}`. As a section it is true unless it is empty.
        case text
        /// Texts under keys of the site's own, each a text like any other: `{{internal.lead}}`.
        case texts
        /// An absolute address, written as one where the template links to it: `{{address}}`. As a section it is true
        /// unless it is empty.
        case address
        /// HTML that is safe to write as it is: `{{{body}}}`. As a section it is true unless it is empty.
        case html
        /// What somebody wrote, in the markup of what the template makes: `{{saidMarkdown}}`. As a section it is true
        /// unless it is empty.
        case markup
        /// Yes or no, for sections alone.
        case flag
        /// A context that may be absent, for sections alone, which add its words to those around them.
        case section(any TemplateContext.Type)
        /// Contexts, for sections alone, which are written once for each.
        case list(any TemplateContext.Type)
    }
}

extension Word {
    /// What stands behind the dot of a family of names.
    static let keySuffix = ".KEY"
}
