import Diagnostics
import StatusModel

extension UptimeWeights {
    /// The part under `uptime:`; statuses that it does not name have Statuspage's weights.
    static let keys = KeyTable<UptimeWeights>("`uptime`", [weights])

    /// The part under `uptime:` of former rules; statuses that it does not name have the weights that they had later.
    static let formerKeys = keys.formerly("the former `uptime`")

    private static let weights: KeyTable<UptimeWeights>.Key = {
        let purpose = "How much of a second in each status counts as downtime, from 0 to 1."
        let weight = ValueShape.number(upTo: 1, .weight)
        var key = KeyTable<UptimeWeights>.Key.part(
            "weights", .named(weight, by: ComponentStatus.words), purpose
        ) {
            $0 = .statuspage
            $0.read($1, named: "weights", into: $2)
        }
        let former = ValueShape.named(.either(weight, .word(["none"])), by: ComponentStatus.words)
        key.formerly = [
            .former("weights", former, purpose) { map, weights in
                guard let value = map.value("weights") else { return }
                let later = weights
                if value.isNone {
                    weights = .statuspage
                } else {
                    weights.readFormer(value, into: map.findings)
                }
                guard weights == later, !map.findings.hasErrors else { return }
                map.findings.add(unchanged("weights", at: map.location(of: "weights")))
            }
        ]
        return key
    }()
}

private extension UptimeWeights {
    /// Reads weights as changes to those that applied later.
    mutating func readFormer(_ value: YAMLValue, into findings: Findings) {
        let removed = (value.entries ?? []).filter { $0.value.isNone }.compactMap { $0.key.string }
        for status in removed.compactMap({ ComponentStatus(word: $0) }) {
            self[status] = Self.statuspage[status]
        }
        read(value, named: "weights", leaving: Set(removed), into: findings)
    }

    mutating func read(
        _ value: YAMLValue, named key: String, leaving removed: Set<String> = [], into findings: Findings
    ) {
        var seen: Set<ComponentStatus> = []
        for detail in value.details(named: key, into: findings) {
            let (word, text) = (detail.label, detail.text)
            guard let status = ComponentStatus(word: word) else {
                findings.error(
                    .unknownStatus, at: detail.place, "unknown status `\(word)`",
                    hint: didYouMean(word, among: ComponentStatus.words)
                        ?? "the statuses are \(list(ComponentStatus.allCases.map(\.name)))")
                continue
            }
            if removed.contains(word) { continue }
            guard let weight = Self.weight(text), status != .operational || weight == 0 else {
                findings.add(Self.mistake(in: text, of: status, at: detail.place))
                continue
            }
            guard seen.insert(status).inserted else {
                findings.error(
                    .duplicateKey, at: detail.place, "`\(word)` is the same status as one above",
                    hint: "keep one of the two")
                continue
            }
            self[status] = weight
        }
    }

    /// Returns a share from 0 to 1, in thousandths.
    static func weight(_ text: String) -> Int? {
        decimal(text, places: 3).flatMap { $0 <= 1000 ? $0 : nil }
    }

    static func mistake(in text: String, of status: ComponentStatus, at place: SourceLocation) -> Diagnostic {
        guard status != .operational else {
            return Diagnostic(
                .error, .invalidValue, "`operational` cannot have a weight: it is never downtime", at: place,
                hint: "remove the line")
        }
        return Diagnostic(
            .error, .invalidValue, "`\(text)` is not a valid weight", at: place,
            hint: lineToWrite(
                for: text, at: place, by: correctedNumber, reads: { weight($0) != nil },
                else: "write a number from 0 to 1 with at most three decimals, such as `0.3`"))
    }
}
