import Yams

/// Places in a text by line and column, close enough together that any other place can be found by counting from one of
/// them.
struct Milestones: Sendable {
    /// A line and a column, both from 1, the column in Unicode scalars, with the offset of the byte there.
    struct Place: Sendable {
        let line: Int
        let column: Int
        let offset: Int
    }

    private var places: [Place] = []

    /// Finds the places in the bytes.
    ///
    /// A line ends with a line feed, or with a carriage return that is not followed by a line feed.
    init(in bytes: ArraySlice<UInt8>) {
        var (line, column) = (1, 1)
        for (offset, byte) in zip(bytes.indices, bytes) {
            if column % Self.distance == 1, byte & 0xC0 != 0x80 {
                places.append(Place(line: line, column: column, offset: offset))
            }
            let isLast = offset + 1 == bytes.endIndex
            switch byte {
            case UInt8(ascii: "\n"): (line, column) = (line + 1, 1)
            case UInt8(ascii: "\r") where isLast || bytes[offset + 1] != UInt8(ascii: "\n"):
                (line, column) = (line + 1, 1)
            default: if isLast || bytes[offset + 1] & 0xC0 != 0x80 { column += 1 }
            }
        }
        places.append(Place(line: line, column: column, offset: bytes.endIndex))
    }

    private static let distance = 256

    /// Returns the last of the places that is not after the mark.
    func last(notBehind mark: Mark) -> Place {
        var (low, high) = (0, places.count)
        while low < high {
            let middle = (low + high) / 2
            let place = places[middle]
            if (place.line, place.column) <= (mark.line, mark.column) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return places[max(0, low - 1)]
    }
}
