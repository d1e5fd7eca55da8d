/// A text in which people wrote HTML, as Markdown.
///
/// What Markdown can say is said in it; of other elements the text is kept, and tags that are none stay as they
/// were typed.
struct HTMLText {
    private(set) var markdown = ""
    /// Tags that Markdown has nothing for, as they stand in the text, each once.
    private(set) var losses: [String] = []
    private var lists: [String] = []
    private var links: [String?] = []

    init(_ text: String) {
        var rest = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")[...]
        while let start = rest.firstIndex(where: { "<`".contains($0) }) {
            markdown += rest[..<start]
            rest = rest[start...]
            guard rest.first == "<" else {
                takeCode(from: &rest)
                continue
            }
            guard let tag = Tag(at: rest) else {
                markdown += Tag.isAddress(rest) || !Tag.begins(rest) ? "<" : "\\<"
                rest = rest.dropFirst()
                continue
            }
            rest = rest[tag.end...]
            take(tag)
            if tag.name == "br", rest.first == "\n" { rest = rest.dropFirst() }
        }
        markdown += rest
        for _ in links { close("a") }
    }
}

private extension HTMLText {
    /// Code is kept as it stands, up to as many back-ticks as it begins with.
    mutating func takeCode(from rest: inout Substring) {
        let ticks = rest.prefix { $0 == "`" }
        var code = rest.dropFirst(ticks.count)
        while let start = code.prefix(5_000).firstIndex(of: "`") {
            let run = code[start...].prefix { $0 == "`" }
            code = code[run.endIndex...]
            if run.count == ticks.count {
                markdown += rest[..<code.startIndex]
                return rest = code
            }
        }
        markdown += ticks
        rest = rest.dropFirst(ticks.count)
    }

    mutating func take(_ tag: Tag) {
        switch tag.name {
        case "br": markdown += "\n"
        case "p", "div": beginParagraph()
        case "hr":
            beginParagraph()
            markdown += "---\n\n"
        case "strong", "b": markdown += "**"
        case "em", "i": markdown += "*"
        case "code": markdown += "`"
        case "h1", "h2", "h3", "h4", "h5", "h6":
            beginParagraph()
            if !tag.isClosing { markdown += "### " }
        case "ul", "ol", "li", "a": tag.isClosing ? close(tag.name) : open(tag)
        default: lose(tag)
        }
    }

    mutating func beginParagraph() {
        if !markdown.isEmpty { markdown += "\n\n" }
    }

    mutating func open(_ tag: Tag) {
        switch tag.name {
        case "a":
            links.append(tag.address)
            if tag.address == nil { note(tag) } else { markdown += "[" }
        case "li": markdown += (markdown.hasSuffix("\n") ? "" : "\n") + (lists.last == "ol" ? "1. " : "- ")
        default:
            lists.append(tag.name)
            beginParagraph()
        }
    }

    mutating func close(_ name: String) {
        switch name {
        case "a": if let address = links.popLast() ?? nil { markdown += "](<\(address)>)" }
        case "li": break
        default:
            _ = lists.popLast()
            beginParagraph()
        }
    }

    mutating func lose(_ tag: Tag) {
        note(tag)
        if !tag.isElement { markdown += "\\" + tag.text }
    }

    mutating func note(_ tag: Tag) {
        if !tag.isClosing, !losses.contains(tag.text) { losses.append(tag.text) }
    }
}

/// A tag, or a comment.
private struct Tag {
    /// In small letters; empty for a comment.
    let name: String
    let text: String
    let isClosing: Bool
    let end: Substring.Index

    /// Nothing where the text is no tag: `a < b`, an address between angles.
    init?(at text: Substring) {
        let isComment = text.hasPrefix("<!--")
        let close = isComment ? text.prefix(2_000).firstRange(of: "-->")?.upperBound : Self.end(of: text)
        guard let close else { return nil }
        (self.text, end) = (String(text[..<close]), close)
        isClosing = text.hasPrefix("</")
        let word = text.dropFirst(isClosing ? 2 : 1).prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
        name = isComment ? "" : word.lowercased()
        guard isComment || (word.first?.isLetter ?? false && !Self.isAddress(text)) else { return nil }
    }

    /// Whether a reader of Markdown may take the text for HTML.
    static func begins(_ text: Substring) -> Bool {
        text.dropFirst().first.map { $0.isLetter || "/!?".contains($0) } ?? false
    }

    /// A tag holds no other tag: what opens twice was none.
    private static func end(of text: Substring) -> Substring.Index? {
        guard let end = text.dropFirst().firstIndex(where: { "<>".contains($0) }), text[end] == ">" else {
            return nil
        }
        return text.index(after: end)
    }

    /// Whether HTML has it, so that a reader never saw it.
    var isElement: Bool {
        name.isEmpty
            || ["span", "u", "small", "font", "time", "var", "sup", "sub", "s", "del", "big", "center"]
                .contains(name)
    }

    /// Where a link leads, if that is an address of the web or of mail.
    var address: String? {
        guard let match = text.firstMatch(of: /href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/.ignoresCase()),
            let address = match.1 ?? match.2 ?? match.3,
            ["https://", "http://", "mailto:"].contains(where: address.lowercased().hasPrefix)
        else { return nil }
        return String(address).replacing("<", with: "%3C").replacing(">", with: "%3E").replacing(
            "\n",
            with: ""
        )
        .replacing("\\", with: "%5C")
    }

    /// Whether it is an address between angles, which Markdown makes a link of.
    static func isAddress(_ text: Substring) -> Bool {
        guard let end = end(of: text) else { return false }
        let tag = text[..<end]
        return (tag.contains("://") || tag.contains("@")) && !tag.contains(" ")
    }
}
