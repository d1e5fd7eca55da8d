import Diagnostics
import StatusModel

/// A line that was probably meant to be a trailer: `Udpated: 17:05`.
struct TrailerSlip: Equatable {
    /// The words before the colon, as written.
    let written: String
    /// The name that was meant.
    let meant: String
    /// Whether it is an error: its value suits that trailer, or it is only for the team.
    let isCertain: Bool
}

extension TrailerSlip {
    init?(_ line: String, by words: PhaseWords) {
        guard let line = NamedLine(line), !line.value.isEmpty, Trailer.names[line.key] == nil,
            let meant = Self.name(near: line.key)
        else { return nil }
        written = line.name
        self.meant = meant
        isCertain = Self.reads(line.value, as: meant, by: words)
    }
}

private extension TrailerSlip {
    /// Returns the name that begins alike and is within one edit, or two if it has more than six letters.
    ///
    /// Words such as `Escalation` are near to `Escalated`, too.
    static func name(near key: String) -> String? {
        if key.hasPrefix("escalat") { return Trailer.Name.escalated.rawValue }
        guard key.utf8.count >= 2, !commonWords.contains(key) else { return nil }
        return names.first { name, folded in
            let limit = folded.utf8.count > 6 ? 2 : 1
            return abs(folded.utf8.count - key.utf8.count) <= limit && beginsAlike(key, folded)
                && editDistance(from: key, to: folded, atMost: limit) != nil
        }?.name
    }

    /// Whether both have the same first letter, or the first two are swapped.
    static func beginsAlike(_ one: String, _ other: String) -> Bool {
        let (first, second) = (Array(one.utf8.prefix(2)), Array(other.utf8.prefix(2)))
        return first.first == second.first || first == second.reversed()
    }

    static func reads(_ value: String, as name: String, by words: PhaseWords) -> Bool {
        switch Trailer.names[name.folded] {
        case .updated, .nextUpdate, .from, .until, .estimate:
            Duration(value) != nil || TimeExpression.isMeant(by: value)
        case .components:
            value.split(separator: ",").contains { item in
                let item = item.split(separator: " ")
                return item.count > 1 && ComponentStatus(word: String(item[item.count - 1])) != nil
            }
        case .severity: words.configuration?.severities[value] != nil
        case .rootCause, .fix, .escalated, nil: true
        }
    }

    /// The names, each with the form in which it is compared.
    static let names: [(name: String, folded: String)] =
        (Trailer.Name.allCases.map(\.rawValue) + ["Visibility"]).map { ($0, $0.folded) }
        + [(Trailer.Name.escalated.rawValue, "escalated to")]

    /// Words and abbreviations that are as near to a name but also occur before a colon for other reasons.
    ///
    /// They are the words in an English dictionary of 100,000 words that the rule finds, except `component`, and
    /// abbreviations that engineers use.
    static let commonWords: Set = [
        "undated", "update", "updater", "updates",  // Updated; `Update:` is reported as an update
        "ea", "eat", "epa", "era", "et", "etc", "etd", "etf", "eth", "etl", "etna", "etta", "eva", "tea",
        "security", "serenity", "seventy", "severely", "severing",
        "farm", "fax", "fb", "fi", "fib", "fie", "fig", "fim", "fin", "fir", "firm", "fis", "fit", "foam",
        "form", "fox", "fro", "frog", "fx", "ix",
        "excavated", "unit", "untie", "util", "utils", "viability",
    ]
}
