/// A tag of a template, and where it stands.
struct TemplateTag: Equatable, Sendable {
    /// What the tag does.
    enum Kind: Equatable, Sendable {
        /// `{{name}}`: the value, escaped.
        case escaped
        /// `{{{name}}}` or `{{&name}}`: the value as it is.
        case raw
        /// `{{#name}}`: what follows, if the value says so, or once for each.
        case section
        /// `{{^name}}`: what follows, unless the value says otherwise.
        case inverted
        /// `{{/name}}`: the end of a section.
        case close
        /// `{{>name}}`: another template.
        case partial
        /// `{{@name}}`: words of the site's language.
        case phrase
        /// `{{! … }}`: nothing.
        case comment
    }

    let kind: Kind
    /// The name in it: letters and digits, with a key behind a dot or without one, or `.`; in a partial also `-`, `_`, `.` and `/`; in a phrase its key.
    let name: String
    /// Its bytes, from the first brace to the last.
    let range: Range<Int>
    /// The name's bytes.
    let nameRange: Range<Int>
}
