import Diagnostics

/// What people get wrong in YAML, found in the bytes before the library reads them, and told in words
/// that do not assume that they know YAML.
///
/// A small scanner follows the text from one place where a value can begin to the next. It knows quotes,
/// comments, block texts, brackets and texts that go on for lines; it is not a parser, and what it lets pass
/// the library judges. No anchor passes: where a value begins it is seen as the library would see it.
struct YAMLPitfalls {
    let text: YAMLText
    let end: Int
    var offset: Int
    let findings: Findings
    /// Keys by map, where it is asked for those that stand twice.
    var keys: YAMLKeys?
    /// The columns of the maps and lists that hold what the scanner is at, the outermost first.
    private(set) var columns: [Int] = []
    /// The column of the last key or mark of a list, where no value has come behind it yet.
    private(set) var openKey: Int?
    /// Whether a line is indented so that those behind it tell nothing.
    var isMisaligned = false
    /// A text that may have been meant as a key, in case that the lines behind it show it.
    private var slip: (colon: Range<Int>, plain: Range<Int>)?
    /// Lines that stand deeper than this column go on with the plain text before them.
    private var plainText: Int?

    init(in text: YAMLText, into findings: Findings = Findings()) {
        (self.text, self.findings) = (text, findings)
        (offset, end) = (text.range.lowerBound, text.range.upperBound)
    }

    /// Nesting beyond this is no record, and would cost the library its stack.
    static let deepest = 24

    /// Reports what there is.
    func report() {
        var scanner = self
        scanner.scan()
    }

    /// The keys that stand in a map a second time, each with its first place.
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

    /// What a line holds: marks of lists and keys, one behind the other, and then a key or a value.
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

    /// A key with its value, or a value alone, of the map or list at the column `parent`.
    ///
    /// - Parameter above: the columns that were open at the line before; nothing for an item of a list.
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

    /// A plain text where a key could stand. Beside keys and at the top it must have been meant as one.
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

    /// A plain text ends with its line's comment, or goes on in deeper lines.
    mutating func endPlainText(of key: Range<Int>?, from start: Int, in parent: Int) {
        reportTypographicQuote(at: start)
        if isComment(at: offset) {
            if !isBlank(at: offset + 1) { reportComment(of: key, valueFrom: start) }
        } else {
            plainText = parent
        }
    }

    /// A further line of a plain text, where nothing but a colon or a comment has a meaning.
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

    /// A text begun by `|` or `>` goes on while lines are blank or stand deeper than what it belongs to.
    /// The scanner is left at its last line.
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
