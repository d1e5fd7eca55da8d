import Diagnostics
import StatusModel

/// A reader of recurring maintenance, which makes its windows and reports keys that contradict each other.
struct SeriesReader {
    let zone: Zone
    let times: TimeReader
    let findings: Findings
    /// The values of the maintenance's keys.
    let span: FrontMatter.Span
    let from: Placed<Instant>
    let until: Placed<Instant>
}

extension SeriesReader {
    /// Returns the series; `nil` if the maintenance does not recur or has errors.
    func read(in map: MappingReader) -> Series? {
        guard let repeats = span.repeats else {
            if !map.isWritten("repeat") { refuseKeys(in: map) }
            return nil
        }
        guard let frequency = frequency(of: repeats) else { return nil }
        guard let last = span.repeatUntil else {
            if !map.isWritten("repeat_until") { findings.add(endless(repeats)) }
            return nil
        }
        guard let rule = rule(frequency, until: last) else { return nil }
        let days = rule.days(atMost: Series.limit + 1)
        guard days.count <= Series.limit else {
            findings.error(
                .invalidValue, at: last.place, "this series has more than \(Series.limit) windows",
                hint:
                    "use `\(days[Series.limit - 1])` or an earlier date, and start another record for later windows"
            )
            return nil
        }
        return series(of: rule, on: days)
    }
}

// MARK: - The rule

private extension SeriesReader {
    /// Reports keys that only maintenance with `repeat` may have.
    func refuseKeys(in map: MappingReader) {
        for key in FrontMatter.keysOfSeries where map.isWritten(key) {
            findings.error(
                .misplacedKey, at: map.location(of: key), "`\(key)` is only allowed with `repeat`",
                hint: "add how it recurs, such as `repeat: weekly`, or remove the key")
        }
    }

    func frequency(of text: Placed<String>) -> Series.Frequency? {
        do {
            return try Series.Frequency.read(text.value, from: zone.day(of: from.value))
        } catch {
            findings.error(.invalidValue, at: text.place, error.reason, hint: error.hint)
            return nil
        }
    }

    func endless(_ repeats: Placed<String>) -> Diagnostic {
        Diagnostic(
            .error, .missingKey, "`repeat_until` is missing: this maintenance recurs", at: repeats.place,
            hint: "add the last date on which it may start, for example "
                + "`repeat_until: \(zone.day(of: from.value).advanced(by: 90))`")
    }

    func rule(_ frequency: Series.Frequency, until last: Placed<Day>) -> Series.Rule? {
        let (first, end) = (zone.local(from.value), zone.local(until.value))
        guard frequency.includes(first.day, from: first.day) else {
            let days = (1...400).lazy.map { first.day.advanced(by: $0) }
            let next = days.first { frequency.includes($0, from: first.day) }
            findings.error(
                .invalidValue, at: from.place, "`from` is on \(first.day), which `repeat` does not include",
                hint: next.map { "the next date that it includes is \($0)" },
                related: span.repeats.map { [Diagnostic.Note("the rule is here", at: $0.place)] } ?? [])
            return nil
        }
        guard last.value >= first.day else {
            findings.error(
                .timeBeforeStart, at: last.place, "`repeat_until` is before `from`",
                hint: "use a later date", related: [Diagnostic.Note("`from` is here", at: from.place)])
            return nil
        }
        let rule = Series.Rule(
            frequency, firstDay: first.day, lastDay: last.value, from: first.time, until: end.time,
            nights: end.day.daysSinceEpoch - first.day.daysSinceEpoch)
        guard rule.seconds > 0 else {
            findings.error(
                .timeBeforeStart, at: until.place,
                "on every day but the first, `until` is not after `from`",
                hint: "choose times so that the clocks do not change between them")
            return nil
        }
        return rule
    }
}

// MARK: - The windows

private extension SeriesReader {
    func series(of rule: Series.Rule, on days: [Day]) -> Series? {
        let known = Set(days)
        let exceptions = span.exceptions.filter { isKnown($0, known, days, as: "except") }
        let moves = moves(among: known, days)
        let excepted = Set(exceptions.map(\.value))
        for (day, move) in moves.sorted(by: { $0.key < $1.key }) where excepted.contains(day) {
            findings.error(
                .invalidValue, at: move.key, "\(day) is both moved and left out", hint: "keep one of the two")
        }
        var windows = days.filter { !excepted.contains($0) }.compactMap { day in
            moves[day].map { $0.window } ?? window(of: rule, on: day)
        }
        windows.sort { ($0.range.from, $0.day) < ($1.range.from, $1.day) }
        refuseOverlaps(of: windows, moves)
        guard !findings.hasErrors else { return nil }
        guard !windows.isEmpty else {
            findings.error(
                .invalidValue, at: until.place, "every window of this series is left out",
                hint: "leave out fewer days, or delete the record")
            return nil
        }
        return Series(rule, except: excepted.sorted(), windows: windows, news: span.news ?? .first)
    }

    /// A window that is moved, with the places of the values.
    struct Move {
        let window: Series.Window
        /// The place of the window's day.
        let key: SourceLocation
        /// The place of the window's new time.
        let value: SourceLocation
    }

    func moves(among known: Set<Day>, _ days: [Day]) -> [Day: Move] {
        guard let value = span.moved else { return [:] }
        guard let entries = value.entries else {
            findings.error(
                .wrongType, at: value.location, "`moved` must be a map of dates to times, not \(value.kind)",
                hint: "write each date with its new time, like `moved: {2026-11-01: 2026-11-02 02:00}`")
            return [:]
        }
        var moves: [Day: Move] = [:]
        for (key, value) in entries {
            guard let word = key.text(named: "moved", into: findings) else { continue }
            guard let day = Day(word) else {
                findings.add(invalidDay(word, at: key.location))
                continue
            }
            guard isKnown(Placed(value: day, source: key), known, days, as: "moved"),
                let text = value.text(named: "moved", into: findings),
                let start = times.instant(text, at: value.location, into: findings)
            else { continue }
            let window = Series.Window(of: day, range(movedTo: start), isMoved: true)
            moves[day] = Move(window: window, key: key.location, value: value.location)
        }
        return moves
    }

    /// Returns a window of the usual length by wall-clock time.
    func range(movedTo start: Instant) -> TimeRange {
        let (first, end) = (zone.local(from.value), zone.local(until.value))
        let begins = zone.local(start)
        let nights = end.day.daysSinceEpoch - first.day.daysSinceEpoch
        let length = nights * 86_400 + end.time.seconds - first.time.seconds
        let wall = begins.day.daysSinceEpoch * 86_400 + begins.time.seconds + length
        let day = Day(daysSinceEpoch: wall / 86_400)
        let ends = zone.instants(of: day, at: TimeOfDay(seconds: wall % 86_400)).last
        return TimeRange(from: start, to: ends ?? start + length)
    }

    /// Whether the series has a window on the day; reports it if not.
    func isKnown(_ day: Placed<Day>, _ known: Set<Day>, _ days: [Day], as key: String) -> Bool {
        guard !known.contains(day.value) else { return true }
        let near = [days.last { $0 < day.value }, days.first { $0 > day.value }].compactMap { $0 }
        findings.error(
            .invalidValue, at: day.place, "`\(key)` names \(day.value), but there is no window on that day",
            hint: "the nearest \(near.count == 1 ? "day is" : "days are") \(list(near.map(\.description)))")
        return false
    }

    /// Returns the window on a day of the rule by wall-clock time; `nil` if a clock change skips its beginning or its
    /// end.
    func window(of rule: Series.Rule, on day: Day) -> Series.Window? {
        guard let begins = rule.beginning(on: day, in: zone) else {
            findings.add(skipped(rule.from, on: day, of: day, at: from.place))
            return nil
        }
        guard let ends = rule.end(on: day, in: zone) else {
            findings.add(skipped(rule.until, on: day.advanced(by: rule.nights), of: day, at: until.place))
            return nil
        }
        return Series.Window(of: day, TimeRange(from: begins, to: ends))
    }

    func skipped(_ time: TimeOfDay, on day: Day, of window: Day, at place: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, .invalidTime, "on \(day) the clocks of \(zone.name) skip \(time)", at: place,
            hint: "use another time, or leave that window out: `except: [\(window)]`")
    }

    func refuseOverlaps(of windows: [Series.Window], _ moves: [Day: Move]) {
        for (one, next) in zip(windows, windows.dropFirst()) where one.range.to > next.range.from {
            let moved = (moves[one.day] ?? moves[next.day])?.value
            findings.error(
                .invalidValue, at: moved ?? until.place,
                "the window of \(one.day) would still be open when the window of \(next.day) starts",
                hint: moved == nil ? "use an earlier `until`" : "move it to another time")
            return
        }
    }
}
