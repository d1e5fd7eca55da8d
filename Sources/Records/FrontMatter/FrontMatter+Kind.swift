import Diagnostics
import StatusModel

extension FrontMatter {
    /// Reads the kind: an incident, unless `maintenance` or `notice` says otherwise, be it wrongly.
    func readKind(in map: MappingReader, times: TimeReader, into diagnostics: inout [Diagnostic]) {
        switch (map.value("maintenance"), map.value("notice")) {
        case (nil, nil):
            kind = map.isWritten("maintenance") || map.isWritten("notice") ? nil : .incident
        case (let value?, nil): readMaintenance(value, times: times, into: &diagnostics)
        case (nil, let value?): readNotice(value, times: times, into: &diagnostics)
        case (_?, _?):
            diagnostics.append(
                Diagnostic(
                    .error,
                    .misplacedKey,
                    "a record is maintenance or a notice, not both",
                    at: map.location(of: "notice"),
                    hint: "keep one of the two keys"
                )
            )
        }
    }

    private func readMaintenance(_ value: YAMLValue, times: TimeReader, into diagnostics: inout [Diagnostic])
    {
        let hint = "write `maintenance: {from: 2026-01-10T22:00Z, until: 2026-01-11T02:00Z}`"
        guard let map = MappingReader(value, as: .maintenance, into: &diagnostics) else { return }
        for key in MapShape.maintenance.required where !map.has(key) {
            map.reportMissing(key, hint: hint, into: &diagnostics)
        }
        let (from, until) = (
            map.instant("from", times, into: &diagnostics), map.instant("until", times, into: &diagnostics)
        )
        guard let from, let until, Self.isInOrder(from, until, into: &diagnostics) else { return }
        (kind, self.from, self.until) = (.maintenance, from, until)
    }

    private func readNotice(_ value: YAMLValue, times: TimeReader, into diagnostics: inout [Diagnostic]) {
        let hint = "write `notice: {from: 2026-01-10T22:00Z}`, with `until` where it ends"
        guard let map = MappingReader(value, as: .notice, into: &diagnostics) else { return }
        if !map.has("from") { map.reportMissing("from", hint: hint, into: &diagnostics) }
        let from = map.instant("from", times, into: &diagnostics)
        let until = map.instant("until", times, into: &diagnostics)
        guard let from else { return }
        if let until, !Self.isInOrder(from, until, into: &diagnostics) { return }
        (kind, self.from, self.until) = (.notice, from, until)
    }

    private static func isInOrder(
        _ from: Placed<Instant>,
        _ until: Placed<Instant>,
        into diagnostics: inout [Diagnostic]
    ) -> Bool {
        guard until.value <= from.value else { return true }
        diagnostics.append(
            Diagnostic(
                .error,
                .timeBeforeStart,
                "`until` does not lie after `from`",
                at: until.place,
                hint: "write a later time",
                related: [Diagnostic.Note("`from` is here", at: from.place)]
            )
        )
        return false
    }

    /// Reports keys that only other kinds of record have.
    func refuseMisplacedKeys(in map: MappingReader, into diagnostics: inout [Diagnostic]) {
        guard let kind, kind != .incident else { return }
        let isNotice = kind == .notice
        let (name, refused) = (
            isNotice ? "a notice" : "maintenance",
            isNotice ? MapShape.keysNoticesLack : MapShape.keysOfIncidents
        )
        for key in refused where map.has(key) {
            diagnostics.append(
                Diagnostic(
                    .error,
                    .misplacedKey,
                    "\(name) has no `\(key)`",
                    at: map.location(of: key),
                    hint: key == "started" || key == "ended"
                        ? "its times are `from` and `until`" : "leave the key out"
                )
            )
        }
    }
}
