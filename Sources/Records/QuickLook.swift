import Diagnostics
import StatusModel

/// What a look at a record's bytes tells, hundreds of times faster than reading it.
extension Configuration {
    /// Whether the record may tell of the end of an incident. If not, that is certain.
    public func mayTellOfEnd(_ file: [UInt8]) -> Bool {
        // Other letters are folded in other ways.
        guard phaseLabels.isEmpty, file.allSatisfy({ $0 < 0x80 }) else { return true }
        let text = file.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
        return Self.words.contains { text.contains($0) }
    }

    /// Whether the record is the former one with a post-mortem behind it that the former had none of. If not, it may be
    /// that all the same.
    public func adds(postMortemTo former: [UInt8], in file: [UInt8]) -> Bool {
        guard former.count < file.count, file.starts(with: former), former.hasNoHeadings else { return false }
        let rest = file[former.count...].drop { $0 <= UInt8(ascii: " ") }
        let line = String(decoding: rest.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
        guard line.hasPrefix("# ") || line.hasPrefix("## ") else { return false }
        // A heading that goes on in the line above it is none.
        guard former.last == UInt8(ascii: "\n") || file[former.count] == UInt8(ascii: "\n") else {
            return false
        }
        return postMortemTitle.matches(line.drop { $0 == "#" }.trimmed)
    }

    /// The words of phases by which an incident is over, and the key that says when it ended.
    private static let words: [[UInt8]] = (PhaseWords.words(for: .resolved) + ["ended"])
        .map { Array($0.lowercased().utf8) }.filter { $0.allSatisfy { $0 < 0x80 } }
}

extension [UInt8] {
    /// Whether it has no line that could be a heading or make the one above it one, but for the two around its front
    /// matter.
    fileprivate var hasNoHeadings: Bool {
        var rules = 0
        for line in split(separator: UInt8(ascii: "\n")) {
            let words = line.drop { $0 <= UInt8(ascii: " ") }
            if words.first == UInt8(ascii: "#") || words.first == UInt8(ascii: "=") { return false }
            if words.first == UInt8(ascii: "-"), words.allSatisfy({ $0 <= UInt8(ascii: "-") }) { rules += 1 }
        }
        return rules == 2
    }

    /// Whether the bytes stand somewhere in it.
    fileprivate func contains(_ word: [UInt8]) -> Bool {
        withUnsafeBufferPointer { bytes in
            guard let first = word.first, bytes.count >= word.count else { return false }
            return (0...(bytes.count - word.count)).contains { start in
                bytes[start] == first && word.indices.allSatisfy { bytes[start + $0] == word[$0] }
            }
        }
    }
}
