import Diagnostics

/// Invalid escapes after a `\` in double quotes.
extension YAMLPitfalls {
    /// An escape with its length, including the `\`.
    enum Escape {
        case known(Int)
        /// Half of a character beyond U+FFFF, which JSON writes as two escapes.
        case surrogates(Int, Unicode.Scalar?)
        case unknown(Int)
    }

    /// Returns the escape at the index.
    ///
    /// Source: YAML 1.2.2, 5.7 (escaped characters).
    func escape(at index: Int) -> Escape {
        guard index + 1 < end else { return .known(1) }
        let digits: Int
        switch text.file.bytes[index + 1] {
        case UInt8(ascii: "x"): digits = 2
        case UInt8(ascii: "u"): digits = 4
        case UInt8(ascii: "U"): digits = 8
        case let byte:
            return "0abt\tnvfre \"/\\N_LP\r\n".utf8.contains(byte) ? .known(2) : .unknown(2)
        }
        guard let value = hexadecimal(digits, at: index + 2) else { return .unknown(2) }
        let length = digits + 2
        if Unicode.Scalar(value) != nil { return .known(length) }
        guard (0xD800...0xDBFF).contains(value), index + length + 1 < end,
            text.file.bytes[index + length] == UInt8(ascii: "\\"),
            text.file.bytes[index + length + 1] == UInt8(ascii: "u"),
            let low = hexadecimal(4, at: index + length + 2), (0xDC00...0xDFFF).contains(low)
        else { return .surrogates(length, nil) }
        let scalar = Unicode.Scalar(0x10000 + (value - 0xD800) << 10 + (low - 0xDC00))
        return .surrogates(length + 6, scalar)
    }

    mutating func reportEscape(_ slip: Range<Int>, in quoted: Range<Int>) {
        let written = String(decoding: text.file.bytes[slip], as: UTF8.self)
        if case .surrogates(_, let scalar) = escape(at: slip.lowerBound) {
            report(
                .yamlSyntax,
                scalar.map { "`\(written)` is the JSON escape for \($0), which YAML does not support" }
                    ?? "`\(written)` is only half of a character", at: slip,
                hint: scalar == nil
                    ? "write the character itself" : "write the character itself: \(line(mending: quoted))")
        } else {
            report(
                .yamlSyntax, "in double quotes, `\\` starts an escape, and `\(written)` is not a valid one",
                at: slip, hint: "write \(line(mending: quoted))")
        }
    }

    /// Returns the line with the quoted text corrected: in single quotes if this changes nothing else.
    func line(mending quoted: Range<Int>) -> String {
        let bytes = text.file.bytes
        let start =
            bytes[text.range.lowerBound..<quoted.lowerBound].lastIndex(where: isLineEnd).map { $0 + 1 }
            ?? text.range.lowerBound
        let before = String(decoding: bytes[start..<quoted.lowerBound], as: UTF8.self).trimmedStart
        let content = quoted.lowerBound + 1..<max(quoted.lowerBound + 1, quoted.upperBound - 1)
        let (mended, isPlain) = mended(content)
        let line =
            before + (isPlain ? "'\(String(decoding: bytes[content], as: UTF8.self))'" : "\"\(mended)\"")
        return line.utf8.count <= 120 && !line.contains("\n") ? "`\(line)`" : "it in single quotes"
    }

    /// Returns the text with characters instead of JSON's escapes and with `\\` for each `\` that does not begin an
    /// escape, and whether the original can be put in single quotes as it is.
    private func mended(_ content: Range<Int>) -> (String, isPlain: Bool) {
        var (text, isPlain, index) = ("", true, content.lowerBound)
        func written(_ count: Int) -> String {
            String(
                decoding: self.text.file.bytes[index..<min(index + count, content.upperBound)],
                as: UTF8.self
            )
        }
        while index < content.upperBound {
            let byte = self.text.file.bytes[index]
            let next =
                self.text.file.bytes[index..<content.upperBound].dropFirst()
                .firstIndex { $0 == UInt8(ascii: "\\") } ?? content.upperBound
            guard byte == UInt8(ascii: "\\") else {
                text += written(next - index)
                isPlain = isPlain && !written(next - index).utf8.contains(UInt8(ascii: "'"))
                index = next
                continue
            }
            switch escape(at: index) {
            case .known(let count):
                text += written(count)
                isPlain = isPlain && !["\\\"", "\\\\"].contains(written(count))
                index += count
            case .surrogates(let count, let scalar):
                text += scalar.map { String(Character($0)) } ?? written(count)
                isPlain = false
                index += count
            case .unknown(let count):
                text += "\\" + written(count)
                index += count
            }
        }
        return (text, isPlain)
    }

    private func hexadecimal(_ digits: Int, at index: Int) -> UInt32? {
        guard index + digits <= end else { return nil }
        let digits = text.file.bytes[index..<index + digits]
        guard digits.allSatisfy(\.isHexDigit) else {
            return nil
        }
        return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}
