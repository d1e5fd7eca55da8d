import Diagnostics
import Testing

@testable import Records

/// Whether every diagnostic, and every further place it names, lies within its file.
func placesLie(within bytes: [UInt8], _ diagnostics: [Diagnostic]) -> Bool {
    let lines = lengthsOfLines(in: bytes)
    return diagnostics.allSatisfy { diagnostic in
        ([diagnostic.location] + diagnostic.related.map(\.location)).allSatisfy { place in
            guard lines.indices.contains(place.line - 1), place.column >= 1, place.length >= 1 else {
                return false
            }
            return place.column <= lines[place.line - 1] + 1
        }
    }
}

/// Counted here on its own, from what a line is: the test does not trust what it tests.
private func lengthsOfLines(in bytes: [UInt8]) -> [Int] {
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
