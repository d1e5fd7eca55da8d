import Diagnostics
public import StatusModel

extension Configuration {
    /// Checks the rule by which maintenance recurs, in the form that `repeat` takes.
    ///
    /// - Parameter start: the start of the first window.
    /// - Throws: the mistake in it, with a hint.
    public func check(recurrence text: String, from start: Instant) throws(UnknownWord) {
        _ = try Series.Frequency.read(text, from: page.zone.day(of: start))
    }

    /// Checks the last day on which a window may begin, in the form that `repeat_until` takes.
    ///
    /// - Parameter start: the start of the first window.
    /// - Throws: the mistake in it, with a hint.
    public func check(lastDay text: String, from start: Instant) throws(UnknownWord) {
        let first = page.zone.day(of: start)
        guard let day = Day(text) else {
            throw UnknownWord(
                reason: "`\(text)` is not a date", hint: "write it like `\(first.advanced(by: 90))`")
        }
        guard day >= first else {
            throw UnknownWord(reason: "`\(text)` is before the start", hint: "use a later date")
        }
    }
}

extension Series.Frequency {
    /// Reads the rule by which maintenance recurs.
    ///
    /// - Parameter day: the day of the first window.
    /// - Throws: the mistake in it, with a hint.
    static func read(_ text: String, from day: Day) throws(UnknownWord) -> Series.Frequency {
        if let frequency = Series.Frequency(written: text) { return frequency }
        let forms = [
            "daily", "weekly", "every 2 weeks", "monthly on the 15th",
            "monthly on the 1st \(weekdays[day.weekday])",
        ]
        let words = text.folded.split(separator: " ").map(String.init)
        // A rule with a weekday but without `monthly` is meant to be weekly.
        let isWeekly = words.contains(where: weekdays.contains) && !words.contains("monthly")
        throw UnknownWord(
            reason: "`repeat` cannot be `\(text)`",
            hint: isWeekly
                ? "write `weekly`, which recurs on the weekday of `from`"
                : didYouMean(text, among: forms) ?? "write " + list(forms, or: true))
    }
}
