import StatusModel

/// A reader that classifies a line of a body by its text alone, regardless of where it is.
struct LineReader {
    let words: PhaseWords
    /// Whether `From:` is a trailer, which it is only in maintenance.
    let readsFrom: Bool

    /// The kinds of lines.
    enum Reading {
        /// Ordinary text.
        case text
        /// A line that would be read as something else without the backslash before it.
        case escaped(MarkdownNode)
        /// The beginning of an update.
        case marker(PhaseMarker)
        /// The beginning of an update, but in backticks.
        case code(String)
        /// A line that looks like the beginning of an update but is not.
        case lookalike(UpdateLookalike)
        /// A line that states who may read something, which only post-mortems can have.
        case visibility(String)
        case trailer(Trailer)
        case slip(TrailerSlip)
    }
}

extension LineReader {
    func read(_ line: ParagraphLines.Line, inList: Bool = false) -> Reading {
        guard let start = line.start else { return code(line) }
        let isWhole = line.nodes.count == 1 && line.nodes.first == start
        guard start.begins(where: { Self.isWorthReading($0, isWhole: isWhole) }, within: Self.reach) else {
            return .text
        }
        var text = line.text
        if text.utf8.first == UInt8(ascii: "\\") {
            text.removeFirst()
            // The backslash counts whatever the kind of record.
            if case .text = LineReader(words: words.ofAnyKind, readsFrom: true).read(text) { return .text }
            return .escaped(start)
        }
        if inList, ["[ ] ", "[x] ", "[X] "].contains(where: text.hasPrefix) {
            text = String(text.dropFirst(4))
        }
        if line.nodes.first == start, let marker = PhaseMarker(text) { return .marker(marker) }
        return read(text)
    }

    /// Classifies a line without markup; here, the bracket of an update counts only as something that looks like one.
    func read(_ text: String) -> Reading {
        if let lookalike = UpdateLookalike(text, by: words) { return .lookalike(lookalike) }
        guard let named = NamedLine(text) else { return .text }
        if let trailer = Trailer(text), isRead(trailer.name.rawValue) { return .trailer(trailer) }
        if named.key == "visibility" {
            return Visibility.byWord[named.value.folded] == nil ? .text : .visibility(named.name)
        }
        return TrailerSlip(text, by: words).flatMap { isRead($0.meant) ? .slip($0) : nil } ?? .text
    }

    private func isRead(_ trailer: String) -> Bool { readsFrom || trailer != Trailer.Name.from.rawValue }

    /// Whether a line may be more than text, judged by its first bytes; nearly all lines are only text.
    static func isWorthReading(_ bytes: UnsafeBufferPointer<UInt8>, isWhole: Bool) -> Bool {
        guard let first = bytes.first else { return false }
        switch first {
        case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "{"), UInt8(ascii: "<"), UInt8(ascii: "\\"):
            return true
        case 0xC2, 0xE2, 0xEF: return true  // non-ASCII spaces, full-width brackets
        case 0xE3: return bytes.count > 1 && bytes[1] == 0x80  // 【 and the like
        default:
            return bytes.contains { $0 == UInt8(ascii: ":") || $0 == 0xEF }
                || UpdateLookalike.phase(atStartOf: bytes) != nil || !isWhole && bytes.count < 24
        }
    }

    /// The number of bytes of a line that are examined; no name is longer.
    private static let reach = 40

    private func code(_ line: ParagraphLines.Line) -> Reading {
        guard let first = line.nodes.first, first.kind == .inlineCode, let marker = PhaseMarker(first.literal)
        else { return .text }
        return .code(marker.bracket)
    }
}
