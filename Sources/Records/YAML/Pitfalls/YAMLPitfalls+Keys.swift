import Diagnostics

/// Keys that YAML does not read as keys, and keys in unexpected columns.
extension YAMLPitfalls {
    /// Reports a key or item in a wrong column.
    ///
    /// The keys of a map must be in one column, and so must the items of a list; a key without a value may be followed
    /// by a new map. Only the first such mistake is reported, since others may result from it.
    mutating func checkColumn(_ column: Int, of key: Range<Int>, above: [Int]) {
        let parent = columns.last { $0 < column }
        let isAligned =
            columns.contains(column) || above.isEmpty || openKey != nil && openKey == parent
        guard !isAligned, !isMisaligned else { return }
        isMisaligned = true
        let isItem = text.file.bytes[key.lowerBound] == UInt8(ascii: "-") && isBlank(at: key.lowerBound + 1)
        let near = [above.last { $0 < column }, above.first { $0 > column }].compactMap { $0 }
        let line = String(decoding: text.file.bytes[key.lowerBound..<lineEnd], as: UTF8.self)
        report(
            .yamlSyntax,
            "this \(isItem ? "item" : "key") is indented by \(blanks(column)), but the lines above it by "
                + near.map(String.init).joined(separator: " or "), at: key,
            hint: hint(for: line, in: near))
    }

    private func hint(for line: String, in near: [Int]) -> String {
        if columns.isEmpty { return "start all of these keys in the first column" }
        if line.utf8.count > 80 { return "indent it like the keys it belongs with" }
        return "write " + list(near.map { String(repeating: " ", count: $0) + line }, or: true)
    }

    private func blanks(_ count: Int) -> String {
        count == 1 ? "1 space" : "\(count) spaces"
    }

    /// Returns the range of the wrong separator in a text such as `severity:SEV-2` or `severity = SEV-2` in the place
    /// of a key; `nil` for any other text.
    ///
    /// YAML reads it as a text, since there is no colon followed by a space.
    func colonSlip(in plain: Range<Int>) -> Range<Int>? {
        let bytes = text.file.bytes
        var index = plain.lowerBound
        while index < plain.upperBound, isNameByte(bytes[index]) { index += 1 }
        guard index > plain.lowerBound, index - plain.lowerBound <= 60, bytes[plain.lowerBound].isLetter
        else {
            return nil
        }
        let wide: [UInt8] = [0xEF, 0xBC, 0x9A]
        let isWide = bytes[index..<plain.upperBound].starts(with: wide)
        guard isWide || index < plain.upperBound && ":=".utf8.contains(bytes[index]) else { return nil }
        let colon = index..<index + (isWide ? wide.count : 1)
        let rest = bytes[colon.upperBound..<plain.upperBound]
        return rest.starts(with: "//".utf8) || rest.isEmpty && !isWide ? nil : colon
    }

    mutating func reportColonSlip(_ colon: Range<Int>, in plain: Range<Int>) {
        let key = String(decoding: text.file.bytes[plain.lowerBound..<colon.lowerBound], as: UTF8.self)
            .trimmed
        let end = text.file.bytes[plain.upperBound..<end].firstIndex(where: isLineEnd) ?? end
        let value = String(decoding: text.file.bytes[colon.upperBound..<end], as: UTF8.self)
        let line = "\(key): \(PlainTyping.trimmed(value))".trimmed
        report(
            .yamlSyntax,
            text.file.bytes[colon.lowerBound] == UInt8(ascii: ":")
                ? "a space is missing after the colon"
                : "a key must be followed by a plain colon and a space", at: colon,
            hint: line.utf8.count > 120 ? "write `\(key): ` before the value" : "write `\(line)`")
    }

    /// Reports a line of text among keys.
    mutating func reportMissingColon(in plain: Range<Int>) {
        report(
            .yamlSyntax, "this line is not a key with a value: it has no colon followed by a space",
            at: plain.lowerBound..<plain.lowerBound + 1,
            hint: "write `key: value`, or indent the line if it continues the text above it")
    }

    /// Reports and skips a no-break space or another kind of space at the beginning of a line, which is not indentation
    /// in YAML.
    mutating func reportStrangeBlanks() {
        let start = offset
        while let count = strangeBlank(at: offset) {
            offset += count
            skipBlanks()
        }
        guard offset > start,
            let scalar = String(decoding: text.file.bytes[start..<offset], as: UTF8.self)
                .unicodeScalars.first
        else { return }
        isMisaligned = true
        report(
            .yamlTab,
            "YAML cannot be indented with this kind of space (\(PlainTyping.codePoint(scalar)))",
            at: start..<offset, hint: "replace it with plain spaces")
    }

    /// Returns the number of bytes of the space at the index, if it is not an ASCII space.
    private func strangeBlank(at index: Int) -> Int? {
        let next = text.file.bytes[index..<min(index + 3, end)]
        if next.starts(with: [0xC2, 0xA0]) { return 2 }
        let isBlank =
            next.starts(with: [0xE3, 0x80, 0x80]) || next.starts(with: [0xE2, 0x80, 0xAF])
            || next.starts(with: [0xE2, 0x80]) && next.count == 3 && (0x80...0x8B).contains(next[index + 2])
        return isBlank ? 3 : nil
    }

    private func isNameByte(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || " _-.".utf8.contains(byte)
    }
}
