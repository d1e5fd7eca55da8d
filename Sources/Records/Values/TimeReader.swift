import Diagnostics
import StatusModel

/// Turns written times into instants, and reports those that name none.
struct TimeReader {
    /// The zone of times that name none themselves.
    let zone: Zone

    /// How a time without a day finds its day.
    enum Anchor {
        /// It must have a day.
        case none
        /// The first such time not before the instant.
        case notBefore(Instant)
        /// The last such time not after the instant.
        case notAfter(Instant)
        /// Something that could not be told itself: there is nothing to report.
        case unknown
    }

    /// Further from its anchor than this, a time without a day is asked for one.
    static let reach = 12 * 3_600

    /// The instant that the text names.
    ///
    /// - Parameters:
    ///   - allowsDuration: whether a duration could stand there too, which the caller has looked for.
    ///   - place: where the text stands; only asked for when there is something to report.
    func instant(
        _ text: String,
        anchor: Anchor = .none,
        allowsDuration: Bool = false,
        at place: @autoclosure () -> SourceLocation,
        into diagnostics: inout [Diagnostic]
    ) -> Instant? {
        guard let expression = TimeExpression(text) else {
            diagnostics.append(impossible(text, allowsDuration: allowsDuration, at: place()))
            return nil
        }
        return instant(expression, writtenAs: text, anchor: anchor, at: place(), into: &diagnostics)
    }

    /// The instant that an expression names.
    func instant(
        _ expression: TimeExpression,
        writtenAs text: String,
        anchor: Anchor,
        at place: @autoclosure () -> SourceLocation,
        into diagnostics: inout [Diagnostic]
    ) -> Instant? {
        switch resolve(expression, anchor: anchor) {
        case .success(let instant): return instant
        case .failure(let problem):
            if let diagnostic = diagnostic(for: problem, in: text, at: place()) {
                diagnostics.append(diagnostic)
            }
            return nil
        }
    }
}

private extension TimeReader {
    enum Problem: Error {
        case noTime(Day)
        case noDay
        case noAnchor
        case farAway(TimeOfDay)
        case skipped(Day, TimeOfDay)
        case repeated(Day, TimeOfDay, [Instant])
    }

    func resolve(_ expression: TimeExpression, anchor: Anchor) -> Result<Instant, Problem> {
        switch (expression.day, expression.time) {
        case (let day?, let time?): return instant(on: day, at: time, offset: expression.offset)
        case (let day?, nil): return .failure(.noTime(day))
        case (nil, let time?): return nearest(time, offset: expression.offset, to: anchor)
        case (nil, nil): return .failure(.noDay)
        }
    }

    func instant(on day: Day, at time: TimeOfDay, offset: Int?) -> Result<Instant, Problem> {
        if let offset {
            return .success(Instant(seconds: day.daysSinceEpoch * 86_400 + time.seconds - offset))
        }
        let instants = zone.instants(of: day, at: time)
        switch instants.count {
        case 0: return .failure(.skipped(day, time))
        case 1: return .success(instants[0])
        default: return .failure(.repeated(day, time, instants))
        }
    }

    /// The days around the anchor are tried in the direction that it asks for.
    func nearest(_ time: TimeOfDay, offset: Int?, to anchor: Anchor) -> Result<Instant, Problem> {
        let base: Instant
        let direction: Int
        switch anchor {
        case .none: return .failure(.noDay)
        case .unknown: return .failure(.noAnchor)
        case .notBefore(let instant): (base, direction) = (instant, 1)
        case .notAfter(let instant): (base, direction) = (instant, -1)
        }
        let clock = offset.map { Zone(name: "", offset: $0) } ?? zone
        let today = clock.day(of: base)
        for step in -1...1 {
            let day = today.advanced(by: step * direction)
            switch instant(on: day, at: time, offset: offset) {
            case .success(let found) where (found - base) * direction >= 0:
                return abs(found - base) <= Self.reach ? .success(found) : .failure(.farAway(time))
            case .success: continue
            case .failure(let problem):
                // A clock change on a day that is out of reach is nobody's concern.
                let middle = Instant(
                    seconds: day.daysSinceEpoch * 86_400 + time.seconds - clock.offset(at: base)
                )
                if abs(middle - base) <= Self.reach + 7_200 { return .failure(problem) }
            }
        }
        return .failure(.farAway(time))
    }
}

private extension TimeReader {
    func impossible(_ text: String, allowsDuration: Bool, at place: SourceLocation) -> Diagnostic {
        let curly = text.unicodeScalars.contains { (0x2010...0x201F).contains($0.value) }
        let times = "write it as in `2026-01-02T17:05Z`, `2026-01-02 18:05 +01:00` or `17:05 UTC`"
        return Diagnostic(
            .error,
            .invalidTime,
            "`\(text)` is no time",
            at: place,
            hint: curly
                ? "a keyboard changed a dash or a quote: write `-` and `\"`"
                : times + (allowsDuration ? ", or as a duration with its unit: `20m`" : "")
        )
    }

    func diagnostic(for problem: Problem, in text: String, at place: @autoclosure () -> SourceLocation)
        -> Diagnostic?
    {
        switch problem {
        case .noAnchor:
            nil
        case .noTime(let day):
            Diagnostic(
                .error,
                .dateWithoutTime,
                "a time of day is missing: `\(text)` is a day",
                at: place(),
                hint: "write it as in `\(day)T17:05Z`"
            )
        case .noDay:
            Diagnostic(
                .error,
                .timeNeedsDate,
                "it cannot be told which day `\(text)` is on",
                at: place(),
                hint: "write the day too, as in `2026-01-02 \(text)`"
            )
        case .farAway:
            Diagnostic(
                .error,
                .timeNeedsDate,
                "it cannot be told which day `\(text)` is on: it is more than 12 hours from the time before",
                at: place(),
                hint: "write the day too, as in `2026-01-02 \(text)`"
            )
        case .skipped(let day, let time):
            Diagnostic(
                .error,
                .timeNeedsOffset,
                "on \(day) the clocks of \(zone.name) skip \(time)",
                at: place(),
                hint: "write the offset from UTC too, as in `\(day)T\(time)\(writtenOffset(near: day))`"
            )
        case .repeated(let day, let time, let instants):
            Diagnostic(
                .error,
                .timeNeedsOffset,
                "on \(day) the clocks of \(zone.name) show \(time) twice",
                at: place(),
                hint: "write which it is: "
                    + instants.map { "`\(day)T\(time)\(writtenOffset(at: $0))`" }.joined(separator: " or ")
            )
        }
    }

    func writtenOffset(near day: Day) -> String {
        writtenOffset(at: Instant(seconds: day.daysSinceEpoch * 86_400))
    }

    func writtenOffset(at instant: Instant) -> String {
        let offset = zone.offset(at: instant)
        let time = TimeOfDay(seconds: abs(offset))
        return (offset < 0 ? "-" : "+") + time.description
    }
}
