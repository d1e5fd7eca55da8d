public import Diagnostics
import StatusModel

/// An update as it is marked in its file, with or without a time.
public struct MarkedUpdate: Sendable {
    /// The word in its bracket, such as `IDENTIFIED`.
    public let keyword: String
    /// The location of its bracket.
    public let place: SourceLocation
    /// All of its text, including the bracket and trailers, with one space between words because line breaks may change.
    public let text: String
    /// Whether and how it states its time.
    public let timing: Timing

    /// The ways in which an update can state its time.
    public enum Timing: Sendable {
        /// It has a time.
        case stated
        /// It has a time that is not read, because it is in the wrong place or after another word.
        case misplaced
        /// It has no time.
        case missing
    }
}

extension MarkedUpdate {
    init(_ part: BodyParts.UpdatePart, in body: Body, isUndated: (SourceLocation) -> Bool) {
        let file = body.text.file
        place = body.text.location(of: part.marker.bracket, from: part.offset)
        keyword = part.marker.keyword
        text = part.words(in: file)
        timing = !isUndated(place) ? .stated : part.mentionsTime(in: file) ? .misplaced : .missing
    }
}

private extension BodyParts.UpdatePart {
    /// Returns the update's words, without a rule at the end that separates it from the next update.
    func words(in file: SourceFile) -> String {
        let text = String(decoding: file.bytes[region], as: UTF8.self)
        let words = text.split(whereSeparator: \.isWhitespace)
        let rules = words.reversed().prefix { $0.allSatisfy("-*_".contains) }
        return words.dropLast(rules.count).joined(separator: " ")
    }

    /// Whether the update has a time that is not read as its own, next to which a program must not write another.
    func mentionsTime(in file: SourceFile) -> Bool {
        var lines = LineRanges(of: file.bytes, in: region)
        var isFirst = true
        let words = PhaseWords(configuration: nil)
        while let range = lines.next() {
            var line = String(decoding: file.bytes[range], as: UTF8.self)
            if isFirst {
                let rest = line.dropFirst(marker.bracket.count).drop { " :-–—*".contains($0) }
                var cursor = ByteCursor(rest)
                if TimeExpression(from: &cursor)?.time != nil { return true }
                isFirst = false
                continue
            }
            line = line.filter { !"*_>".contains($0) }.trimmed
            let (slip, lookalike) = (TrailerSlip(line, by: words), UpdateLookalike(line, by: words))
            if Trailer(line)?.name == .updated || slip?.meant == Trailer.Name.updated.rawValue
                || lookalike?.keyword == "UPDATE" && lookalike?.time != ""
            {
                return true
            }
        }
        return false
    }
}
