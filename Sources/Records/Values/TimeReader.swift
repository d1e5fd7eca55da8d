import Diagnostics
import StatusModel

/// A reader of written times, which reports those that do not determine an instant.
struct TimeReader {
    /// The zone of times that do not state one.
    let zone: Zone

    /// The way to find the day of a time without a date.
    enum Anchor {
        /// The time must have a date.
        case none
        /// The time must have a date, because its file begins with the end.
        ///
        /// The likely date is found by counting from the instant.
        case endFirst(from: Instant?)
        /// The first such time that is not before the instant; the words name what happened at that instant.
        case notBefore(Instant, of: String = "the previous update")
        /// The last such time that is not after the instant; the words name what happened at that instant.
        case notAfter(Instant, of: String = "its update")
        /// The first such time after the instant, for something that is still to come; the words name the instant, such
        /// as `from now`.
        case ahead(of: Instant, words: String)
        /// The day of the instant, for something that was planned for that instant and is now planned for another.
        case moved(from: Instant)
        /// The anchor itself could not be read, so there is nothing to report.
        case unknown
    }

    /// The greatest distance from the anchor, in seconds, at which a time needs no date.
    static let reach = 12 * 3_600

    /// Returns the instant that the text determines.
    ///
    /// - Parameters:
    ///   - allowsDuration: whether a duration is also allowed here; the caller has already looked for one.
    ///   - place: the place of the text, evaluated only if there is something to report.
    func instant(
        _ text: String,
        anchor: Anchor = .none,
        allowsDuration: Bool = false,
        at place: @autoclosure () -> SourceLocation,
        into findings: Findings
    ) -> Instant? {
        guard let expression = TimeExpression(text) else {
            findings.add(impossible(text, allowsDuration: allowsDuration, at: place()))
            return nil
        }
        return instant(expression, writtenAs: text, anchor: anchor, at: place(), into: findings)
    }

    /// Returns the instant at which the clocks show the time, in the site's zone if no offset is given.
    ///
    /// If a clock change makes the time occur twice, it is the first instant; if a clock change skips the time, it is
    /// the instant at which the clocks would have shown it without the change.
    func instant(of day: Day, at time: TimeOfDay, offset: Int?) -> Instant {
        let asIfUTC = Instant(seconds: day.daysSinceEpoch * 86_400 + time.seconds)
        if let offset { return asIfUTC - offset }
        return zone.instants(of: day, at: time).first ?? asIfUTC - zone.offset(at: asIfUTC - 86_400)
    }

    /// Returns the instant that an expression determines.
    func instant(
        _ expression: TimeExpression,
        writtenAs text: String,
        anchor: Anchor,
        at place: @autoclosure () -> SourceLocation,
        into findings: Findings
    ) -> Instant? {
        switch resolve(expression, anchor: anchor) {
        case .success(let instant): return instant
        case .failure(let problem):
            if let diagnostic = diagnostic(for: problem, in: text, at: place()) {
                findings.add(diagnostic)
            }
            return nil
        }
    }
}

private extension TimeReader {
    enum Problem: Error {
        case noTime(Day)
        case noDay
        case endFirst(Day?)
        case noAnchor
        case farAway(FarTime)
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

    /// Finds the day by trying those around the anchor, in the anchor's direction.
    func nearest(_ time: TimeOfDay, offset: Int?, to anchor: Anchor) -> Result<Instant, Problem> {
        let base: Instant
        let direction: Int
        let name: String
        var isToCome = false
        switch anchor {
        case .none: return .failure(.noDay)
        case .unknown: return .failure(.noAnchor)
        case .endFirst(let start):
            let likely = start.map { nearest(time, offset: offset, to: .notBefore($0)) }
            guard case .success(let instant) = likely else { return .failure(.endFirst(nil)) }
            return .failure(.endFirst(clock(at: offset).day(of: instant)))
        case .notBefore(let instant, let words): (base, direction, name) = (instant, 1, words)
        case .notAfter(let instant, let words): (base, direction, name) = (instant, -1, words)
        case .ahead(let instant, let words):
            (base, direction, name) = (instant, 1, words)
            isToCome = true
        case .moved(let plan): return moved(to: time, offset: offset, from: plan)
        }
        let clock = clock(at: offset)
        let today = clock.day(of: base)
        for step in -1...1 {
            let day = today.advanced(by: step * direction)
            switch instant(on: day, at: time, offset: offset) {
            case .success(let found) where (found - base) * direction >= 0:
                guard abs(found - base) > Self.reach else { return .success(found) }
                return .failure(
                    .farAway(FarTime(day: day, from: base, to: found, name: name, isToCome: isToCome)))
            case .success: continue
            case .failure(let problem):
                // A clock change on a day that is out of reach does not matter.
                let middle = Instant(
                    seconds: day.daysSinceEpoch * 86_400 + time.seconds - clock.offset(at: base)
                )
                if abs(middle - base) <= Self.reach + 7_200 { return .failure(problem) }
            }
        }
        return .failure(.noDay)
    }

    /// Finds the time on the day of a plan.
    func moved(to time: TimeOfDay, offset: Int?, from plan: Instant) -> Result<Instant, Problem> {
        let day = clock(at: offset).day(of: plan)
        let moved = instant(on: day, at: time, offset: offset)
        guard case .success(let found) = moved, abs(found - plan) > Self.reach else { return moved }
        let far = FarTime(day: day, from: plan, to: found, name: "the planned start", isToCome: false)
        return .failure(.farAway(far))
    }

    func clock(at offset: Int?) -> Zone {
        offset.map { Zone(name: "", offset: $0) } ?? zone
    }
}

extension TimeReader {
    fileprivate func diagnostic(
        for problem: Problem,
        in text: String,
        at place: @autoclosure () -> SourceLocation
    ) -> Diagnostic? {
        switch problem {
        case .noAnchor: return nil
        case .noDay: return needsDate(text, at: place())
        case .endFirst(let day): return needsDate(text, inFileFromTheEndOn: day, at: place())
        case .farAway(let far): return needsDate(text, farAs: far, at: place())
        case .noTime(let day):
            let place = place()
            return Diagnostic(
                .error, .dateWithoutTime, "`\(text)` is a date without a time", at: place,
                hint: "add the time, for example `\(place.line(writing: "\(day)T17:05Z", for: text))`")
        case .skipped(let day, let time):
            let before = Instant(seconds: day.daysSinceEpoch * 86_400 + time.seconds) - 86_400
            return needsOffset(text, on: day, time, "skip", at: place(), [before, before + 2 * 86_400])
        case .repeated(let day, let time, let instants):
            return needsOffset(text, on: day, time, "show twice", at: place(), instants)
        }
    }

    private func needsOffset(
        _ text: String,
        on day: Day,
        _ time: TimeOfDay,
        _ deed: String,
        at place: SourceLocation,
        _ instants: [Instant]
    ) -> Diagnostic {
        let lines = instants.map { place.line(writing: "\(day)T\(time)\(writtenOffset(at: $0))", for: text) }
        return Diagnostic(
            .error, .timeNeedsOffset, "on \(day) the clocks of \(zone.name) \(deed) \(time)", at: place,
            hint: "add the UTC offset: " + list(lines, or: true))
    }

    private func writtenOffset(at instant: Instant) -> String {
        let offset = zone.offset(at: instant)
        return (offset < 0 ? "-" : "+") + TimeOfDay(seconds: abs(offset)).description
    }
}
