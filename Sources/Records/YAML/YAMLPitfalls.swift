import Diagnostics

/// What people get wrong in YAML, found in the bytes before the library reads them, and told in words
/// that do not assume that they know YAML.
///
/// A small scanner follows the text from one place where a value can begin to the next. It knows quotes,
/// comments, block texts and brackets; it is not a parser, and what it lets pass the library judges.
struct YAMLPitfalls {
    private let text: YAMLText
    private var offset: Int
    private let end: Int
    private var found: [Diagnostic] = []

    init(in text: YAMLText) {
        self.text = text
        (offset, end) = (text.range.lowerBound, text.range.upperBound)
    }

    /// Nesting beyond this is no record, and would cost the library its stack.
    private static let deepest = 24

    /// Reports what there is.
    func report(into diagnostics: inout [Diagnostic]) {
        var scanner = self
        while scanner.offset < scanner.end { scanner.scanLine() }
        diagnostics += scanner.found
    }
}

// MARK: - Lines

private extension YAMLPitfalls {
    mutating func scanLine() {
        let start = offset
        skipBlanks()
        reportTabs(from: start)
        guard offset - start <= 4 * Self.deepest else { return refuseDepth(at: offset) }
        reportDash()
        var markers = 0
        while let byte = current, byte == UInt8(ascii: "-") || byte == UInt8(ascii: "?"),
            isBlank(at: offset + 1)
        {
            offset += 1
            skipBlanks()
            markers += 1
            guard markers <= Self.deepest else { return refuseDepth(at: offset) }
        }
        scanEntry(indentation: offset - start)
        skipLine()
    }

    /// A key with its value, or a value alone.
    mutating func scanEntry(indentation: Int) {
        guard let byte = current, byte != UInt8(ascii: "#") else { return }
        if scanAnchor() { return }
        let start = offset
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
            scanQuoted()
        } else if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") {
            return scanFlow(key: nil)
        } else {
            while let byte = current, !isLineEnd(byte), !isColon(at: offset), !isComment(at: offset) {
                offset += 1
            }
        }
        let key = start..<offset
        skipBlanks()
        guard isColon(at: offset) else { return }
        offset += 1
        skipBlanks()
        scanValue(of: key, indentation: indentation)
    }

    mutating func scanValue(of key: Range<Int>, indentation: Int) {
        guard let byte = current, !isLineEnd(byte), byte != UInt8(ascii: "#") else { return }
        if scanAnchor() { return }
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): scanQuoted()
        case UInt8(ascii: "["), UInt8(ascii: "{"): scanFlow(key: key)
        case UInt8(ascii: "|"), UInt8(ascii: ">"): skipBlockText(indentation: indentation)
        default: scanPlainValue(of: key)
        }
    }

    mutating func scanPlainValue(of key: Range<Int>) {
        let start = offset
        reportTypographicQuote(at: start)
        if let byte = current, "@`%".utf8.contains(byte) {
            report(
                .yamlSyntax,
                "a value cannot begin with `\(Character(Unicode.Scalar(byte)))` in YAML",
                at: start..<start + 1,
                hint: quoting(key, start)
            )
            return skipRest()
        }
        while let byte = current, !isLineEnd(byte) {
            if isColon(at: offset) {
                report(
                    .yamlUnquotedColon,
                    "a colon followed by a blank begins a second value in YAML",
                    at: offset..<offset + 1,
                    hint: quoting(key, start)
                )
                return skipRest()
            }
            if isComment(at: offset) {
                if !isBlank(at: offset + 1) { reportComment(of: key, valueFrom: start) }
                return skipRest()
            }
            offset += 1
        }
    }

    /// A text begun by `|` or `>` goes on while lines are blank or stand deeper than its key.
    mutating func skipBlockText(indentation: Int) {
        skipLine()
        while offset < end {
            let start = offset
            skipBlanks()
            if let byte = current, !isLineEnd(byte), offset - start <= indentation {
                offset = start
                break
            }
            skipLine()
        }
        // The caller goes on to the next line, which is where this one stands already.
        offset = max(text.range.lowerBound, offset - 1)
    }
}

// MARK: - Brackets and quotes

private extension YAMLPitfalls {
    /// What stands between brackets or braces, over as many lines as it takes.
    mutating func scanFlow(key: Range<Int>?) {
        let start = offset
        var depth = 0
        var mayBegin = true
        while let byte = current {
            switch byte {
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                depth += 1
                guard depth <= Self.deepest else { return refuseDepth(at: offset) }
                mayBegin = true
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                depth -= 1
                mayBegin = false
            case UInt8(ascii: ","):
                reportCommaInNumber()
                mayBegin = true
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                if mayBegin {
                    scanQuoted()
                    mayBegin = false
                    continue
                }
            case UInt8(ascii: "#") where isComment(at: offset):
                skipRest()
            case UInt8(ascii: "&"), UInt8(ascii: "*"):
                if mayBegin, scanAnchor() { return }
            default:
                if isColon(at: offset) { mayBegin = true } else if !isSpace(byte) { mayBegin = false }
            }
            if offset < end { offset += 1 }
            if depth == 0 { break }
        }
        if depth == 0 { reportTextAfterBracket(from: start, key: key) }
    }

    mutating func reportTextAfterBracket(from start: Int, key: Range<Int>?) {
        skipBlanks()
        guard let byte = current, !isLineEnd(byte), byte != UInt8(ascii: "#"), !isColon(at: offset) else {
            return
        }
        report(
            .yamlBracket,
            "a value that begins with a bracket is a list in YAML, and ends with it",
            at: start..<offset,
            hint: key.map { quoting($0, start) } ?? "put the text between double quotes"
        )
        skipRest()
    }

    /// `{users: 1,200}` is two entries to YAML: `users: 1` and `200`.
    mutating func reportCommaInNumber() {
        guard offset > text.range.lowerBound, isDigit(at: offset - 1), isDigit(at: offset + 1) else { return }
        report(
            .yamlFlowComma,
            "a comma ends the value here, so that the number is cut in two",
            at: offset..<offset + 1,
            hint: "put the number between double quotes, or leave the comma out"
        )
    }

    mutating func scanQuoted() {
        guard let quote = current else { return }
        offset += 1
        while let byte = current {
            if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                offset = min(end, offset + 2)
                continue
            }
            offset += 1
            if byte == quote { break }
        }
    }

    /// Reports an anchor or alias where a value begins.
    mutating func scanAnchor() -> Bool {
        guard let byte = current, byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*"),
            offset + 1 < end, !isSpace(text.file.bytes[offset + 1])
        else { return false }
        let start = offset
        while let byte = current, !isSpace(byte), !",]}".utf8.contains(byte) { offset += 1 }
        report(
            .yamlAnchor,
            "YAML's anchors and aliases (`&name`, `*name`) are not read here",
            at: start..<offset,
            hint: "write the value out, or put it between double quotes if it is text"
        )
        skipRest()
        return true
    }
}

// MARK: - What is said

private extension YAMLPitfalls {
    mutating func report(
        _ id: Diagnostic.ID,
        as severity: Diagnostic.Severity = .error,
        _ message: String,
        at range: Range<Int>,
        hint: String
    ) {
        found.append(Diagnostic(severity, id, message, at: text.file.location(of: range), hint: hint))
    }

    mutating func reportTabs(from start: Int) {
        guard let tab = (start..<offset).first(where: { text.file.bytes[$0] == UInt8(ascii: "\t") }),
            let byte = current, !isLineEnd(byte)
        else { return }
        report(
            .yamlTab,
            "YAML is indented with blanks, never with tabs",
            at: tab..<tab + 1,
            hint: "write two blanks instead"
        )
    }

    mutating func reportDash() {
        for dash in ["\u{2013} ", "\u{2014} "] where text.file.bytes[offset..<end].starts(with: dash.utf8) {
            report(
                .typographicQuote,
                "this dash is not the one that begins a list's item in YAML",
                at: offset..<offset + 3,
                hint: "write `-`: some keyboards turn it into a longer dash"
            )
        }
    }

    mutating func reportTypographicQuote(at start: Int) {
        for quote in ["\u{201C}", "\u{201D}", "\u{201E}", "\u{2018}", "\u{2019}", "\u{00AB}"]
        where text.file.bytes[start..<end].starts(with: quote.utf8) {
            report(
                .typographicQuote,
                as: .warning,
                "`\(quote)` does not quote in YAML: it becomes part of the text",
                at: start..<start + quote.utf8.count,
                hint: "write `\"` before and after: some keyboards curl it"
            )
        }
    }

    mutating func reportComment(of key: Range<Int>, valueFrom start: Int) {
        report(
            .yamlComment,
            as: .warning,
            "` #` begins a comment in YAML: the value ends before it",
            at: offset..<lineEnd,
            hint: quoting(key, start)
        )
    }

    mutating func refuseDepth(at place: Int) {
        report(
            .yamlSyntax,
            "this is nested more than \(Self.deepest) levels deep",
            at: place..<place + 1,
            hint: "no key of a record or of `status.yml` needs that"
        )
        offset = end
    }

    /// The line as it ought to be: the key, and the rest between quotes.
    func quoting(_ key: Range<Int>, _ start: Int) -> String {
        let name = String(decoding: text.file.bytes[key], as: UTF8.self)
        let value = String(decoding: text.file.bytes[start..<lineEnd], as: UTF8.self)
        let escaped = value.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "\\\\")
            .split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\\"")
        return "write `\(name): \"\(escaped)\"`"
    }
}

// MARK: - Bytes

private extension YAMLPitfalls {
    var current: UInt8? { offset < end ? text.file.bytes[offset] : nil }

    var lineEnd: Int {
        var index = offset
        while index < end, !isLineEnd(text.file.bytes[index]) { index += 1 }
        while index > offset, isSpace(text.file.bytes[index - 1]) { index -= 1 }
        return index
    }

    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    func isLineEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
    func isBlank(at index: Int) -> Bool { index >= end || isSpace(text.file.bytes[index]) }

    func isDigit(at index: Int) -> Bool {
        index < end && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text.file.bytes[index])
    }

    func isColon(at index: Int) -> Bool {
        index < end && text.file.bytes[index] == UInt8(ascii: ":") && isBlank(at: index + 1)
    }

    func isComment(at index: Int) -> Bool {
        index < end && text.file.bytes[index] == UInt8(ascii: "#")
            && (index == text.range.lowerBound || isSpace(text.file.bytes[index - 1]))
    }

    mutating func skipBlanks() {
        while let byte = current, byte == 0x20 || byte == 0x09 { offset += 1 }
    }

    /// To the line's end, but not past it.
    mutating func skipRest() {
        while let byte = current, !isLineEnd(byte) { offset += 1 }
    }

    mutating func skipLine() {
        skipRest()
        if offset < end { offset += 1 }
    }
}
