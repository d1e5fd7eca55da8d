import Diagnostics
import StatusModel

extension MapShape {
    /// The part under `uptime:`.
    static let uptime = MapShape(
        "`uptime`",
        [
            .key(
                "weights",
                .named(.number(upTo: 1, .weight), by: ComponentStatus.words),
                "How much of a second in each status counts as downtime, from 0 to 1."
            )
        ]
    )
}

extension UptimeWeights {
    /// Reads the part under `uptime:`; statuses that it does not name keep their weights.
    mutating func read(_ value: YAMLValue, into findings: Findings) {
        guard let map = MappingReader(value, as: .uptime, into: findings),
            let weights = map.value("weights")
        else { return }
        var seen: Set<ComponentStatus> = []
        for (word, text) in weights.details(named: "weights", into: findings) {
            guard let status = ComponentStatus(word: word) else {
                findings.error(
                    .unknownStatus, at: weights.location(ofKey: word), "there is no status `\(word)`",
                    hint: didYouMean(word, among: ComponentStatus.words)
                        ?? "the statuses are \(list(ComponentStatus.allCases.map(\.name)))")
                continue
            }
            guard let weight = decimal(text, places: 3), weight <= 1000, status != .operational || weight == 0
            else {
                findings.error(
                    .invalidValue, at: weights.location(ofKey: word),
                    status == .operational
                        ? "time in `operational` is never downtime" : "`\(text)` is no weight",
                    hint: status == .operational
                        ? "leave the line out"
                        : lineToWrite(
                            for: text,
                            at: weights.location(ofKey: word),
                            by: correctedNumber,
                            reads: { decimal($0, places: 3).map { $0 <= 1000 } ?? false },
                            else: "write a number from 0 to 1 with at most three decimals, as in `0.3`"
                        ))
                continue
            }
            guard seen.insert(status).inserted else {
                findings.error(
                    .duplicateKey, at: weights.location(ofKey: word),
                    "`\(word)` names a status that has a weight already", hint: "keep one of the two")
                continue
            }
            self[status] = weight
        }
    }
}

extension YAMLValue {
    /// The place of a map's key.
    func location(ofKey key: String) -> SourceLocation {
        entries?.first { $0.key.string == key }?.key.location ?? location
    }
}
