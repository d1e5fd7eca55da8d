/// The original of a file that is read with some bytes left out.
///
/// Places are reported in the original, because that is what its author sees.
final class WholeFile: Sendable {
    let file: SourceFile
    /// The remaining bytes.
    ///
    /// Carriage returns and a line feed separated by a gap end as many lines as before: such carriage returns become
    /// line feeds.
    let bytesLeft: [UInt8]
    private let gaps: [Range<Int>]
    /// For each gap, the offset of the byte after it once the gaps are closed.
    private let seams: [Int]

    init(_ file: SourceFile, gaps: [Range<Int>]) {
        var (left, seams, copied) = ([UInt8](), [Int](), 0)
        left.reserveCapacity(file.bytes.count)
        func copy(upTo end: Int) {
            if file.bytes[copied..<end].first == UInt8(ascii: "\n") { left.endLinesWithLineFeeds() }
            left += file.bytes[copied..<end]
        }
        for gap in gaps {
            copy(upTo: gap.lowerBound)
            seams.append(left.count)
            copied = gap.upperBound
        }
        copy(upTo: file.bytes.count)
        (self.file, self.gaps) = (file, gaps)
        (bytesLeft, self.seams) = (left, seams)
    }

    /// Returns the offset in the original of the byte that has this offset once the gaps are closed.
    func offset(of offset: Int) -> Int {
        let behind = seams.partitioningIndex { $0 > offset }
        guard behind > 0 else { return offset }
        return gaps[behind - 1].upperBound + offset - seams[behind - 1]
    }

    /// Returns the range in the original, including any gaps inside it.
    func range(of range: Range<Int>) -> Range<Int> {
        let start = offset(of: range.lowerBound)
        return start..<(range.isEmpty ? start : offset(of: range.upperBound - 1) + 1)
    }
}

extension [UInt8] {
    /// Turns the carriage returns at the end into line feeds.
    fileprivate mutating func endLinesWithLineFeeds() {
        var index = count
        while index > 0, self[index - 1] == UInt8(ascii: "\r") {
            index -= 1
            self[index] = UInt8(ascii: "\n")
        }
    }
}
