import Diagnostics

/// A record's body as bytes, for finding where in the file something stands.
///
/// libcmark knows the line that a block begins on and little more; the rest is found by matching bytes.
final class BodyText: Sendable {
    let file: SourceFile
    let range: Range<Int>
    /// Where each line begins.
    private let lineStarts: [Int]
    /// Where a `[` is the first thing on a line, but for blanks and a heading's `#`.
    let bracketLines: [Int]

    init(of file: SourceFile, in range: Range<Int>) {
        (self.file, self.range) = (file, range)
        var lines = LineRanges(of: file.bytes, in: range)
        var starts: [Int] = []
        var brackets: [Int] = []
        while let line = lines.next() {
            starts.append(line.lowerBound)
            let first = file.bytes[line].firstIndex { !$0.isBlank && $0 != UInt8(ascii: "#") }
            if let first, file.bytes[first] == UInt8(ascii: "[") { brackets.append(first) }
        }
        (lineStarts, bracketLines) = (starts, brackets)
    }

    var bytes: ArraySlice<UInt8> { file.bytes[range] }
    var lineCount: Int { lineStarts.count }
}

extension BodyText {
    /// The offset at which a line of the body begins, counted from 1.
    func start(ofLine line: Int) -> Int {
        lineStarts.isEmpty ? range.lowerBound : lineStarts[min(max(line, 1), lineStarts.count) - 1]
    }

    /// The offset at which a line of the body ends, without its line end.
    func contentEnd(ofLine line: Int) -> Int {
        let (start, end) = (start(ofLine: line), end(ofLine: line))
        let isEnd: (UInt8) -> Bool = { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
        return file.bytes[start..<max(start, end)].lastIndex { !isEnd($0) }.map { $0 + 1 } ?? start
    }

    /// The numbers of the lines, from 1, that meet the condition.
    func lines(where meets: (ArraySlice<UInt8>) -> Bool) -> [Int] {
        lineStarts.indices.map { $0 + 1 }.filter {
            meets(file.bytes[start(ofLine: $0)..<contentEnd(ofLine: $0)])
        }
    }

    /// The offset at which a line of the body ends, its line end included.
    func end(ofLine line: Int) -> Int {
        line < lineStarts.count ? lineStarts[max(line, 0)] : range.upperBound
    }

    /// The place of the first bytes of a block.
    func location(of block: MarkdownNode) -> SourceLocation {
        location(ofLineAt: start(ofLine: block.startLine))
    }

    /// The place of what stands on the line at the offset, without the blanks before it.
    func location(ofLineAt offset: Int) -> SourceLocation {
        let line = file.bytes[offset..<range.upperBound].prefix {
            $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r")
        }
        let start = line.firstIndex { !$0.isSpace } ?? offset
        let end = line.lastIndex { !$0.isSpace }.map { $0 + 1 } ?? start + 1
        return file.location(of: start..<max(end, start + 1))
    }

    /// The place where the text stands for the first time at or after the offset; the line at the offset
    /// where it does not.
    func location(of text: String, from offset: Int) -> SourceLocation {
        guard let start = find(Array(text.utf8), from: offset) else { return location(ofLineAt: offset) }
        return file.location(of: start..<start + text.utf8.count)
    }

    /// The place of the text within a line, from where the line's own text begins; all of that if it is not there.
    func location(of text: String, at place: LinePlace) -> SourceLocation {
        location(of: text, onLineFrom: place.text) ?? location(from: place)
    }

    /// The places of parts of a trailer's value, by their bytes in it. Where Markdown reads other bytes than the line has,
    /// a part is looked for on the line, and is all of the value on a long one. The value is looked for once.
    func places(inValueOf trailer: Trailer) -> (Range<Int>) -> SourceLocation {
        var known: Range<Int>?
        return { [self] part in
            let value = known ?? valueRange(of: trailer)
            known = value
            let isAsRead = value.count == trailer.value.utf8.count
            guard isAsRead else {
                let text = String(decoding: Array(trailer.value.utf8)[part], as: UTF8.self)
                let found = value.count > 1_000 ? nil : location(of: text, onLineFrom: value.lowerBound)
                return found ?? file.location(of: value)
            }
            return file.location(of: value.lowerBound + part.lowerBound..<value.lowerBound + part.upperBound)
        }
    }

    func find(_ needle: [UInt8], from offset: Int, upTo end: Int? = nil) -> Int? {
        let end = end ?? range.upperBound
        guard let first = needle.first, end - offset >= needle.count else { return nil }
        return (offset...end - needle.count).first {
            file.bytes[$0] == first && file.bytes[$0..<$0 + needle.count].elementsEqual(needle)
        }
    }

    private func location(of text: String, onLineFrom offset: Int) -> SourceLocation? {
        find(Array(text.utf8), from: offset, upTo: contentEnd(ofLine: number(ofLineAt: offset)))
            .map { file.location(of: $0..<$0 + text.utf8.count) }
    }

    /// The place of a trailer's value.
    func location(ofValueOf trailer: Trailer) -> SourceLocation {
        file.location(of: valueRange(of: trailer))
    }

    private func valueRange(of trailer: Trailer) -> Range<Int> {
        let line = file.bytes[trailer.offset..<range.upperBound].prefix {
            $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r")
        }
        // A colon behind the bracket stands before the name.
        let name = line.drop { $0 < 0x80 && !$0.isLetter }
        let colon = name.firstIndex { $0 == UInt8(ascii: ":") || $0 == 0xEF } ?? line.startIndex
        let behind = line[colon...].dropFirst(file.bytes[colon] == 0xEF ? 3 : 1)
        let value = behind.drop { $0.isSpace || "*_".utf8.contains($0) }
        let end = value.lastIndex { !$0.isSpace }.map { $0 + 1 } ?? value.startIndex
        return value.startIndex..<max(end, value.startIndex)
    }

    /// The place of a trailer's value: of the last trailer of that name in the region, but for `skipped`
    /// others.
    func location(ofTrailer name: String, skipping skipped: Int, in region: Range<Int>) -> SourceLocation {
        var lines = LineRanges(of: file.bytes, in: region)
        var found: [Range<Int>] = []
        while let line = lines.next() {
            if let value = valueRange(of: name, in: line) { found.append(value) }
        }
        let index = found.count - 1 - skipped
        guard found.indices.contains(index) else { return location(ofLineAt: region.lowerBound) }
        return file.location(of: found[index])
    }
}

private extension BodyText {
    /// Where the value stands in a line that begins with the name, bold or not.
    func valueRange(of name: String, in line: Range<Int>) -> Range<Int>? {
        let isDecoration: (UInt8) -> Bool = { $0.isSpace || "*_>".utf8.contains($0) }
        let content = file.bytes[line].drop(while: isDecoration)
        guard String(decoding: content.prefix(name.utf8.count), as: UTF8.self).folded == name.folded else {
            return nil
        }
        let rest = content.dropFirst(name.utf8.count).drop(while: isDecoration)
        guard rest.first == UInt8(ascii: ":") else { return nil }
        let value = rest.dropFirst().drop(while: isDecoration)
        let end = value.lastIndex { !$0.isSpace }.map { $0 + 1 } ?? value.startIndex
        return value.startIndex..<max(end, value.startIndex)
    }
}
