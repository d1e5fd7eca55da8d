import Diagnostics
import StatusModel

extension FrontMatter.Kind {
    /// An incident, unless `maintenance` or `notice` says otherwise, be it wrongly.
    init(in map: MappingReader, configuration: Configuration, into diagnostics: inout [Diagnostic]) {
        switch (map.value("maintenance"), map.value("notice")) {
        case (nil, nil):
            self = map.isWritten("maintenance") || map.isWritten("notice") ? .unknown : .incident
        case (let value?, nil):
            self = Self(maintenance: value, times: configuration.times, into: &diagnostics) ?? .unknown
        case (nil, let value?):
            self = Self(notice: value, times: configuration.times, into: &diagnostics) ?? .unknown
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
            self = .unknown
        }
    }

    private init?(maintenance value: YAMLValue, times: TimeReader, into diagnostics: inout [Diagnostic]) {
        let hint = "write `maintenance: {from: 2026-01-10T22:00Z, until: 2026-01-11T02:00Z}`"
        guard let map = MappingReader(value, as: .maintenance, into: &diagnostics) else { return nil }
        for key in MapShape.maintenance.required where !map.has(key) {
            map.reportMissing(key, hint: hint, into: &diagnostics)
        }
        let (from, until) = (
            map.instant("from", times, into: &diagnostics), map.instant("until", times, into: &diagnostics)
        )
        guard let from, let until, Self.isInOrder(from, until, into: &diagnostics) else { return nil }
        self = .maintenance(from: from, until: until)
    }

    private init?(notice value: YAMLValue, times: TimeReader, into diagnostics: inout [Diagnostic]) {
        let hint = "write `notice: {from: 2026-01-10T22:00Z}`, with `until` where it ends"
        guard let map = MappingReader(value, as: .notice, into: &diagnostics) else { return nil }
        if !map.has("from") { map.reportMissing("from", hint: hint, into: &diagnostics) }
        let from = map.instant("from", times, into: &diagnostics)
        let until = map.instant("until", times, into: &diagnostics)
        guard let from else { return nil }
        if let until, !Self.isInOrder(from, until, into: &diagnostics) { return nil }
        self = .notice(from: from, until: until)
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
        let (name, refused): (String, [String]) =
            switch self {
            case .incident, .unknown: ("", [])
            case .maintenance: ("maintenance", MapShape.keysOfIncidents)
            case .notice: ("a notice", MapShape.keysNoticesLack)
            }
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
