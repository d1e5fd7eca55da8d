import Diagnostics
import StatusModel

/// A text with lists, links and emphasis, for templates of all kinds: each writes it in its own markup.
struct Markup: Sendable {
    private let html: String
    /// The channel's limit for it, in UTF-16 units.
    private let limit: Int

    /// - Parameter root: the prefix of links to the site's root.
    init(_ prose: Prose, root: String, limit: Int) {
        html = prose.html(root: root)
        self.limit = limit
    }

    var isEmpty: Bool { html.isEmpty }

    /// The text as CommonMark with GitHub's tables, strikethrough and tasks.
    var markdown: String { lines(in: .markdown).joined(separator: "\n") }

    /// The text without markup.
    var plainText: String { lines(in: .plain).joined(separator: "\n") }

    /// The text in Slack's markup, with as many lines as fit.
    var slack: String {
        let lines = lines(in: .slack)
        var kept: [String] = []
        var (room, isInCode) = (limit, false)
        for line in lines {
            // The end of code and the ellipsis need a line each.
            guard line.utf16.count + 7 <= room else { break }
            room -= line.utf16.count + 1
            if line.hasSuffix("```") { isInCode.toggle() }
            kept.append(line)
        }
        guard kept.count < lines.count else { return kept.joined(separator: "\n") }
        guard !kept.isEmpty else {
            return plainText.cut(to: limit) { String($0).lengthInSlack }.escapedInSlackCode
        }
        return (kept + (isInCode ? ["```"] : []) + ["\u{2026}"]).joined(separator: "\n")
    }

    /// Returns the text without markup, cut to the limit of the chat.
    func plainText(of chat: Escaping) -> String {
        plainText.cutAtSentence(to: limit) { chat.length(of: String($0)) }
    }

    private func lines(in dialect: MarkupWriter.Dialect) -> [String] {
        MarkupWriter(dialect: dialect).lines(of: ProseTree(of: html).blocks)
    }
}

extension Escaping {
    /// Appends the passage in the markup of the template.
    func append(_ markup: Markup, to output: inout [UInt8]) {
        switch self {
        case .html: HTMLText.append(markup.markdown, to: &output)
        case .slack: output += markup.slack.escapedInJSON.utf8
        case .markdown: output += markup.markdown.utf8
        case .text: output += markup.plainText.utf8
        case .teams, .discord, .telegram, .googleChat, .ntfy:
            append(markup.plainText(of: self), to: &output)
        }
    }
}
