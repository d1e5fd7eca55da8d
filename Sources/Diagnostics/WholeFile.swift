/// A file as it stands, of which another is read without some of its bytes: whoever wrote it sees those too, and counts
/// them.
final class WholeFile: Sendable {
    let file: SourceFile
    private let gaps: [Range<Int>]
    /// Where what lies behind each gap begins, once the gaps are closed.
    private let seams: [Int]

    init(_ file: SourceFile, gaps: [Range<Int>]) {
        (self.file, self.gaps) = (file, gaps)
        var missing = 0
        seams = gaps.map { gap in
            defer { missing += gap.count }
            return gap.lowerBound - missing
        }
    }

    /// What is left of its bytes. A carriage return and a line feed that a gap parted end two lines, not one.
    var bytesLeft: [UInt8] {
        var left: [UInt8] = []
        var copied = 0
        for gap in gaps + [file.bytes.count..<file.bytes.count] {
            let part = file.bytes[copied..<gap.lowerBound]
            if copied > 0, part.first == UInt8(ascii: "\n"), left.last == UInt8(ascii: "\r") {
                left[left.count - 1] = UInt8(ascii: "\n")
            }
            left += part
            copied = gap.upperBound
        }
        return left
    }

    /// Where the byte stands that has this offset once the gaps are closed.
    func offset(of offset: Int) -> Int {
        let behind = seams.partitioningIndex { $0 > offset }
        guard behind > 0 else { return offset }
        return gaps[behind - 1].upperBound + offset - seams[behind - 1]
    }

    /// Where the bytes stand that have these offsets once the gaps are closed, with the gaps between them.
    func range(of range: Range<Int>) -> Range<Int> {
        let start = offset(of: range.lowerBound)
        return start..<(range.isEmpty ? start : offset(of: range.upperBound - 1) + 1)
    }
}
