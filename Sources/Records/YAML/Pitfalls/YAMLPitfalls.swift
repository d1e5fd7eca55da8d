import Diagnostics

/// A scanner for common mistakes in YAML, which finds them in the bytes before the library reads them, and explains
/// them without assuming knowledge of YAML.
///
/// The scanner follows the text from one place where a value can begin to the next. It knows quotes, comments, block
/// texts, brackets and multi-line texts; it is not a parser, and the library judges everything that it does not report.
/// It finds every anchor, since it finds the same beginnings of values as the library.
struct YAMLPitfalls {
    let text: YAMLText
    let end: Int
    var offset: Int
    let findings: Findings
    /// The keys by map, if duplicate keys are looked for.
    var keys: YAMLKeys?
    /// The columns of the maps and lists around the current place, the outermost first.
    private(set) var columns: [Int] = []
    /// The column of the last key or list mark if it has no value yet.
    private(set) var openKey: Int?
    /// Whether a line is indented wrongly, so that the indentation of the following lines is not checked.
    var isMisaligned = false
    /// A text that may have been meant as a key, which the following lines may show.
    private var slip: (colon: Range<Int>, plain: Range<Int>)?
    /// The column of a plain text's parent: lines with a greater indentation continue the text.
    private var plainText: Int?

    init(in text: YAMLText, into findings: Findings = Findings()) {
        (self.text, self.findings) = (text, findings)
        (offset, end) = (text.range.lowerBound, text.range.upperBound)
    }

    /// The deepest nesting that is read: no record needs more, and more would overflow the library's stack.
    static let deepest = 24

    /// Reports the mistakes in the text.
    func report() {
        var scanner = self
        scanner.scan()
    }

    /// Returns the keys that appear in a map again, each with its first place.
    func duplicateKeys() -> [YAMLKeys.Duplicate] {
        var scanner = self
        scanner.keys = YAMLKeys(bytes: text.file.bytes)
        scanner.scan()
        return scanner.keys?.duplicates ?? []
    }
}

// MARK: - Lines

private extension YAMLPitfalls {
    mutating func scan() {
        while offset < end { scanLine() }
    }

    mutating func scanLine() {
        let start = offset
        skipBlanks()
        defer { skipLine() }
        guard let byte = current, !isLineEnd(byte) else { return }
        guard byte != UInt8(ascii: "#") else { return plainText = nil }
        reportTabs(from: start)
        let column = offset - start
        if let plainText, column > plainText { return scanContinuation() }
        plainText = nil
        slip = nil
        reportStrangeBlanks()
        guard column <= 4 * Self.deepest else { return refuseDepth(at: offset) }
        scanBlock(in: start)
    }

    /// Scans a line: any number of list marks or key marks, and then a key or a value.
    mutating func scanBlock(in line: Int) {
        var parent = -1
        let above = columns
        if startsDocument(at: line) {
            columns = []
            offset += 3
            skipBlanks()
        } else {
            columns.removeAll { $0 > offset - line }
            parent = columns.last { $0 < offset - line } ?? -1
        }
        reportDash()
        var marks = 0
        while let byte = current, "-?:".utf8.contains(byte), isBlank(at: offset + 1) {
            parent = offset - line
            if marks == 0, byte == UInt8(ascii: "-") {
                checkColumn(parent, of: offset..<offset + 1, above: above)
            }
            hold(parent)
            keys?.beginItem(at: parent)
            offset += 1
            skipBlanks()
            marks += 1
            guard marks <= Self.deepest else { return refuseDepth(at: offset) }
        }
        let isItem = marks > 0 || columns.isEmpty && above.isEmpty
        scanEntry(at: offset - line, in: parent, above: isItem ? nil : above)
    }

    /// Scans a key with its value, or a value alone, of the map or list at the column `parent`.
    ///
    /// - Parameter above: the columns that were open on the line before; `nil` for a list item.
    mutating func scanEntry(at column: Int, in parent: Int, above: [Int]?) {
        guard !skipProperties(), let byte = current, !isLineEnd(byte), byte != UInt8(ascii: "#") else {
            openKey = parent
            return
        }
        let start = offset
        var isPlain = false
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): scanQuoted()
        case UInt8(ascii: "["), UInt8(ascii: "{"): guard scanFlow(key: nil) else { return }
        case UInt8(ascii: "|"), UInt8(ascii: ">"): return skipBlockText(in: parent)
        default:
            isPlain = true
            while let byte = current, !isLineEnd(byte), !isColon(at: offset), !isComment(at: offset) {
                offset += 1
            }
        }
        let key = start..<offset
        skipBlanks()
        guard isColon(at: offset) else {
            if isPlain { endEntry(key, at: column, in: parent, isItem: above == nil) }
            openKey = nil
            return
        }
        if let above { checkColumn(column, of: key, above: above) }
        hold(column)
        keys?.add(key, at: column)
        offset += 1
        skipBlanks()
        scanValue(of: key, at: column)
    }

    mutating func scanValue(of key: Range<Int>, at column: Int) {
        openKey = nil
        guard !skipProperties(), let byte = current, !isLineEnd(byte), byte != UInt8(ascii: "#") else {
            openKey = column
            return
        }
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            let start = offset
            scanQuoted()
            reportTextAfterQuote(from: start, key: key)
        case UInt8(ascii: "["), UInt8(ascii: "{"): _ = scanFlow(key: key)
        case UInt8(ascii: "|"), UInt8(ascii: ">"): skipBlockText(in: column)
        default: scanPlainValue(of: key, at: column)
        }
    }

    /// Ends a plain text where a key is possible.
    ///
    /// Next to keys and at the top level, it must have been meant as one.
    mutating func endEntry(_ plain: Range<Int>, at column: Int, in parent: Int, isItem: Bool) {
        if !isItem || parent == -1, let colon = colonSlip(in: plain) {
            if columns.contains(column) || parent == -1 { return reportColonSlip(colon, in: plain) }
            slip = (colon, plain)
        } else if !isItem, columns.contains(column), !text.file.bytes[plain].starts(with: "...".utf8) {
            return reportMissingColon(in: plain)
        }
        endPlainText(of: nil, from: plain.lowerBound, in: parent)
    }

    mutating func hold(_ column: Int) {
        if columns.last != column { columns.append(column) }
    }

    func startsDocument(at line: Int) -> Bool {
        offset == line && text.file.bytes[line..<end].starts(with: "---".utf8) && isBlank(at: line + 3)
    }
}

// MARK: - Texts

private extension YAMLPitfalls {
    mutating func scanPlainValue(of key: Range<Int>, at column: Int) {
        let start = offset
        if let byte = current, "@`%".utf8.contains(byte) {
            return reportForbiddenStart(byte, of: key)
        }
        while let byte = current, !isLineEnd(byte), !isComment(at: offset) {
            if isColon(at: offset) { return reportColon(of: key, valueFrom: start) }
            offset += 1
        }
        endPlainText(of: key, from: start, in: column)
    }

    /// Ends a line of plain text, which either has a comment at its end or may continue on lines with more indentation.
    mutating func endPlainText(of key: Range<Int>?, from start: Int, in parent: Int) {
        reportTypographicQuote(at: start)
        if isComment(at: offset) {
            if !isBlank(at: offset + 1) { reportComment(of: key, valueFrom: start) }
        } else {
            plainText = parent
        }
    }

    /// Scans another line of a plain text, in which only a colon or a comment has a meaning.
    mutating func scanContinuation() {
        let start = offset
        while let byte = current, !isLineEnd(byte) {
            if isColon(at: offset) {
                guard let slip else { return reportColonInContinuation(from: start) }
                return reportColonSlip(slip.colon, in: slip.plain)
            }
            if isComment(at: offset) { return plainText = nil }
            offset += 1
        }
    }

    /// Skips a text that begins with `|` or `>`, and leaves the scanner on its last line.
    ///
    /// It continues while lines are empty or have more indentation than its parent.
    mutating func skipBlockText(in parent: Int) {
        skipRest()
        while offset < end {
            var next = offset + 1
            let start = next
            while next < end, text.file.bytes[next] == 0x20 { next += 1 }
            guard next >= end || isLineEnd(text.file.bytes[next]) || next - start > max(parent, 0) else {
                return
            }
            offset = next
            skipRest()
        }
    }
}
