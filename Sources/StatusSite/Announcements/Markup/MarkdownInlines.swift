/// The text of a paragraph in Markdown.
///
/// A neighbor that would keep `*` or `_` from opening or closing is written as a character reference, which counts as
/// punctuation on both sides.
///
/// Source: CommonMark 0.31.2, §6.2, on runs of `*` and `_` that open and close.
struct MarkdownInlines {
    private(set) var text = ""
    private let place: Place
    /// The characters of the open marks.
    private let open: [Character]
    /// Whether white space here would be lost, or prevent a mark from opening.
    private var isAtEdge = true
    /// Whether a letter here would prevent the mark before it from closing.
    private var isBehindMark = false

    /// The place of the text: only a paragraph has several lines, and in a cell `|` ends it.
    enum Place {
        case paragraph, heading, cell
    }

    init(_ inlines: [ProseTree.Inline], in place: Place) {
        self.init(inlines, in: place, within: [])
    }

    /// - Parameter open: the characters of the open marks around it.
    private init(_ inlines: [ProseTree.Inline], in place: Place, within open: [Character]) {
        self.place = place
        self.open = open
        append(inlines)
        protectEnd()
    }
}

private extension MarkdownInlines {
    mutating func append(_ inlines: [ProseTree.Inline]) {
        for inline in inlines {
            switch inline {
            case .text(let words): append(words)
            case .lineBreak: appendBreak()
            case .code(let code): appendMarkup(codeSpan(code))
            case .image(let address, let title, let alt):
                appendMarkup("![" + alt.escapedInMarkdown + "]" + target(address, title))
            case .box(let isDone): appendMarkup(isDone ? "[x]" : "[ ]")
            case .link(let address, let title, let inlines): appendLink(address, title, inlines)
            case .styled(let style, let inlines): append(inlines, as: style)
            }
        }
    }

    mutating func append(_ words: String) {
        let scalars = Array(words.unicodeScalars)
        for (place, scalar) in scalars.enumerated() {
            if scalar == "\n", self.place == .paragraph, !isAtEdge {
                protectEnd()
                text += "\n"
                (isAtEdge, isBehindMark) = (true, false)
                continue
            }
            let isBlank = scalar.properties.isWhitespace
            if isAtEdge && isBlank || isBehindMark && !isBlank && !scalar.isMarkdownPunctuation {
                text += scalar.reference
            } else if scalar.isLineEnd {
                text += " "
            } else {
                if scalar.isActiveInMarkdown || beginsAddress(scalars, at: place) { text += "\\" }
                text.unicodeScalars.append(scalar)
            }
            (isAtEdge, isBehindMark) = (false, false)
        }
    }

    /// Whether GitHub would begin a link here, which the author did not write.
    func beginsAddress(_ scalars: [Unicode.Scalar], at place: Int) -> Bool {
        let rest = scalars[(place + 1)...]
        return scalars[place] == ":" && rest.starts(with: "//".unicodeScalars)
            || scalars[place] == "." && scalars[..<place].suffix(3).elementsEqual("www".unicodeScalars)
    }

    mutating func appendMarkup(_ markup: String) {
        text += markup
        (isAtEdge, isBehindMark) = (false, false)
    }

    mutating func appendBreak() {
        protectEnd()
        guard place == .paragraph else { return appendMarkup(" ") }
        text += "\\\n"
        (isAtEdge, isBehindMark) = (true, false)
    }

    mutating func appendLink(_ address: String, _ title: String, _ inlines: [ProseTree.Inline]) {
        if case [.text(address)] = inlines, title.isEmpty, address.canStandAlone {
            return appendMarkup("<" + address + ">")
        }
        // After `!`, the link would be an image.
        if text.utf8.last == UInt8(ascii: "!") {
            text.unicodeScalars.removeLast()
            text += "\\!"
        }
        appendMarkup("[")
        append(inlines)
        appendMarkup("]" + target(address, title))
    }

    func target(_ address: String, _ title: String) -> String {
        let name =
            address.contains(";")
            ? address.split(separator: "&", omittingEmptySubsequences: false).joined(separator: "\\&")
            : address
        let words = title.split(whereSeparator: \.isNewline).joined(separator: " ").escapedInMarkdown
        return "(<" + name + ">" + (words.isEmpty ? "" : " \"" + words.replacing("\"", with: "\\\"") + "\"")
            + ")"
    }

    /// Returns the code between runs of backticks longer than any in it; spaces at both ends would be removed.
    func codeSpan(_ code: String) -> String {
        let run = String(repeating: "`", count: code.longestRun(of: "`") + 1)
        let isBlank = code.allSatisfy { $0 == " " }
        let needsRoom =
            code.hasPrefix("`") || code.hasSuffix("`")
            || code.hasPrefix(" ") && code.hasSuffix(" ") && !isBlank
        let words = (needsRoom ? " " + code + " " : code).split(whereSeparator: \.isNewline).joined(
            separator: " ")
        return run + (place == .cell ? words.replacing("|", with: "\\|") : words) + run
    }

    mutating func append(_ inlines: [ProseTree.Inline], as style: ProseTree.Style) {
        let mark = mark(of: style)
        let inner = MarkdownInlines(inlines, in: place, within: open + [mark.first ?? "*"])
        guard let first = inner.text.unicodeScalars.first, let last = inner.text.unicodeScalars.last else {
            return
        }
        if let before = text.unicodeScalars.last, !before.properties.isWhitespace,
            !before.isMarkdownPunctuation,
            first.mayBeMarkdownPunctuation || mark.first == "_"
        {
            text.unicodeScalars.removeLast()
            text += before.reference
        }
        text += mark + inner.text + mark
        isAtEdge = false
        isBehindMark = last.mayBeMarkdownPunctuation || mark.first == "_"
    }

    /// Returns a mark of the other character than the mark around it or before it.
    func mark(of style: ProseTree.Style) -> String {
        guard style != .struck else { return "~~" }
        let other: Character = open.contains("*") ? "_" : "*"
        let isTaken = text.last == other
        let mark = isTaken ? (other == "*" ? "_" : "*") : String(other)
        return style == .strong ? mark + mark : mark
    }

    /// Protects white space at the end of a line or of marked text, and removes a line break there, which has no
    /// effect.
    mutating func protectEnd() {
        while text.hasSuffix("\\\n") { text.unicodeScalars.removeLast(2) }
        guard let last = text.unicodeScalars.last, last.properties.isWhitespace else { return }
        text.unicodeScalars.removeLast()
        text += last.reference
    }
}

extension String {
    /// The text with a backslash before every character that can be markup within a line.
    var escapedInMarkdown: String {
        unicodeScalars.reduce(into: "") { text, scalar in
            if scalar.isActiveInMarkdown { text += "\\" }
            text.unicodeScalars.append(scalar.isLineEnd ? " " : scalar)
        }
    }

    /// The line with its beginning escaped, so that it is not a heading, a list, a rule or a table's line of dashes.
    var escapedAtBlockStart: String {
        let isDashes = utf8.first == UInt8(ascii: ":") && utf8.allSatisfy { ":- ".utf8.contains($0) }
        return isDashes ? "\\" + self : escapedAtLineStart
    }

    /// Returns the length of the longest run of the character.
    func longestRun(of character: Character) -> Int {
        var (longest, run) = (0, 0)
        for other in self {
            run = other == character ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }

    /// Whether Markdown recognizes it as a link between `<` and `>`.
    fileprivate var canStandAlone: Bool {
        (hasPrefix("https://") || hasPrefix("http://"))
            && !unicodeScalars.contains { $0 == "<" || $0 == ">" || $0 == " " || $0.value < 0x20 }
    }
}

extension Unicode.Scalar {
    /// The character reference, such as `&#32;`.
    fileprivate var reference: String { "&#\(value);" }

    /// Whether some readers may treat the character as the end of a line.
    fileprivate var isLineEnd: Bool { Character(self).isNewline }

    /// Whether any version of CommonMark treats it as punctuation: in ASCII, and in Unicode's categories.
    fileprivate var isMarkdownPunctuation: Bool {
        if isASCII {
            return (0x21...0x7E).contains(value) && !properties.isAlphabetic && properties.numericType == nil
        }
        switch properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
            .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            return true
        default: return false
        }
    }
    /// Whether it may be punctuation: since 0.31, CommonMark includes Unicode's symbols (§2.1).
    fileprivate var mayBeMarkdownPunctuation: Bool {
        switch properties.generalCategory {
        case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol: true
        default: isMarkdownPunctuation
        }
    }
}
