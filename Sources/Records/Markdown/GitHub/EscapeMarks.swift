/// Marks after escaped characters that have a meaning for GitHub but not for libcmark, in whose tree `\~~text\~~` and
/// `~~text~~` are the same.
///
/// The mark is U+FFFE, which cannot be in a text, because it is left out of every file that is read.
enum EscapeMarks {
    static let mark: [UInt8] = [0xEF, 0xBF, 0xBE]

    /// Returns the text with a mark after each such character.
    ///
    /// The line breaks are unchanged.
    static func added(to bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var marked: [UInt8] = []
        var (copied, index) = (bytes.startIndex, bytes.startIndex)
        while let backslash = bytes[index...].firstIndex(of: UInt8(ascii: "\\")),
            backslash + 1 < bytes.endIndex
        {
            index = backslash + 2
            guard isOurs(bytes, escapedAt: backslash + 1) else { continue }
            marked += bytes[copied..<index]
            marked += mark
            copied = index
        }
        return copied == bytes.startIndex ? bytes : (marked + bytes[copied...])[...]
    }

    /// Whether the escaped character is a tilde, the colon or dot of an address, or the bracket of a task.
    private static func isOurs(_ bytes: ArraySlice<UInt8>, escapedAt index: Int) -> Bool {
        let (before, after) = (bytes[..<(index - 1)], bytes[(index + 1)...])
        switch bytes[index] {
        case UInt8(ascii: "~"): return true
        case UInt8(ascii: ":"): return after.starts(with: "//".utf8)
        case UInt8(ascii: "/"): return before.last == UInt8(ascii: ":")
        case UInt8(ascii: "."): return before.suffix(3).elementsEqual("www".utf8)
        case UInt8(ascii: "["): return after.dropFirst().first == UInt8(ascii: "]")
        default: return false
        }
    }
}

extension String {
    /// Whether the text contains a mark's first byte: a cheap test that rules out almost every text.
    var mayHoldEscapeMarks: Bool {
        utf8.withContiguousStorageIfAvailable { $0.contains(0xEF) } ?? true
    }

    var withoutEscapeMarks: String {
        guard mayHoldEscapeMarks, unicodeScalars.contains("\u{FFFE}") else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.filter { $0 != "\u{FFFE}" }))
    }
}
