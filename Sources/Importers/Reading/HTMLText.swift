import Diagnostics

/// A text in which people wrote HTML, as Markdown.
///
/// What Markdown can say is said in it; of other elements the text is kept, and tags that are none stay as they
/// were typed.
struct HTMLText {
    private(set) var markdown = ""
    /// Tags that Markdown has nothing for, as they stand in the text, each once.
    private(set) var losses: [String] = []
    private var lost: Set<String> = []
    private var lists: [String] = []
    private var links: [String?] = []
    /// Whether a line's end is a blank, so that what breaks a line has to say so.
    private let isMarkdown: Bool
    private var hasUnendedComment = false

    /// A text whose lines end where their author ended them.
    init(_ text: String) {
        self.init(text, isMarkdown: false)
    }

    /// A text in Markdown, which may hold HTML.
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
    /// Removes Markdown's comments, which follow the rules of blocks and never begin in code.
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

    /// The tag that begins there. In Markdown a paragraph's end is a tag's end, and comments are gone already.
    mutating func tag(at rest: Substring) -> Tag? {
        if rest.utf8.starts(with: "<!--".utf8) {
            return isMarkdown || hasUnendedComment ? nil : comment(at: rest)
        }
        guard let tag = Tag(at: rest) else { return nil }
        return isMarkdown && tag.holdsEmptyLine ? nil : tag
    }

    /// If one comment is never closed, no later one is either.
    mutating func comment(at rest: Substring) -> Tag? {
        let comment = Tag(commentAt: rest)
        hasUnendedComment = comment == nil
        return comment
    }

    /// Takes a line's break, with those that follow it: two of them part paragraphs.
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

    /// What breaks the line: a table's row and a heading have one only, and a list's item may not be left.
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

    /// A break before the end of a paragraph would be a backslash.
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

/// A tag, or a comment.
private struct Tag {
    /// In small letters; empty for a comment.
    let name: String
    let text: String
    let isClosing: Bool
    let end: Substring.Index

    /// Nothing where the text is no tag: `a < b`, an address between angles.
    init?(at text: Substring) {
        guard let close = Self.end(of: text) else { return nil }
        (self.text, end) = (String(text[..<close]), close)
        isClosing = text.hasPrefix("</")
        let word = text.dropFirst(isClosing ? 2 : 1).prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
        name = word.lowercased()
        // `<host.example>` names none.
        let isNamed = word.endIndex < text.endIndex && " \t\n/>".contains(text[word.endIndex])
        guard word.first?.isLetter ?? false, isNamed, !Self.isAddress(text) else { return nil }
    }

    /// Nothing where the comment does not end.
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

    /// A tag holds no other tag: what opens twice was none.
    private static func end(of text: Substring) -> Substring.Index? {
        guard let end = text.dropFirst().firstIndex(where: { "<>".contains($0) }), text[end] == ">" else {
            return nil
        }
        return text.index(after: end)
    }

    /// Whether HTML has it, so that a reader never saw it.
    var isElement: Bool {
        isComment
            || ["span", "u", "small", "font", "time", "var", "sup", "sub", "big", "center"]
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
