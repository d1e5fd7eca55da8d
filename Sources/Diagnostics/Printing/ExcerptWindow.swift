/// A source line shortened to fit a terminal, with carets under the place in question.
struct ExcerptWindow {
    /// The line, with tabs as single spaces and `…` where something was cut off.
    let line: String
    /// Spaces, a caret, and `~` under the rest of the place.
    let carets: String

    init(around location: SourceLocation) {
        // The line is read in place: otherwise, each of a thousand mistakes on a long line would copy it.
        var excerpt = location.excerpt
        self = excerpt.withUTF8 { Self(of: $0, around: location) }
    }

    private init(of bytes: UnsafeBufferPointer<UInt8>, around location: SourceLocation) {
        let start = min(location.column - 1, bytes.count)
        let end = min(start + location.length, bytes.count)
        let from = Self.boundary(in: bytes, near: start > 70 ? start - 50 : 0)
        let to = Self.boundary(in: bytes, near: min(bytes.count, max(from + 100, min(end, from + 160))))
        let before = Self.visible(bytes[from..<max(from, min(start, to))])
        let marked = Self.visible(bytes[min(start, to)..<min(end, to)])
        let lead = from > 0 ? "…" : ""
        line = lead + Self.visible(bytes[from..<to]) + (to < bytes.count ? "…" : "")
        carets =
            String(repeating: " ", count: Self.columns(of: lead + before))
            + "^" + String(repeating: "~", count: max(0, Self.columns(of: marked) - 1))
    }
}

private extension ExcerptWindow {
    /// Returns the nearest offset at or before `offset` that is not in the middle of a character's bytes.
    static func boundary(in bytes: UnsafeBufferPointer<UInt8>, near offset: Int) -> Int {
        var offset = offset
        while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
        return offset
    }

    static func visible(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
        printable(
            String(decoding: bytes.map { $0 == UInt8(ascii: "\t") ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
        )
    }

    /// Returns the number of terminal columns that the text takes: two for East Asian wide characters and emoji, none
    /// for marks that combine with the character before.
    static func columns(of text: String) -> Int {
        text.reduce(0) { $0 + ($1.unicodeScalars.contains(where: isWide) ? 2 : 1) }
    }

    static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            true
        default:
            false
        }
    }
}
