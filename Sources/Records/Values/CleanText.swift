import Diagnostics

/// The removal of characters that do not belong in text: control characters, which could move a terminal's cursor or
/// break a header, and changes of direction that continue after the text in which they were written.
enum CleanText {
    /// Returns the file without its control characters, and reports them with the place of the first.
    ///
    /// Every file is read in this way, so that nothing made from it has to be checked for them again.
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
    /// Returns the ranges of control characters: C0 except for tabs and line endings, DEL, C1, U+FFFE and U+FFFF.
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

    /// Returns the length in bytes of the control character that begins at the index; `nil` if there is none.
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
    /// The text in the form for values of the model: without control characters, which escapes in YAML and HTML can
    /// still produce, and with every change of direction ended.
    var cleaned: String {
        var text = self
        let isClean = text.withUTF8 { bytes in
            bytes.allSatisfy { 0x20...0x7E ~= $0 || $0 == 0x0A }
        }
        return isClean ? self : Self.closingDirections(of: text.withoutControls)
    }

    /// The first control character, which an escape may have produced; a carriage return is then one, too.
    var firstControl: Unicode.Scalar? { unicodeScalars.first { $0.isStrayOrReturn } }

    private var withoutControls: String {
        firstControl == nil
            ? self : String(String.UnicodeScalarView(unicodeScalars.filter { !$0.isStrayOrReturn }))
    }

    /// Closes every change of direction on each line, and removes marks that close nothing there.
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

/// A text in which every change of direction is closed.
private struct OpenDirections {
    private(set) var text = String.UnicodeScalarView()
    /// The marks that close the open changes, the innermost last.
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

    /// Closes a change of direction.
    ///
    /// The end of an isolate also ends the changes within it; a mark that closes nothing is dropped.
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
    /// A mark that begins a change, with the mark that closes it.
    case opens(Unicode.Scalar)
    case closes
}

extension Unicode.Scalar {
    /// POP DIRECTIONAL ISOLATE.
    fileprivate static let isolateEnd: Unicode.Scalar = "\u{2069}"

    /// Whether values leave the character out: a stray one, or a carriage return, which only an escape can produce.
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
