import Diagnostics

/// How values are escaped where a template writes them: for what the template makes.
///
/// The last suffix of the template's name decides, as in `announcement.slack`: it escapes like the message's template
/// that has the same one. Without one that is known it makes HTML.
enum Escaping: String, CaseIterable {
    /// HTML, between tags or in a quoted attribute.
    case html = "HTML"
    /// Text within JSON's quotation marks, for Slack to show as it stands.
    case slack = "Slack's JSON"
    /// CommonMark, where values are text without markup.
    case markdown = "Markdown"
    /// Text without markup.
    case text = "plain text"
}

extension Escaping {
    /// - Parameter name: the template's name, without `.mustache`.
    init(ofTemplate name: String) {
        self = Self.suffix(of: name).flatMap { Self.bySuffix[$0] } ?? .html
    }

    private static let bySuffix = Dictionary(
        SiteTemplates.messages.compactMap { page in
            suffix(of: page.template).map { ($0, page.escaping) }
        },
        uniquingKeysWith: { first, _ in first }
    )

    private static func suffix(of name: String) -> Substring? {
        name.lastIndex(of: ".").map { name[name.index(after: $0)...] }
    }

    /// Appends the text for where the template stands.
    func append(_ text: String, to output: inout [UInt8]) {
        switch self {
        case .html: HTMLText.append(text, to: &output)
        case .slack, .markdown: output += escape(text).utf8
        case .text: output += text.utf8
        }
    }

    /// The text for where the template stands.
    func escape(_ text: String) -> String {
        switch self {
        case .html: HTMLText.escaped(text)
        case .slack: text.escapedForSlack
        case .markdown: text.escapedForMarkdown
        case .text: text
        }
    }
}
