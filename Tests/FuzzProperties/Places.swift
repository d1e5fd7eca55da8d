import Diagnostics

extension [SourceLocation] {
    /// Returns descriptions of the locations that are outside of the file; locations in other files are
    /// ignored.
    ///
    /// Lines are counted independently, from the definition of a line: the code under test is not used.
    func outside(of file: SourceFile) -> [String] {
        let lengths = Self.lengthsOfLines(in: file.bytes)
        return filter { $0.path == file.path }.compactMap { place in
            let isWithin =
                lengths.indices.contains(place.line - 1) && place.column >= 1 && place.length >= 1
                && place.column <= lengths[place.line - 1] + 1
            return isWithin ? nil : "\(place.line):\(place.column) does not lie within the file"
        }
    }

    private static func lengthsOfLines(in bytes: [UInt8]) -> [Int] {
        var lengths = [0]
        var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while index < bytes.count {
            if bytes[index] == 13, index + 1 < bytes.count, bytes[index + 1] == 10 { index += 1 }
            if bytes[index] == 10 || bytes[index] == 13 {
                lengths.append(0)
            } else {
                lengths[lengths.count - 1] += 1
            }
            index += 1
        }
        return lengths
    }
}

extension [Diagnostic] {
    /// Returns descriptions of the locations outside of the file, including the related ones of each finding.
    func misplaced(in file: SourceFile) -> [String] {
        flatMap { [$0.location] + $0.related.map(\.location) }.outside(of: file)
    }
}
