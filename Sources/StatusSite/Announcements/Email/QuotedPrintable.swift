import Diagnostics

extension String {
    /// The text in the quoted-printable encoding: lines of at most 76 characters that end in CRLF (RFC 2045, §6.7).
    ///
    /// It also encodes `From ` at the start of a line, which begins a message in a mailbox file, and anything that
    /// would be a command in the log of a CI job.
    var quotedPrintable: String {
        split(omittingEmptySubsequences: false) { $0.isNewline }
            .map { Self.quotedPrintable(line: Array($0.utf8)) }
            .joined(separator: "\r\n")
    }

    private static func quotedPrintable(line: [UInt8]) -> String {
        var (lines, current, commands) = ([String](), "", CommandScanner())
        for (place, byte) in line.enumerated() {
            let isLast = place == line.count - 1
            let isSpaceAtEnd = isLast && byte.isBlank
            let beginsFrom = place == 0 && line.starts(with: "From ".utf8)
            let isPlain = byte.isPrintable && !isSpaceAtEnd && !beginsFrom
            let completesCommand = isPlain && commands.completes(Unicode.Scalar(byte))
            let encoded =
                isPlain && !completesCommand ? String(Unicode.Scalar(byte)) : byte.asQuotedPrintable
            // The last one is not followed by `=`.
            if current.utf8.count + encoded.utf8.count > (isLast ? 76 : 75) {
                lines.append(current + "=")
                (current, commands) = ("", CommandScanner())
                if isPlain { _ = commands.completes(Unicode.Scalar(byte)) }
            }
            current += encoded
        }
        return (lines + [current]).joined(separator: "\r\n")
    }
}

extension UInt8 {
    /// The encoded byte, such as `=C3`.
    var asQuotedPrintable: String {
        let digits = String(self, radix: 16, uppercase: true)
        return "=" + (digits.count == 1 ? "0" : "") + digits
    }

    fileprivate var isPrintable: Bool {
        self == 0x09 || (0x20...0x7E).contains(self) && self != UInt8(ascii: "=")
    }
}
