import Diagnostics
import StatusModel

extension FrontMatter {
    /// Reads the kind: an incident, unless `maintenance` or `notice` says otherwise, be it wrongly.
    func readKind(in map: MappingReader, times: TimeReader, into findings: Findings) {
        switch (map.value("maintenance"), map.value("notice")) {
        case (nil, nil):
            kind = map.isWritten("maintenance") || map.isWritten("notice") ? nil : .incident
        case (let value?, nil): readMaintenance(value, times: times, into: findings)
        case (nil, let value?): readNotice(value, times: times, into: findings)
        case (_?, _?):
            findings.error(
                .misplacedKey, at: map.location(of: "notice"),
                "a record is maintenance or a notice, not both", hint: "keep one of the two keys")
        }
    }

    private func readMaintenance(_ value: YAMLValue, times: TimeReader, into findings: Findings) {
        let hint = "write `maintenance: {from: 2026-01-10T22:00Z, until: 2026-01-11T02:00Z}`"
        guard let map = MappingReader(value, as: .maintenance, into: findings) else { return }
        for key in MapShape.maintenance.required where !map.has(key) {
            map.reportMissing(key, hint: hint)
        }
        let (from, until) = (
            map.instant("from", times), map.instant("until", times)
        )
        guard let from, let until, Self.isInOrder(from, until, into: findings) else { return }
        (kind, self.from, self.until) = (.maintenance, from, until)
    }

    private func readNotice(_ value: YAMLValue, times: TimeReader, into findings: Findings) {
        let hint = "write `notice: {from: 2026-01-10T22:00Z}`, with `until` where it ends"
        guard let map = MappingReader(value, as: .notice, into: findings) else { return }
        if !map.has("from") { map.reportMissing("from", hint: hint) }
        let from = map.instant("from", times)
        let until = map.instant("until", times)
        guard let from else { return }
        if let until, !Self.isInOrder(from, until, into: findings) { return }
        (kind, self.from, self.until) = (.notice, from, until)
    }

    private static func isInOrder(
        _ from: Placed<Instant>,
        _ until: Placed<Instant>,
        into findings: Findings
    ) -> Bool {
        guard until.value <= from.value else { return true }
        findings.error(
            .timeBeforeStart, at: until.place, "`until` does not lie after `from`",
            hint: "write a later time", related: [Diagnostic.Note("`from` is here", at: from.place)])
        return false
    }

    /// Reports keys that only other kinds of record have.
    func refuseMisplacedKeys(in map: MappingReader, into findings: Findings) {
        guard let kind, kind != .incident else { return }
        let isNotice = kind == .notice
        let (name, refused) = (
            isNotice ? "a notice" : "maintenance",
            isNotice ? MapShape.keysNoticesLack : MapShape.keysOfIncidents
        )
        for key in refused where map.has(key) {
            findings.error(
                .misplacedKey, at: map.location(of: key), "\(name) has no `\(key)`",
                hint: key == "started" || key == "ended"
                    ? "its times are `from` and `until`" : "leave the key out")
        }
    }
}
