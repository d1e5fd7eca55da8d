import Diagnostics

/// The comments `<!-- … -->` in a Markdown text, which its readers did not see; they are left out, except in code.
///
/// A comment at the start of a line extends to its end or to the end of the text, as in HTML; one after the mark of a
/// list or a quote, to its end; one inside a line, to its end in the same paragraph. A comment without an end is
/// text.
struct HiddenComments {
    /// The ranges of the comments in the file.
    private(set) var ranges: [Range<Int>] = []
    private let bytes: [UInt8]
    private let lines: ArraySlice<SourceLine>
    /// The mark that closes the current code block.
    private var fence: [UInt8]?
    /// The last line of the paragraph, cached for later comments in the same paragraph.
    private var paragraphEnd: (index: Int, offset: Int)?
    /// The offsets after each `-->`, found only once, because each comment needs the next one.
    private let ends: [Int]

    init(in lines: ArraySlice<SourceLine>, of file: SourceFile) {
        (bytes, self.lines) = (file.bytes, lines)
        var start = lines.first?.range.lowerBound ?? 0
        ends = Self.ends(in: bytes[start..<(lines.last?.range.upperBound ?? start)])
        for index in lines.indices where start <= lines[index].range.upperBound {
            start = max(start, lines[index].range.lowerBound)
            if start > lines[index].range.lowerBound || !takeFence(at: lines[index]) {
                scan(from: &start, in: index)
            }
        }
    }
}

extension HiddenComments {
    /// The lines without the comments.
    var visibleLines: [SourceLine] {
        var rest = ranges[...]
        return lines.map { line in
            while let first = rest.first, first.upperBound <= line.range.lowerBound { rest.removeFirst() }
            let hidden = rest.prefix { $0.lowerBound < line.range.upperBound }
            return hidden.isEmpty
                ? line : SourceLine(text: text(of: line, without: hidden), range: line.range)
        }
    }
}

private extension HiddenComments {
    func text(of line: SourceLine, without hidden: ArraySlice<Range<Int>>) -> String {
        var (start, visible) = (line.range.lowerBound, [UInt8]())
        for range in hidden {
            if range.lowerBound > start { visible += bytes[start..<range.lowerBound] }
            start = max(start, range.upperBound)
        }
        if start < line.range.upperBound { visible += bytes[start..<line.range.upperBound] }
        return String(decoding: visible, as: UTF8.self)
    }

    /// Whether the line is code, or opens or closes it.
    mutating func takeFence(at line: SourceLine) -> Bool {
        let text = Array(line.text.trimmingBlanks.utf8)
        if let fence {
            let isEnd = text.starts(with: fence) && text.allSatisfy { $0 == fence[0] }
            if isEnd { self.fence = nil }
            return true
        }
        guard let mark = text.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else {
            return false
        }
        let run = text.prefix { $0 == mark }
        guard run.count >= 3, mark == UInt8(ascii: "~") || !text[run.count...].contains(mark) else {
            return false
        }
        fence = Array(run)
        return true
    }

    /// Finds comments in a line; moves `start` past those that end in a later line.
    mutating func scan(from start: inout Int, in index: Int) {
        let line = lines[index].range
        let indent = bytes[line].prefix { $0 == UInt8(ascii: " ") }.count
        var (openCode, isOpenComment): (Set<Int>, Bool) = ([], false)
        while start < line.upperBound {
            if bytes[start] == UInt8(ascii: "`") {
                skipCode(from: &start, to: line.upperBound, open: &openCode)
            } else if !isOpenComment, bytes[start...].starts(with: Self.opening) {
                let isBlock = start == line.lowerBound + indent
                let isInBlock = bytes[line.lowerBound..<start].allSatisfy {
                    " \t>-*+0123456789.)".utf8.contains($0)
                }
                let limit = isInBlock ? lines.last?.range.upperBound ?? start : paragraphEnd(from: index)
                if let end = end(from: start + 2, to: limit) ?? (isBlock ? limit : nil) {
                    ranges.append(start..<end)
                    start = end
                } else {
                    isOpenComment = true
                }
            } else {
                start += 1
            }
        }
    }

    /// Skips the code between two equal runs of backticks, or only the first run if there is no second one.
    func skipCode(from start: inout Int, to end: Int, open: inout Set<Int>) {
        let tick = UInt8(ascii: "`")
        let length = bytes[start..<end].prefix { $0 == tick }.count
        start += length
        guard !open.contains(length) else { return }
        var place = start
        while let next = bytes[place..<end].firstIndex(of: tick) {
            let run = bytes[next..<end].prefix { $0 == tick }.count
            place = next + run
            if run == length { return start = place }
        }
        open.insert(length)
    }

    /// Returns the end of the paragraph, from the cache if possible, so that each line is read only once.
    mutating func paragraphEnd(from index: Int) -> Int {
        if let paragraphEnd, paragraphEnd.index >= index { return paragraphEnd.offset }
        let next = lines.indices[index...].first { lines[$0].isBlank } ?? lines.endIndex - 1
        paragraphEnd = (next, lines[next].range.upperBound)
        return lines[next].range.upperBound
    }

    /// Returns the offset after the next `-->`.
    func end(from start: Int, to limit: Int) -> Int? {
        let place = ends.place { $0 >= start + Self.closing.count }
        return place < ends.count && ends[place] <= limit ? ends[place] : nil
    }

    static func ends(in bytes: ArraySlice<UInt8>) -> [Int] {
        var (ends, dashes) = ([Int](), 0)
        for (offset, byte) in zip(bytes.indices, bytes) {
            if byte == UInt8(ascii: ">"), dashes > 1 { ends.append(offset + 1) }
            dashes = byte == UInt8(ascii: "-") ? dashes + 1 : 0
        }
        return ends
    }

    static let opening = Array("<!--".utf8)
    static let closing = Array("-->".utf8)
}

extension Array {
    /// Returns the index of the first element for which the condition is true; it must be true for all later ones.
    fileprivate func place(where isBeyond: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBeyond(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
