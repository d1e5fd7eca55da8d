import Diagnostics

extension YAMLPitfalls {
    mutating func reportTabs(from start: Int) {
        guard let tab = (start..<offset).first(where: { text.file.bytes[$0] == UInt8(ascii: "\t") }) else {
            return
        }
        report(
            .yamlTab, "this line is indented with a tab, which YAML does not allow", at: tab..<tab + 1,
            hint: "use two spaces instead")
    }

    mutating func reportDash() {
        for dash in ["\u{2013} ", "\u{2014} "] where text.file.bytes[offset..<end].starts(with: dash.utf8) {
            report(
                .typographicQuote, "this dash does not start a list item in YAML",
                at: offset..<offset + 3, hint: "write `-`: some keyboards replace it with a longer dash")
        }
    }

    mutating func reportTypographicQuote(at start: Int) {
        guard text.file.bytes[start] & 0x80 != 0 else { return }
        for quote in ["\u{201C}", "\u{201D}", "\u{201E}", "\u{2018}", "\u{2019}", "\u{00AB}"]
        where text.file.bytes[start..<end].starts(with: quote.utf8) {
            report(
                .typographicQuote, as: .warning,
                "`\(quote)` is not a quotation mark in YAML, so it becomes part of the text",
                at: start..<start + quote.utf8.count,
                hint: "write `\"` before and after the text: some keyboards replace it with curly quotes")
        }
    }

    mutating func reportForbiddenStart(_ byte: UInt8, of key: Range<Int>) {
        report(
            .yamlSyntax, "a value cannot begin with `\(Character(Unicode.Scalar(byte)))` in YAML",
            at: offset..<offset + 1, hint: quoting(key, offset))
    }

    mutating func reportColon(of key: Range<Int>, valueFrom start: Int) {
        report(
            .yamlUnquotedColon, "in YAML, a colon followed by a space starts a second value",
            at: offset..<offset + 1, hint: quoting(key, start))
    }

    mutating func reportColonInContinuation(from start: Int) {
        let line = String(decoding: text.file.bytes[start..<max(start, lineEnd)], as: UTF8.self)
        report(
            .yamlUnquotedColon,
            "this line is indented more than the key above it, so it continues that key's text, "
                + "where a colon followed by a space is not allowed", at: offset..<offset + 1,
            hint: line.utf8.count > 80
                ? "start it in the same column as the key above, or put the whole text in double quotes"
                : "if it is a key, write `\(line)` in the same column as the key above; "
                    + "if it is text, put the whole text in double quotes")
    }

    mutating func reportComment(of key: Range<Int>?, valueFrom start: Int) {
        report(
            .yamlComment, as: .warning, "` #` starts a comment in YAML, so the value ends before it",
            at: offset..<lineEnd, hint: quoting(key, start))
    }

    /// Reports a comma in a number: in YAML, `{users: 1,200}` has two entries, `users: 1` and `200`.
    mutating func reportCommaInNumber() {
        guard offset > text.range.lowerBound, isDigit(at: offset - 1), isDigit(at: offset + 1) else { return }
        report(
            .yamlFlowComma, "a comma ends the value here, so the number is cut in two",
            at: offset..<offset + 1, hint: "put the number in double quotes, or remove the comma")
    }

    /// Reports text after a closing bracket.
    ///
    /// - Returns: whether there was something to report.
    mutating func reportTextAfterBracket(from start: Int, key: Range<Int>?) -> Bool {
        skipBlanks()
        guard let byte = current, !isLineEnd(byte), byte != UInt8(ascii: "#"), !isColon(at: offset) else {
            return false
        }
        report(
            .yamlBracket, "in YAML, a value that begins with a bracket ends at the closing bracket",
            at: start..<offset, hint: quoting(key, start))
        return true
    }

    mutating func reportTextAfterQuote(from start: Int, key: Range<Int>) {
        skipBlanks()
        let isWithin = text.file.bytes[start..<offset].allSatisfy { !isLineEnd($0) }
        guard isWithin, let byte = current, !isLineEnd(byte), byte != UInt8(ascii: "#") else { return }
        report(
            .yamlSyntax, "there is text after the closing quote",
            at: offset..<max(offset + 1, lineEnd), hint: quoting(key, start))
    }

    mutating func reportAnchor(at range: Range<Int>) {
        report(
            .yamlAnchor, "YAML anchors and aliases (`&name`, `*name`) are not supported", at: range,
            hint: "write the value out, or put it in double quotes if it is text")
    }

    /// Reports a comment that includes the closing bracket, such as in `[OPS #7]`.
    mutating func reportComment(in flow: Int, from plain: Int) {
        report(
            .yamlComment, "` #` starts a comment in YAML before the bracket is closed",
            at: offset..<lineEnd,
            hint: "put the text in double quotes: `\""
                + String(
                    decoding: text.file.bytes[plain..<lineEnd].prefix { !",]}".utf8.contains($0) },
                    as: UTF8.self
                )
                + "\"`")
    }

    mutating func reportUnclosed(_ what: String, at place: Int) {
        report(
            .yamlSyntax, "this \(what) is not closed", at: place..<place + 1,
            hint: what == "quote" ? closing(place) : "close it, or put the text in double quotes")
    }

    /// Returns the hint to close the quote at the end of the line.
    ///
    /// A `\` before a double quote keeps it from closing the text.
    private func closing(_ place: Int) -> String {
        let bytes = text.file.bytes
        let end = bytes[place..<end].firstIndex(where: isLineEnd) ?? end
        let content = String(decoding: bytes[place + 1..<max(place + 1, end)], as: UTF8.self).trimmed
        guard bytes[place] == UInt8(ascii: "\""), content.hasSuffix("\\\""), !content.contains("'") else {
            return "add the same quote at the end of the text"
        }
        return "`\\\"` does not close it: put the text in single quotes, `'\(content.dropLast())'`"
    }

    mutating func refuseDepth(at place: Int) {
        report(
            .yamlSyntax, "this is nested more than \(Self.deepest) levels deep", at: place..<place + 1,
            hint: "use fewer levels: no key needs that many")
        offset = end
    }
}

extension YAMLPitfalls {
    mutating func report(
        _ id: Diagnostic.ID,
        as severity: Diagnostic.Severity = .error,
        _ message: String,
        at range: Range<Int>,
        hint: String
    ) {
        findings.add(Diagnostic(severity, id, message, at: text.file.location(of: range), hint: hint))
    }

    /// Returns the hint with the correct line: the key, and the rest in quotes.
    private func quoting(_ key: Range<Int>?, _ start: Int) -> String {
        let value = String(decoding: text.file.bytes[start..<max(start, lineEnd)], as: UTF8.self)
        guard let key, value.utf8.count <= 200 else { return "put the text in double quotes" }
        let name = String(decoding: text.file.bytes[key], as: UTF8.self)
        return "write `\(name): \"\(MeantText(value).escaped)\"`"
    }
}
