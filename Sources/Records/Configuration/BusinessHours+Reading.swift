import Diagnostics
import StatusModel

extension MapShape {
    /// The part under `business_hours:`.
    static let businessHours = MapShape(
        "`business_hours`",
        [
            .required("days", .oneOrMore(.written(.weekdays)), "The days of the week that count."),
            .required("from", .written(.timeOfDay), "When they begin, in the site's zone."),
            .required("until", .written(.timeOfDay), "When they end."),
        ]
    )
}

extension BusinessHours {
    init?(reading value: YAMLValue, into findings: Findings) {
        let hint = "write `{days: mon-fri, from: \"09:00\", until: \"17:00\"}`"
        guard let map = MappingReader(value, as: .businessHours, into: findings) else { return nil }
        for key in MapShape.businessHours.required where !map.has(key) {
            map.reportMissing(key, hint: hint)
        }
        let days = map.texts("days").compactMap { text -> Set<Int>? in
            let days = Self.weekdays(text)
            if days == nil {
                findings.error(
                    .invalidValue, at: map.value("days")?.location ?? map.location,
                    "`\(text)` names no days of the week",
                    hint: lineToWrite(
                        for: text,
                        at: map.value("days")?.location ?? map.location,
                        by: { $0.folded.replacing(" to ", with: "-").replacing(" and ", with: ", ") },
                        reads: { Self.weekdays($0) != nil },
                        else: "write a range or a list, as in `mon-fri` or `[mon, wed, fri]`"
                    ))
            }
            return days
        }
        guard let from = Self.time("from", in: map, into: findings),
            let until = Self.time("until", in: map, into: findings), !days.isEmpty
        else { return nil }
        guard from < until else {
            findings.error(
                .invalidValue, at: map.value("until")?.location ?? map.location,
                "business hours end after they begin", hint: hint)
            return nil
        }
        self.init(weekdays: days.reduce(into: []) { $0.formUnion($1) }, from: from, until: until)
    }

    private static func time(_ key: String, in map: MappingReader, into findings: Findings)
        -> TimeOfDay?
    {
        guard let value = map.value(key), let text = value.text(named: key, into: findings) else {
            return nil
        }
        if let time = TimeOfDay(text) { return time }
        findings.error(
            .invalidTime, at: value.location, "`\(text)` is not a time of day",
            hint: lineToWrite(
                for: text,
                at: value.location,
                by: LooseTime.timeOfDay,
                reads: { TimeOfDay($0) != nil },
                else: "write it as in `\"09:00\"`"
            ))
        return nil
    }

    /// The days of `mon`, `mon-fri` or `sat, sun`.
    private static func weekdays(_ text: String) -> Set<Int>? {
        let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
        var days: Set<Int> = []
        for part in text.folded.split(separator: ",") {
            let ends = part.split(separator: "-").map(\.trimmed).map { word in
                names.firstIndex { $0.hasPrefix(word) && word.utf8.count >= 3 }
            }
            switch ends.count {
            case 1:
                guard let day = ends[0] else { return nil }
                days.insert(day)
            case 2:
                guard let first = ends[0], let last = ends[1] else { return nil }
                days.formUnion(first <= last ? Array(first...last) : Array(first...6) + Array(0...last))
            default: return nil
            }
        }
        return days.isEmpty ? nil : days
    }
}
