import Diagnostics

/// A text that contains HTML, converted to Markdown.
///
/// Elements that Markdown has become Markdown; of others the text is kept. Anything that only looks like a tag stays as
/// it was typed.
struct HTMLText {
    private(set) var markdown = ""
    /// Tags that Markdown has no equivalent for, as written in the text, each once.
    private(set) var losses: [String] = []
    private var lost: Set<String> = []
    private var lists: [String] = []
    private var links: [String?] = []
    /// Whether a line end is only a space, so that a line break needs its own mark.
    private let isMarkdown: Bool
    private var hasUnendedComment = false

    /// Converts a text whose line ends are line breaks.
    init(_ text: String) {
        self.init(text, isMarkdown: false)
    }

    /// Converts a text in Markdown that may contain HTML.
    init(markdown text: String) {
        self.init(text, isMarkdown: true)
    }

    private init(_ text: String, isMarkdown: Bool) {
        self.isMarkdown = isMarkdown
        var lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        if isMarkdown { hideComments(in: &lines) }
        for part in MarkdownCode(in: lines, countsIndented: isMarkdown).parts {
            if part.isCode { markdown += part.text } else { take(part.text) }
        }
        for _ in links { close("a") }
    }
}

private extension HTMLText {
    /// Removes Markdown's comments, which follow the rules of its blocks and never begin in code.
    mutating func hideComments(in text: inout String) {
        guard text.utf8.contains(UInt8(ascii: "<")) else { return }
        let file = SourceFile(path: "", bytes: Array(text.utf8))
        let comments = HiddenComments(in: (file.sourceLines ?? [])[...], of: file)
        for range in comments.ranges { lose(String(decoding: file.bytes[range], as: UTF8.self)) }
        if !comments.ranges.isEmpty { text = comments.visibleLines.map(\.text).joined(separator: "\n") }
    }

    mutating func take(_ text: String) {
        var rest = text[...]
        hasUnendedComment = false
        while let start = rest.firstIndex(where: { "<`".contains($0) }) {
            markdown += rest[..<start]
            rest = rest[start...]
            guard rest.first == "<" else {
                takeCode(from: &rest)
                continue
            }
            guard let tag = tag(at: rest) else {
                markdown += Tag.isAddress(rest) || !Tag.begins(rest) ? "<" : "\\<"
                rest = rest.dropFirst()
                continue
            }
            rest = rest[tag.end...]
            if tag.name == "br" { takeBreak(from: &rest) } else { take(tag) }
        }
        markdown += rest
    }

    /// Returns the tag that begins here.
    ///
    /// In Markdown a tag cannot extend past its paragraph, and comments are already removed.
    mutating func tag(at rest: Substring) -> Tag? {
        if rest.utf8.starts(with: "<!--".utf8) {
            return isMarkdown || hasUnendedComment ? nil : comment(at: rest)
        }
        guard let tag = Tag(at: rest) else { return nil }
        return isMarkdown && tag.holdsEmptyLine ? nil : tag
    }

    /// Returns the comment that begins here, and notes if it has no end, since then no later one has an end either.
    mutating func comment(at rest: Substring) -> Tag? {
        let comment = Tag(commentAt: rest)
        hasUnendedComment = comment == nil
        return comment
    }

    /// Takes a line break and those that follow it: two of them separate paragraphs.
    mutating func takeBreak(from rest: inout Substring) {
        if rest.first == "\n" { rest = rest.dropFirst() }
        guard isMarkdown else { return markdown += "\n" }
        var count = 1
        while let end = Self.breakEnd(in: rest) {
            count += 1
            rest = rest[end...]
            if rest.first == "\n" { rest = rest.dropFirst() }
        }
        rest = rest.drop { $0 == " " || $0 == "\t" }
        while markdown.last == " " { markdown.removeLast() }
        markdown += lineBreak(before: rest.first ?? "\n", isDouble: count > 1)
    }

    static func breakEnd(in text: Substring) -> Substring.Index? {
        let next = text.drop { $0 == " " || $0 == "\t" }
        guard next.first == "<", let tag = Tag(at: next), tag.name == "br" else {
            return nil
        }
        return tag.end
    }

    /// Returns the line break: a table row and a heading have only one line, and a break must not end a list item.
    func lineBreak(before next: Character, isDouble: Bool) -> String {
        let tail = markdown.utf8.suffix(2_000)
        let line = tail.lastIndex(of: UInt8(ascii: "\n")).map { tail[$0...].dropFirst() } ?? tail
        guard next != "\n", let first = line.first(where: { $0 != UInt8(ascii: " ") }) else { return "\n" }
        let isBlock = "-*+#>|`~=".contains(next) || next.isNumber
        let isWithin = line.first == UInt8(ascii: " ") || "-*+>0123456789".utf8.contains(first)
        if "#|".utf8.contains(first) { return " " }
        if isWithin { return isBlock ? "\n" : "\\\n" }
        return isDouble || isBlock ? "\n\n" : "\\\n"
    }

    /// Takes code unchanged, up to as many backticks as it begins with.
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
        case "p", "div": beginParagraph()
        case "hr":
            beginParagraph()
            markdown += "---\n\n"
        case "strong", "b": markdown += "**"
        case "em", "i": markdown += "*"
        case "s", "del", "strike": markdown += "~~"
        case "code": markdown += "`"
        case "h1", "h2", "h3", "h4", "h5", "h6":
            beginParagraph()
            if !tag.isClosing { markdown += "### " }
        case "ul", "ol", "li", "a": tag.isClosing ? close(tag.name) : open(tag)
        default: lose(tag)
        }
    }

    mutating func beginParagraph() {
        endLine()
        if !markdown.isEmpty { markdown += "\n\n" }
    }

    /// Removes a line break at the end of a paragraph, where Markdown would show it as a backslash.
    mutating func endLine() {
        if isMarkdown, markdown.hasSuffix("\\\n") { markdown.removeLast(2) }
    }

    mutating func open(_ tag: Tag) {
        switch tag.name {
        case "a":
            links.append(tag.address)
            if tag.address == nil { note(tag) } else { markdown += "[" }
        case "li":
            endLine()
            markdown += (markdown.hasSuffix("\n") ? "" : "\n") + (lists.last == "ol" ? "1. " : "- ")
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

    mutating func lose(_ text: String) {
        if lost.insert(text).inserted { losses.append(text) }
    }

    mutating func note(_ tag: Tag) {
        if !tag.isClosing { lose(tag.text) }
    }
}

/// A tag or a comment.
private struct Tag {
    /// The name in lowercase; empty for a comment.
    let name: String
    let text: String
    let isClosing: Bool
    let end: Substring.Index

    /// Fails if the text is not a tag, such as `a < b` or an address in angle brackets.
    init?(at text: Substring) {
        guard let close = Self.end(of: text) else { return nil }
        (self.text, end) = (String(text[..<close]), close)
        isClosing = text.hasPrefix("</")
        let word = text.dropFirst(isClosing ? 2 : 1).prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
        name = word.lowercased()
        // For example, `<host.example>` names no element.
        let isNamed = word.endIndex < text.endIndex && " \t\n/>".contains(text[word.endIndex])
        guard word.first?.isLetter ?? false, isNamed, !Self.isAddress(text) else { return nil }
    }

    /// Fails if the comment has no end.
    init?(commentAt text: Substring) {
        let bytes = text.utf8.dropFirst("<!".utf8.count)
        guard let close = bytes.firstRange(of: "-->".utf8)?.upperBound else { return nil }
        (self.text, end) = (String(text[..<close]), close)
        (name, isClosing) = ("", false)
    }

    var isComment: Bool { name.isEmpty }

    var holdsEmptyLine: Bool {
        text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().dropLast()
            .contains { $0.allSatisfy(\.isWhitespace) }
    }

    /// Whether a reader of Markdown may take the text for HTML.
    static func begins(_ text: Substring) -> Bool {
        text.dropFirst().first.map { $0.isLetter || "/!?".contains($0) } ?? false
    }

    /// Returns the end of the tag; `nil` if another `<` comes first, since a tag cannot contain a tag.
    private static func end(of text: Substring) -> Substring.Index? {
        guard let end = text.dropFirst().firstIndex(where: { "<>".contains($0) }), text[end] == ">" else {
            return nil
        }
        return text.index(after: end)
    }

    /// Whether it is an element of HTML, so that readers never saw the tag.
    var isElement: Bool {
        isComment
            || ["span", "u", "small", "font", "time", "var", "sup", "sub", "big", "center"]
                .contains(name)
    }

    /// The address of a link, if it is one of the web or of mail.
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

    /// Whether the text is an address in angle brackets, which Markdown turns into a link.
    static func isAddress(_ text: Substring) -> Bool {
        guard let end = end(of: text) else { return false }
        let tag = text[..<end]
        return (tag.contains("://") || tag.contains("@")) && !tag.contains(" ")
    }
}
