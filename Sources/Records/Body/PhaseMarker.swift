import Diagnostics
import StatusModel

/// What stands between the brackets that begin an update: `[IDENTIFIED 17:15 UTC]`.
struct PhaseMarker: Equatable {
    /// The phase; nothing for `UPDATE`, which keeps the one before.
    let phase: Phase?
    /// The brackets and what is between them, as written.
    let bracket: String
    /// The time between the brackets, if any.
    let time: String?

    /// What a line that begins with a bracket is.
    enum Reading: Equatable {
        /// Text like any other.
        case text
        /// The beginning of an update.
        case marker(PhaseMarker)
        /// A phase that does not exist, and the word to write instead, if one is near.
        case mistake(word: String, bracket: String, nearest: String?)
    }

    /// Reads a line's beginning.
    static func read(_ line: String) -> Reading {
        guard line.utf8.first == UInt8(ascii: "["), let end = line.utf8.firstIndex(of: UInt8(ascii: "]"))
        else {
            return .text
        }
        let content = line[line.utf8.index(after: line.startIndex)..<end]
        let bracket = String(line[...end])
        let timeStart = content.utf8.firstIndex { (0x30...0x39).contains($0) } ?? content.endIndex
        let word = content[..<timeStart].trimmed
        let time = content[timeStart...].trimmed
        if let phase = phases[word] ?? phases[Phase.normal(word)] {
            return .marker(PhaseMarker(phase: phase, bracket: bracket, time: time.isEmpty ? nil : time))
        }
        return mistake(word, bracket: bracket)
    }

    /// All phases and their aliases, by keyword; `UPDATE` has none.
    static let phases: [String: Phase?] = {
        var phases: [String: Phase?] = [
            "MITIGATING": .identified, "MITIGATED": .monitoring, "UPDATE": Phase?.none,
        ]
        for phase in Phase.allCases { phases[phase.keyword] = phase }
        phases["CANCELED"] = .cancelled
        return phases
    }()

    static let keywords: [String] = Phase.allCases.map(\.keyword) + ["MITIGATING", "MITIGATED", "UPDATE"]
}

private extension PhaseMarker {
    /// A word in capitals is meant as a phase, and so is one within two edits of one, and a phase with
    /// more words behind it. Any other bracket is text.
    static func mistake(_ word: String, bracket: String) -> Reading {
        guard word.utf8.count <= 40 else { return .text }
        let nearest = keywords.min { editDistance(from: word, to: $0) < editDistance(from: word, to: $1) }
        let isNear = nearest.map { word.utf8.count > 3 && editDistance(from: word, to: $0) <= 2 } ?? false
        let first = word.split(separator: " ").first.map(String.init) ?? ""
        if isNear { return .mistake(word: word, bracket: bracket, nearest: nearest) }
        if phases[Phase.normal(first)] != nil {
            return .mistake(word: word, bracket: bracket, nearest: Phase.normal(first))
        }
        if isCapitals(word) { return .mistake(word: word, bracket: bracket, nearest: nil) }
        return .text
    }

    static func isCapitals(_ word: String) -> Bool {
        word.utf8.count >= 2 && word.utf8.allSatisfy { (0x41...0x5A).contains($0) || $0 == 0x20 }
    }
}
