import Yams

/// Places of a text in lines and columns, close enough together to count from one of them to any other.
struct Milestones: Sendable {
    /// A line and a column, from 1, the column in Unicode scalars, and the byte that stands there.
    struct Place: Sendable {
        let line: Int
        let column: Int
        let offset: Int
    }

    private var places: [Place] = []

    /// A line feed ends a line, and so does a carriage return that no line feed follows.
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

    /// The last of them that does not lie behind the mark.
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
