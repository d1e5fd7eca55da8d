/// A name that a template may use, and its meaning.
struct Word: Sendable {
    /// The name, such as `title`: letters and digits; for a family of names, such as `internal.KEY`.
    let name: String
    /// The kind of its value, which decides how a tag may use it.
    let kind: Kind
    /// Its meaning, in a phrase of `docs/templates.md`.
    let summary: String

    /// A kind of value that a name can have.
    enum Kind: Sendable {
        /// Text, escaped when it is written: `{{title}}`.
        ///
        /// As a section it is true unless it is empty.
        case text
        /// Texts under keys that the site chooses, each a text like any other: `{{internal.lead}}`.
        case texts
        /// An absolute address, escaped as the template links to it: `{{address}}`.
        ///
        /// As a section it is true unless it is empty.
        case address
        /// HTML that is safe to write unchanged: `{{{body}}}`.
        ///
        /// As a section it is true unless it is empty.
        case html
        /// A text with markup, written in the markup that the template produces: `{{saidMarkdown}}`.
        ///
        /// As a section it is true unless it is empty.
        case markup
        /// A Boolean value, only for sections.
        case flag
        /// A context that may be absent, only for sections, which add its words to those around them.
        case section(any TemplateContext.Type)
        /// Contexts, only for sections, which are written once for each.
        case list(any TemplateContext.Type)
    }
}

extension Word {
    /// The suffix of the name of a family, which represents any key.
    static let keySuffix = ".KEY"
}
