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
        let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        for part in MarkdownCode(in: lines, countsIndented: isMarkdown).parts {
            if part.isCode { markdown += part.text } else { take(part.text) }
        }
        for _ in links { close("a") }
    }
}

private extension HTMLText {
    mutating func take(_ text: String) {
        var rest = text[...]
        let ends = CommentEnds(in: text)
        while let start = rest.firstIndex(where: { "<`".contains($0) }) {
            markdown += rest[..<start]
            rest = rest[start...]
            guard rest.first == "<" else {
                takeCode(from: &rest)
                continue
            }
            guard let tag = tag(at: rest, in: text, ends) else {
                markdown += Tag.isAddress(rest) || !Tag.begins(rest) ? "<" : "\\<"
                rest = rest.dropFirst()
                continue
            }
            rest = rest[tag.end...]
            if tag.name == "br" { takeBreak(from: &rest) } else { take(tag) }
        }
        markdown += rest
    }

    /// The tag that begins there. In Markdown a paragraph's end is a tag's end, but for a comment that begins its line.
    func tag(at rest: Substring, in text: String, _ ends: CommentEnds) -> Tag? {
        guard let tag = Tag(at: rest, commentEnd: ends.end(ofCommentAt: rest.startIndex)) else { return nil }
        guard isMarkdown, ends.hasEmptyLine(between: rest.startIndex, and: tag.end) else { return tag }
        let before = text[..<rest.startIndex].last { !" \t>-*+0123456789.)".contains($0) } ?? "\n"
        return tag.isComment && before == "\n" ? tag : nil
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
        guard next.first == "<", let tag = Tag(at: next, commentEnd: nil), tag.name == "br" else {
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

    mutating func note(_ tag: Tag) {
        guard !tag.isClosing, lost.insert(tag.text).inserted else { return }
        losses.append(tag.text.utf8.count > 200 ? tag.text.prefix(60) + "\u{2026}" : tag.text)
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
    init?(at text: Substring, commentEnd: @autoclosure () -> Substring.Index?) {
        let isComment = text.utf8.starts(with: "<!--".utf8)
        let close = isComment ? commentEnd() : Self.end(of: text)
        guard let close else { return nil }
        (self.text, end) = (String(text[..<close]), close)
        isClosing = text.hasPrefix("</")
        let word = text.dropFirst(isClosing ? 2 : 1).prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
        name = isComment ? "" : word.lowercased()
        // `<host.example>` names none.
        let isNamed = word.endIndex < text.endIndex && " \t\n/>".contains(text[word.endIndex])
        guard isComment || (word.first?.isLetter ?? false && isNamed && !Self.isAddress(text)) else {
            return nil
        }
    }

    var isComment: Bool { name.isEmpty }

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

/// Where comments can end, and empty lines stand: found once, as each `<!--` asks for the next.
private struct CommentEnds {
    private let text: String
    /// Behind each `-->`, from the first byte.
    private var ends: [Int] = []
    private var emptyLines: [Range<Int>] = []

    init(in text: String) {
        self.text = text
        var (line, isEmpty, dashes) = (0, false, 0)
        for (offset, byte) in text.utf8.enumerated() {
            if byte == UInt8(ascii: ">"), dashes > 1 { ends.append(offset + 1) }
            dashes = byte == UInt8(ascii: "-") ? dashes + 1 : 0
            if byte == UInt8(ascii: "\n") {
                if isEmpty { emptyLines.append(line..<offset) }
                (line, isEmpty) = (offset + 1, true)
            } else if byte != UInt8(ascii: " "), byte != UInt8(ascii: "\t") {
                isEmpty = false
            }
        }
    }

    /// `<!-->` is one.
    func end(ofCommentAt start: String.Index) -> String.Index? {
        let first = offset(of: start) + "<!-->".utf8.count
        let place = ends.place { $0 >= first }
        return place < ends.count ? text.utf8.index(text.startIndex, offsetBy: ends[place]) : nil
    }

    func hasEmptyLine(between start: String.Index, and end: String.Index) -> Bool {
        let first = offset(of: start)
        let place = emptyLines.place { $0.lowerBound > first }
        return place < emptyLines.count && emptyLines[place].upperBound < offset(of: end)
    }

    private func offset(of index: String.Index) -> Int {
        text.utf8.distance(from: text.startIndex, to: index)
    }
}

extension Array {
    /// The first place from which on all elements are beyond something; those before it are not.
    fileprivate func place(where isBeyond: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBeyond(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
