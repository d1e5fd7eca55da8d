import Diagnostics

/// A record's body as bytes, for finding locations in the file.
///
/// libcmark knows the line that a block begins on and little more; the rest is found by matching bytes.
final class BodyText: Sendable {
    let file: SourceFile
    let range: Range<Int>
    /// The offset of the start of each line.
    private let lineStarts: [Int]
    /// The offset of each `[` that is the first character of a line, apart from spaces and a heading's `#`.
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
    /// Returns the offset at which a line of the body begins; lines are counted from 1.
    func start(ofLine line: Int) -> Int {
        lineStarts.isEmpty ? range.lowerBound : lineStarts[min(max(line, 1), lineStarts.count) - 1]
    }

    /// Returns the offset at which a line of the body ends, without its line end.
    func contentEnd(ofLine line: Int) -> Int {
        let (start, end) = (start(ofLine: line), end(ofLine: line))
        let isEnd: (UInt8) -> Bool = { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
        return file.bytes[start..<max(start, end)].lastIndex { !isEnd($0) }.map { $0 + 1 } ?? start
    }

    /// Returns the numbers of the lines, from 1, that meet the condition.
    func lines(where meets: (ArraySlice<UInt8>) -> Bool) -> [Int] {
        lineStarts.indices.map { $0 + 1 }.filter {
            meets(file.bytes[start(ofLine: $0)..<contentEnd(ofLine: $0)])
        }
    }

    /// Returns the offset at which a line of the body ends, including its line end.
    func end(ofLine line: Int) -> Int {
        line < lineStarts.count ? lineStarts[max(line, 0)] : range.upperBound
    }

    /// Returns the location of the first line of a block.
    func location(of block: MarkdownNode) -> SourceLocation {
        location(ofLineAt: start(ofLine: block.startLine))
    }

    /// Returns the location of the rest of the line at the offset, without the spaces around it.
    func location(ofLineAt offset: Int) -> SourceLocation {
        let line = file.bytes[offset..<range.upperBound].prefix {
            $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r")
        }
        let start = line.firstIndex { !$0.isSpace } ?? offset
        let end = line.lastIndex { !$0.isSpace }.map { $0 + 1 } ?? start + 1
        return file.location(of: start..<max(end, start + 1))
    }

    /// Returns the location of the first match of the text at or after the offset; that of the line at the offset if
    /// there is none.
    func location(of text: String, from offset: Int) -> SourceLocation {
        guard let start = find(Array(text.utf8), from: offset) else { return location(ofLineAt: offset) }
        return file.location(of: start..<start + text.utf8.count)
    }

    /// Returns the location of the text within a line, searched from where the line's own text begins; that of the whole
    /// line if the text is not there.
    func location(of text: String, at place: LinePlace) -> SourceLocation {
        location(of: text, onLineFrom: place.text) ?? location(from: place)
    }

    /// Returns a function that gives the locations of parts of a trailer's value, by their bytes in it.
    ///
    /// If Markdown reads other bytes than the line has, a part is searched for on the line; on a long line, its location
    /// is that of the whole value. The value itself is searched for once.
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

    /// Returns the location of a trailer's value.
    func location(ofValueOf trailer: Trailer) -> SourceLocation {
        file.location(of: valueRange(of: trailer))
    }

    private func valueRange(of trailer: Trailer) -> Range<Int> {
        let line = file.bytes[trailer.offset..<range.upperBound].prefix {
            $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r")
        }
        // A colon after the bracket comes before the name.
        let name = line.drop { $0 < 0x80 && !$0.isLetter }
        let colon = name.firstIndex { $0 == UInt8(ascii: ":") || $0 == 0xEF } ?? line.startIndex
        let behind = line[colon...].dropFirst(file.bytes[colon] == 0xEF ? 3 : 1)
        let value = behind.drop { $0.isSpace || "*_".utf8.contains($0) }
        let end = value.lastIndex { !$0.isSpace }.map { $0 + 1 } ?? value.startIndex
        return value.startIndex..<max(end, value.startIndex)
    }

    /// Returns the location of the value of the last trailer of that name in the region, not counting the `skipped` last
    /// ones.
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
    /// Returns the range of the value in a line that begins with the name, bold or not.
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
