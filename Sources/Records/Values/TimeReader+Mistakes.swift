import Diagnostics
import StatusModel

/// A time without a date that is too far from its anchor for the day to be certain.
struct FarTime: Error {
    /// The day on which it would be.
    let day: Day
    /// The instant of the anchor, and the instant of the time.
    let from: Instant
    let to: Instant
    /// The anchor in words.
    let name: String
    /// Whether the time cannot be before the anchor.
    let isToCome: Bool
}

extension TimeReader {
    /// Returns the error about a text that is not a valid time: its fault, and the line to write if it is known.
    func impossible(_ text: String, allowsDuration: Bool, at place: SourceLocation) -> Diagnostic {
        let loose = LooseTime(text)
        let forms = Self.forms + (allowsDuration ? ", or as a duration with a unit: `20m`" : "")
        let fault = loose?.faults.first ?? PlainTyping.slip(in: text).map(PlainTyping.fault)
        return Diagnostic(
            .error, .invalidTime, "`\(text)` is not a valid time" + (fault.map { ": \($0)" } ?? ""),
            at: place,
            hint: allowsDuration && loose == nil
                ? lineToWrite(
                    for: text,
                    at: place,
                    by: Duration.corrected,
                    reads: { Duration($0) != nil },
                    else: forms
                ) : hint(for: text, meaning: loose, at: place, else: forms))
    }

    private static let forms =
        "write it like `2026-01-02T17:05Z`, `2026-01-02 18:05 +01:00` or `17:05 UTC`"

    private func hint(
        for text: String, meaning loose: LooseTime?, at place: SourceLocation, else forms: String
    ) -> String {
        guard let loose else { return forms }
        if loose.clock == nil, let day = loose.rewritten.first {
            return "add the time, for example `\(place.line(writing: "\(day) 17:05 UTC", for: text))`"
        }
        let lines = loose.rewritten.filter { TimeExpression($0) != nil && $0 != text }
            .map { place.line(writing: $0, for: text) }
        guard !lines.isEmpty else { return forms }
        guard !loose.isExample else { return "write it like \(list(lines, or: true))" }
        return write(lines) + (PlainTyping.slip(in: text) == nil ? "" : ": autocorrect changed a character")
    }

    func needsDate(_ text: String, at place: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, .timeNeedsDate, "it is unclear which day `\(text)` is on", at: place,
            hint: "add the date, for example `\(place.line(writing: "2026-01-02 \(text)", for: text))`")
    }

    /// Returns the error about a time without a date in a file whose first update is the end: the order of the updates
    /// is then unclear.
    func needsDate(_ text: String, inFileFromTheEndOn day: Day?, at place: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, .timeNeedsDate,
            "the file begins with the newest update, so `\(text)` could be on more than one day", at: place,
            hint: "add the date to every update"
                + (day.map { ": `\(place.line(writing: "\($0) \(text)", for: text))`" }
                    ?? ", for example `2026-01-02 \(text)`"))
    }

    /// Returns the error about a time that could be on two days: more than half a day after the anchor is less than
    /// half a day before it.
    ///
    /// Both days are named, unless only the later one can be meant.
    func needsDate(_ text: String, farAs far: FarTime, at place: SourceLocation) -> Diagnostic {
        guard !far.isToCome else {
            return Diagnostic(
                .error, .timeNeedsDate,
                "`\(text)` is \(Self.words(far.to - far.from)) \(far.name), so it needs a date", at: place,
                hint: write([place.line(writing: "\(far.day) \(text)", for: text)]))
        }
        let isAfter = far.to > far.from
        let other = far.day.advanced(by: isAfter ? -1 : 1)
        let distance = abs(far.to - far.from)
        let (near, long) = (Self.words(86_400 - distance), Self.words(distance))
        let lines = [other, far.day].map { place.line(writing: "\($0) \(text)", for: text) }
        return Diagnostic(
            .error, .timeNeedsDate,
            "`\(text)` is \(near) \(isAfter ? "before" : "after") \(far.name), or \(long) "
                + "\(isAfter ? "after" : "before") it", at: place, hint: "correct it, or \(write(lines))")
    }

    /// Returns a length such as `2 h 5 min`, rounded up to minutes and at least 1 min.
    private static func words(_ seconds: Int) -> String {
        let (hours, minutes) = max(1, (seconds + 59) / 60).quotientAndRemainder(dividingBy: 60)
        return [(hours, "h"), (minutes, "min")].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
            .joined(separator: " ")
    }
}
