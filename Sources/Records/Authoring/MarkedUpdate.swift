public import Diagnostics
import StatusModel

/// An update as its file marks it, whether or not it says when it was written.
public struct MarkedUpdate: Sendable {
    /// The word in its bracket, as in `IDENTIFIED`.
    public let keyword: String
    /// Where it begins.
    public let place: SourceLocation
    /// All that it says, bracket and trailers too, with one blank between words: lines may be broken anew.
    public let text: String
    /// What is known of its time.
    public let timing: Timing

    /// What an update says of its time.
    public enum Timing: Sendable {
        /// It bears a time.
        case stated
        /// It bears a time that is not read, as it stands in the wrong place or under another word.
        case misplaced
        /// It bears none.
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
    /// The words, without a rule at the end that parts them from the next update.
    func words(in file: SourceFile) -> String {
        let text = String(decoding: file.bytes[region], as: UTF8.self)
        let words = text.split(whereSeparator: \.isWhitespace)
        let rules = words.reversed().prefix { $0.allSatisfy("-*_".contains) }
        return words.dropLast(rules.count).joined(separator: " ")
    }

    /// Whether somebody has written a time that is not read as the update's: it is not for a program to put
    /// another beside it.
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
