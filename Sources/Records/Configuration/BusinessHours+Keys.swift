import Diagnostics
import StatusModel

extension BusinessHours {
    private static let hint = "write `{days: mon-fri, from: \"09:00\", until: \"17:00\"}`"

    /// The contents of the part under `business_hours:`.
    struct Written {
        var weekdays: Set<Int> = []
        var from: Placed<TimeOfDay>?
        var until: Placed<TimeOfDay>?
    }

    /// The part under `business_hours:`.
    static let keys = KeyTable<Written>(
        "`business_hours`",
        [
            .required("days", .weekdays, "The days of the week that count.", hint: hint) {
                $0.weekdays = $1.reduce(into: []) { $0.formUnion($1) }
            },
            .required("from", .timeOfDay, "When they begin, in the site's time zone.", hint: hint) {
                $0.from = $1
            },
            .required("until", .timeOfDay, "When they end.", hint: hint) { $0.until = $1 },
        ]
    )

    init?(reading value: YAMLValue, into findings: Findings) {
        var written = Written()
        Self.keys.read(value, into: &written, findings)
        guard let from = written.from, let until = written.until, !written.weekdays.isEmpty else {
            return nil
        }
        guard from.value < until.value else {
            findings.error(
                .invalidValue, at: until.place, "`until` must be after `from`", hint: Self.hint)
            return nil
        }
        self.init(weekdays: written.weekdays, from: from.value, until: until.value)
    }
}

extension KeyForm where Value == Placed<TimeOfDay> {
    /// A time of day.
    fileprivate static var timeOfDay: KeyForm {
        KeyForm(shape: .written(.timeOfDay)) { map, name in
            guard let value = map.value(name), let text = value.text(named: name, into: map.findings) else {
                return nil
            }
            if let time = TimeOfDay(text) { return Placed(value: time, source: value) }
            map.findings.error(
                .invalidTime, at: value.location, "`\(text)` is not a valid time of day",
                hint: lineToWrite(
                    for: text, at: value.location, by: LooseTime.timeOfDay,
                    reads: { TimeOfDay($0) != nil }, else: "write it like `\"09:00\"`"))
            return nil
        }
    }
}

extension KeyForm where Value == [Set<Int>] {
    /// Days of the week, counted from Monday, which is 0.
    fileprivate static var weekdays: KeyForm {
        KeyForm(shape: .oneOrMore(.written(.weekdays))) { map, name in
            map.texts(name).compactMap { text in
                if let days = BusinessHours.weekdays(text) { return days }
                let place = map.value(name)?.location ?? map.location
                map.findings.error(
                    .invalidValue, at: place, "`\(text)` does not name days of the week",
                    hint: lineToWrite(
                        for: text, at: place,
                        by: { $0.folded.replacing(" to ", with: "-").replacing(" and ", with: ", ") },
                        reads: { BusinessHours.weekdays($0) != nil },
                        else: "write a range or a list, such as `mon-fri` or `[mon, wed, fri]`"))
                return nil
            }
        }
    }
}

extension BusinessHours {
    /// Returns the days of `mon`, `mon-fri` or `sat, sun`.
    fileprivate static func weekdays(_ text: String) -> Set<Int>? {
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
