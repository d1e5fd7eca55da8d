import Diagnostics
import StatusModel

extension UptimeWeights {
    /// The part under `uptime:`; statuses that it does not name have Statuspage's weights.
    static let keys = KeyTable<UptimeWeights>(
        "`uptime`",
        [
            .key(
                "weights", .weights,
                "How much of a second in each status counts as downtime, from 0 to 1."
            ) { $0 = $1 }
        ]
    )
}

extension KeyForm where Value == UptimeWeights {
    fileprivate static var weights: KeyForm {
        let shape = ValueShape.named(.number(upTo: 1, .weight), by: ComponentStatus.words)
        return KeyForm(shape: shape) { map, name in
            map.value(name).map { UptimeWeights(reading: $0, named: name, into: map.findings) }
        }
    }
}

private extension UptimeWeights {
    init(reading value: YAMLValue, named key: String, into findings: Findings) {
        self = .statuspage
        var seen: Set<ComponentStatus> = []
        for (word, text) in value.details(named: key, into: findings) {
            let place = { value.location(ofKey: word) }
            guard let status = ComponentStatus(word: word) else {
                findings.error(
                    .unknownStatus, at: place(), "there is no status `\(word)`",
                    hint: didYouMean(word, among: ComponentStatus.words)
                        ?? "the statuses are \(list(ComponentStatus.allCases.map(\.name)))")
                continue
            }
            guard let weight = Self.weight(text), status != .operational || weight == 0 else {
                findings.add(Self.mistake(in: text, of: status, at: place()))
                continue
            }
            guard seen.insert(status).inserted else {
                findings.error(
                    .duplicateKey, at: place(), "`\(word)` names a status that has a weight already",
                    hint: "keep one of the two")
                continue
            }
            self[status] = weight
        }
    }

    /// A share from 0 to 1, in thousandths.
    static func weight(_ text: String) -> Int? {
        decimal(text, places: 3).flatMap { $0 <= 1000 ? $0 : nil }
    }

    static func mistake(in text: String, of status: ComponentStatus, at place: SourceLocation) -> Diagnostic {
        guard status != .operational else {
            return Diagnostic(
                .error, .invalidValue, "time in `operational` is never downtime", at: place,
                hint: "leave the line out")
        }
        return Diagnostic(
            .error, .invalidValue, "`\(text)` is no weight", at: place,
            hint: lineToWrite(
                for: text, at: place, by: correctedNumber, reads: { weight($0) != nil },
                else: "write a number from 0 to 1 with at most three decimals, as in `0.3`"))
    }
}

extension YAMLValue {
    /// The place of a map's key.
    func location(ofKey key: String) -> SourceLocation {
        entries?.first { $0.key.string == key }?.key.location ?? location
    }
}
