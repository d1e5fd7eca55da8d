import Diagnostics
import StatusModel

/// Checks of a record's bytes that are hundreds of times faster than reading the record.
extension Configuration {
    /// Whether the record may report the end of an incident.
    ///
    /// `false` is certain, `true` is not.
    public func mayTellOfEnd(_ file: [UInt8]) -> Bool {
        // For non-ASCII letters, this simple case folding is not enough.
        guard phaseLabels.isEmpty, file.allSatisfy({ $0 < 0x80 }) else { return true }
        let text = file.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
        return Self.words.contains { text.contains($0) }
    }

    /// Whether the record only adds a post-mortem to its former text, which had none.
    ///
    /// `true` is certain, `false` is not.
    public func adds(postMortemTo former: [UInt8], in file: [UInt8]) -> Bool {
        guard former.count < file.count, file.starts(with: former), former.hasNoHeadings else { return false }
        let rest = file[former.count...].drop { $0 <= UInt8(ascii: " ") }
        let line = String(decoding: rest.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
        guard line.hasPrefix("# ") || line.hasPrefix("## ") else { return false }
        // A heading that continues the line above it is not a heading.
        guard former.last == UInt8(ascii: "\n") || file[former.count] == UInt8(ascii: "\n") else {
            return false
        }
        return postMortemTitle.matches(line.drop { $0 == "#" }.trimmed)
    }

    /// The words for the phases in which an incident is over, and the key for the time when it ended.
    private static let words: [[UInt8]] = (PhaseWords.words(for: .resolved) + ["ended"])
        .map { Array($0.lowercased().utf8) }.filter { $0.allSatisfy { $0 < 0x80 } }
}

extension [UInt8] {
    /// Whether no line could be a heading or turn the line above it into one, apart from the two lines around the front
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

    /// Whether the bytes occur anywhere in the array.
    fileprivate func contains(_ word: [UInt8]) -> Bool {
        withUnsafeBufferPointer { bytes in
            guard let first = word.first, bytes.count >= word.count else { return false }
            return (0...(bytes.count - word.count)).contains { start in
                bytes[start] == first && word.indices.allSatisfy { bytes[start + $0] == word[$0] }
            }
        }
    }
}
