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
}

extension PhaseMarker {
    /// Reads a line's beginning; nothing where it begins no update.
    init?(_ line: String) {
        guard line.utf8.first == UInt8(ascii: "["), let end = line.utf8.firstIndex(of: UInt8(ascii: "]"))
        else { return nil }
        let content = line[line.utf8.index(after: line.startIndex)..<end]
        let timeStart = content.utf8.firstIndex(where: \.isDigit) ?? content.endIndex
        let word = content[..<timeStart].trimmed
        // Another bracket within means that this one was to be closed before.
        guard let phase = Self.phases[word] ?? Self.phases[Phase.normal(word)],
            !content.utf8.contains(UInt8(ascii: "["))
        else { return nil }
        let time = content[timeStart...].trimmed
        self.phase = phase
        bracket = String(line[...end])
        self.time = time.isEmpty ? nil : time
    }

    /// The word without the time.
    var keyword: String {
        Phase.normal(bracket.dropFirst().prefix { $0 != "]" && !$0.isNumber })
    }

    /// All phases and their aliases, by keyword; `UPDATE` has none.
    static let phases: [String: Phase?] = {
        var phases: [String: Phase?] = [
            "MITIGATED": .monitoring, "UPDATE": Phase?.none,
        ]
        for phase in Phase.allCases { phases[phase.keyword] = phase }
        phases["CANCELED"] = .cancelled
        return phases
    }()

    static let keywords: [String] = Phase.allCases.map(\.keyword) + ["MITIGATED", "UPDATE"]
}
