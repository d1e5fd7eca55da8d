import Diagnostics

/// What no text holds once it has been read: control characters, which could move a terminal's cursor or break a
/// header, and a direction that goes on behind the text that it was written in.
enum CleanText {
    /// The file without its control characters, which are told: the first with its place.
    ///
    /// Every file is read like this, so that whatever is made of it needs no further look at them.
    static func file(_ file: SourceFile, into findings: Findings) -> SourceFile {
        let places = controls(in: file.bytes)
        guard let first = places.first else { return file }
        findings.add(warning(of: file.bytes[first], at: file.location(of: first), others: places.count - 1))
        return SourceFile(file, leavingOut: places)
    }

    static func warning(of control: ArraySlice<UInt8>, at place: SourceLocation, others: Int = 0)
        -> Diagnostic
    {
        let scalar = String(decoding: control, as: UTF8.self).unicodeScalars.first ?? "\u{0}"
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
        let more =
            others == 0
            ? "" : ", and so \(others == 1 ? "is 1 other" : "are \(others) others") in this file"
        return Diagnostic(
            .warning, .controlCharacter, "the control character \(name) is left out" + more, at: place,
            hint: "delete it: such characters usually come with copied text")
    }
}

extension CleanText {
    /// Where control characters stand: C0 but for tabs and the ends of lines, DEL, C1, U+FFFE and U+FFFF.
    fileprivate static func controls(in bytes: some RandomAccessCollection<UInt8>) -> [Range<Int>] {
        bytes.withContiguousStorageIfAvailable { bytes in
            var places: [Range<Int>] = []
            for index in bytes.indices {
                guard bytes[index] < 0x20 || bytes[index] >= 0x7F, let length = control(at: index, in: bytes)
                else { continue }
                places.append(index..<index + length)
            }
            return places
        } ?? controls(in: Array(bytes))
    }

    /// How many bytes of a control character begin there; nothing where it is none.
    private static func control(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        func next(_ step: Int) -> UInt8 { index + step < bytes.count ? bytes[index + step] : 0 }
        switch bytes[index] {
        case 0x09, 0x0A, 0x0D: return nil
        case 0x00...0x1F, 0x7F: return 1
        case 0xC2: return (0x80...0x9F).contains(next(1)) ? 2 : nil
        case 0xEF: return next(1) == 0xBF && next(2) >= 0xBE ? 3 : nil
        default: return nil
        }
    }
}

extension String {
    /// The text as values of a model have it: without control characters, which escapes of YAML and of HTML can still
    /// bring, and with each direction that it begins ended.
    var cleaned: String {
        var text = self
        let isClean = text.withUTF8 { bytes in
            bytes.allSatisfy { 0x20...0x7E ~= $0 || $0 == 0x0A }
        }
        return isClean ? self : Self.closingDirections(of: text.withoutControls)
    }

    /// Whether a control character stands in it, as an escape brings it; a carriage return is one then.
    var firstControl: Unicode.Scalar? { unicodeScalars.first { $0.isStrayOrReturn } }

    private var withoutControls: String {
        firstControl == nil
            ? self : String(String.UnicodeScalarView(unicodeScalars.filter { !$0.isStrayOrReturn }))
    }

    /// Closes on each line what changes the direction of its text, and drops what closes nothing there.
    ///
    /// Source: Unicode Standard Annex #9, §2.1 to §2.5, on embeddings, overrides and isolates.
    private static func closingDirections(of text: String) -> String {
        guard text.unicodeScalars.contains(where: { $0.directionMark != nil }) else { return text }
        var directions = OpenDirections()
        for scalar in text.unicodeScalars { directions.append(scalar) }
        directions.closeAll()
        return String(directions.text)
    }
}

/// A text in which every direction that begins also ends.
private struct OpenDirections {
    private(set) var text = String.UnicodeScalarView()
    /// What ends those that are open, the innermost last.
    private var open: [Unicode.Scalar] = []
    private var isolates = 0

    mutating func append(_ scalar: Unicode.Scalar) {
        switch scalar.directionMark {
        case .opens(let closing):
            open.append(closing)
            if closing == .isolateEnd { isolates += 1 }
            text.append(scalar)
        case .closes: close(scalar)
        case nil:
            if scalar == "\n" { closeAll() }
            text.append(scalar)
        }
    }

    mutating func closeAll() {
        text.append(contentsOf: open.reversed())
        (open, isolates) = ([], 0)
    }

    /// The end of an isolate ends what was begun in it too. What ends nothing is dropped.
    private mutating func close(_ closing: Unicode.Scalar) {
        guard closing == .isolateEnd ? isolates > 0 : open.last == closing else { return }
        while let last = open.popLast() {
            text.append(last)
            if last == closing { break }
        }
        if closing == .isolateEnd { isolates -= 1 }
    }
}

private enum DirectionMark {
    /// It is closed by the other.
    case opens(Unicode.Scalar)
    case closes
}

extension Unicode.Scalar {
    /// POP DIRECTIONAL ISOLATE.
    fileprivate static let isolateEnd: Unicode.Scalar = "\u{2069}"

    /// A character that values leave out: a stray one, or a carriage return, which only an escape can produce.
    fileprivate var isStrayOrReturn: Bool { isStray || self == "\r" }

    fileprivate var directionMark: DirectionMark? {
        switch value {
        case 0x202A, 0x202B, 0x202D, 0x202E: .opens("\u{202C}")
        case 0x2066...0x2068: .opens(.isolateEnd)
        case 0x202C, 0x2069: .closes
        default: nil
        }
    }
}
