import Diagnostics

extension YAMLPitfalls {
    mutating func reportTabs(from start: Int) {
        guard let tab = (start..<offset).first(where: { text.file.bytes[$0] == UInt8(ascii: "\t") }) else {
            return
        }
        report(
            .yamlTab, "YAML is indented with blanks, never with tabs", at: tab..<tab + 1,
            hint: "write two blanks instead")
    }

    mutating func reportDash() {
        for dash in ["\u{2013} ", "\u{2014} "] where text.file.bytes[offset..<end].starts(with: dash.utf8) {
            report(
                .typographicQuote, "this dash is not the one that begins a list's item in YAML",
                at: offset..<offset + 3, hint: "write `-`: some keyboards turn it into a longer dash")
        }
    }

    mutating func reportTypographicQuote(at start: Int) {
        guard text.file.bytes[start] & 0x80 != 0 else { return }
        for quote in ["\u{201C}", "\u{201D}", "\u{201E}", "\u{2018}", "\u{2019}", "\u{00AB}"]
        where text.file.bytes[start..<end].starts(with: quote.utf8) {
            report(
                .typographicQuote, as: .warning,
                "`\(quote)` does not quote in YAML: it becomes part of the text",
                at: start..<start + quote.utf8.count,
                hint: "write `\"` before and after: some keyboards curl it")
        }
    }

    mutating func reportForbiddenStart(_ byte: UInt8, of key: Range<Int>) {
        report(
            .yamlSyntax, "a value cannot begin with `\(Character(Unicode.Scalar(byte)))` in YAML",
            at: offset..<offset + 1, hint: quoting(key, offset))
    }

    mutating func reportColon(of key: Range<Int>, valueFrom start: Int) {
        report(
            .yamlUnquotedColon, "a colon followed by a blank begins a second value in YAML",
            at: offset..<offset + 1, hint: quoting(key, start))
    }

    mutating func reportColonInContinuation(from start: Int) {
        let line = String(decoding: text.file.bytes[start..<max(start, lineEnd)], as: UTF8.self)
        report(
            .yamlUnquotedColon,
            "this line is indented more than the key above it, and so goes on with that key's text, "
                + "where a colon followed by a blank cannot stand", at: offset..<offset + 1,
            hint: line.utf8.count > 80
                ? "begin it in the column of the key above, or put the whole text between double quotes"
                : "if it is a key, write `\(line)` in the column of the key above; "
                    + "if it is text, put the whole text between double quotes")
    }

    mutating func reportComment(of key: Range<Int>?, valueFrom start: Int) {
        report(
            .yamlComment, as: .warning, "` #` begins a comment in YAML: the value ends before it",
            at: offset..<lineEnd, hint: quoting(key, start))
    }

    /// `{users: 1,200}` is two entries to YAML: `users: 1` and `200`.
    mutating func reportCommaInNumber() {
        guard offset > text.range.lowerBound, isDigit(at: offset - 1), isDigit(at: offset + 1) else { return }
        report(
            .yamlFlowComma, "a comma ends the value here, so that the number is cut in two",
            at: offset..<offset + 1, hint: "put the number between double quotes, or leave the comma out")
    }

    /// - Returns: whether there was something to report.
    mutating func reportTextAfterBracket(from start: Int, key: Range<Int>?) -> Bool {
        skipBlanks()
        guard let byte = current, !isLineEnd(byte), byte != UInt8(ascii: "#"), !isColon(at: offset) else {
            return false
        }
        report(
            .yamlBracket, "a value that begins with a bracket is a list in YAML, and ends with it",
            at: start..<offset, hint: quoting(key, start))
        return true
    }

    mutating func reportTextAfterQuote(from start: Int, key: Range<Int>) {
        skipBlanks()
        let isWithin = text.file.bytes[start..<offset].allSatisfy { !isLineEnd($0) }
        guard isWithin, let byte = current, !isLineEnd(byte), byte != UInt8(ascii: "#") else { return }
        report(
            .yamlSyntax, "the value ends with its quote, and there is text behind it",
            at: offset..<max(offset + 1, lineEnd), hint: quoting(key, start))
    }

    mutating func reportAnchor(at range: Range<Int>) {
        report(
            .yamlAnchor, "YAML's anchors and aliases (`&name`, `*name`) are not read here", at: range,
            hint: "write the value out, or put it between double quotes if it is text")
    }

    /// `[OPS #7]`: the comment takes the bracket with it.
    mutating func reportComment(in flow: Int, from plain: Int) {
        report(
            .yamlComment, "` #` begins a comment in YAML, and the bracket is not closed before it",
            at: offset..<lineEnd,
            hint: "put the text between double quotes, as in `\""
                + String(
                    decoding: text.file.bytes[plain..<lineEnd].prefix { !",]}".utf8.contains($0) },
                    as: UTF8.self
                )
                + "\"`")
    }

    mutating func reportUnclosed(_ what: String, at place: Int) {
        report(
            .yamlSyntax, "this \(what) is not closed", at: place..<place + 1,
            hint: what == "quote" ? closing(place) : "close it, or put the text between double quotes")
    }

    /// The line with the quote closed where the line ends. A `\` before a double quote keeps it from closing.
    private func closing(_ place: Int) -> String {
        let bytes = text.file.bytes
        let end = bytes[place..<end].firstIndex(where: isLineEnd) ?? end
        let content = String(decoding: bytes[place + 1..<max(place + 1, end)], as: UTF8.self).trimmed
        guard bytes[place] == UInt8(ascii: "\""), content.hasSuffix("\\\""), !content.contains("'") else {
            return "write the same quote at the text's end"
        }
        return "`\\\"` does not close it: write the text between single quotes, `'\(content.dropLast())'`"
    }

    mutating func refuseDepth(at place: Int) {
        report(
            .yamlSyntax, "this is nested more than \(Self.deepest) levels deep", at: place..<place + 1,
            hint: "no key of a record or of `status.yml` needs that")
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

    /// The line as it ought to be: the key, and the rest between quotes.
    private func quoting(_ key: Range<Int>?, _ start: Int) -> String {
        let value = String(decoding: text.file.bytes[start..<max(start, lineEnd)], as: UTF8.self)
        guard let key, value.utf8.count <= 200 else { return "put the text between double quotes" }
        let name = String(decoding: text.file.bytes[key], as: UTF8.self)
        let escaped = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return "write `\(name): \"\(escaped)\"`"
    }
}
