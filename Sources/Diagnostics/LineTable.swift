import Synchronization

/// The offsets at which the lines of a file begin.
///
/// They are computed once, when a place is first reported, so that a file with a thousand mistakes is read as fast as
/// any other.
final class LineTable: Sendable {
    private let memory = Mutex(Memory())

    private struct Memory {
        var starts: [Int] = []
        /// The texts of the lines asked for so far, by index: otherwise, each of many places on a long line would copy
        /// it.
        var texts: [Int: String] = [:]
    }

    /// A line's number, from 1, its bytes without the line ending, and its text.
    struct Line {
        let number: Int
        let range: Range<Int>
        let text: String
    }

    /// Returns the line that contains the offset, which is at most the number of bytes.
    func line(at offset: Int, of bytes: [UInt8]) -> Line {
        memory.withLock { memory in
            if memory.starts.isEmpty { memory.starts = Self.starts(in: bytes) }
            let index = memory.starts.partitioningIndex { $0 > offset } - 1
            let range = Self.range(ofLineAt: max(0, index), of: memory.starts, in: bytes)
            let text = memory.texts[index] ?? String(decoding: bytes[range], as: UTF8.self)
            memory.texts[index] = text
            return Line(number: max(0, index) + 1, range: range, text: text)
        }
    }

    /// Returns the range of the line's bytes, without the line ending.
    private static func range(ofLineAt index: Int, of starts: [Int], in bytes: [UInt8]) -> Range<Int> {
        let start = starts[index]
        guard index + 1 < starts.count else { return start..<bytes.count }
        let end = starts[index + 1] - 1
        let isPair = end > start && bytes[end] == UInt8(ascii: "\n") && bytes[end - 1] == UInt8(ascii: "\r")
        return start..<(isPair ? end - 1 : end)
    }

    /// Returns the offsets at which lines begin.
    ///
    /// A line ends with a line feed, or with a carriage return that is not followed by a line feed. The first line
    /// begins after a byte order mark, which editors do not show.
    private static func starts(in bytes: [UInt8]) -> [Int] {
        var starts = [bytes.textStart]
        for index in bytes.indices {
            switch bytes[index] {
            case UInt8(ascii: "\n"): starts.append(index + 1)
            case UInt8(ascii: "\r") where index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n"):
                starts.append(index + 1)
            default: break
            }
        }
        return starts
    }
}

extension [Int] {
    /// Returns the first index whose element meets the condition; all elements after it must meet it, too.
    func partitioningIndex(where meets: (Int) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if meets(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
