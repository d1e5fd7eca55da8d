/// A tag of a template, and its location.
struct TemplateTag: Equatable, Sendable {
    /// The function of a tag.
    enum Kind: Equatable, Sendable {
        /// `{{name}}`: the value, escaped.
        case escaped
        /// `{{{name}}}` or `{{&name}}`: the value as it is.
        case raw
        /// `{{#name}}`: the following content, if the value is true, or once for each value.
        case section
        /// `{{^name}}`: the following content, if the value is false or there is none.
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
    /// The name in the tag: letters and digits, optionally followed by a dot and a key, or `.`; in a partial also `-`,
    /// `_`, `.` and `/`; in a phrase its key.
    let name: String
    /// Its bytes, from the first brace to the last.
    let range: Range<Int>
    /// The name's bytes.
    let nameRange: Range<Int>
}
