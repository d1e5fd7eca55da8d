import Diagnostics
import StatusModel

/// The marker that begins an update, such as `[IDENTIFIED 17:15 UTC]`.
struct PhaseMarker: Equatable {
    /// The phase; `nil` for `UPDATE`, which keeps the previous one.
    let phase: Phase?
    /// The brackets and the text between them, as written.
    let bracket: String
    /// The time between the brackets, if any.
    let time: String?
}

extension PhaseMarker {
    /// Reads the beginning of a line; `nil` if it does not begin an update.
    init?(_ line: String) {
        guard line.utf8.first == UInt8(ascii: "["), let end = line.utf8.firstIndex(of: UInt8(ascii: "]"))
        else { return nil }
        let content = line[line.utf8.index(after: line.startIndex)..<end]
        let timeStart = content.utf8.firstIndex(where: \.isDigit) ?? content.endIndex
        let word = content[..<timeStart].trimmed
        // Another bracket inside means that this one should have been closed before it.
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

    /// All phases and their aliases, by keyword; `UPDATE` has no phase.
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
