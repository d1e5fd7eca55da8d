/// A component's spans within the time for which it was tracked, and the figures that follow from them.
struct ComponentCourse {
    let claim: Claims.ComponentClaim
    /// The time from its `since` up to its `until`.
    let lifetime: Stretch
    /// The part of its lifetime up to now.
    let observed: Stretch
    let spans: [HeldSpan]
    private let course: Course
    /// The latest end of the spans up to each.
    private let ends: [Int]
    private let now: Int

    /// - Parameter trackedFrom: the instant from which components without a `since` are tracked.
    init(_ claim: Claims.ComponentClaim, windows: Set<String>, trackedFrom: Int, now: Int) {
        let spans = claim.spans.map { span in
            HeldSpan(
                stretch: Stretch(from: span.from, until: span.until ?? now),
                effect: HeldSpan.Effect(
                    status: span.status, weight: span.weight, isMaintenance: windows.contains(span.record)),
                record: span.record
            )
        }
        let lifetime = Stretch(
            from: claim.since ?? trackedFrom, until: claim.until ?? Stretch.always.until)
        self.init(claim, spans, lifetime: lifetime, now: now)
    }

    private init(_ claim: Claims.ComponentClaim, _ spans: [HeldSpan], lifetime: Stretch, now: Int) {
        (self.claim, self.lifetime, self.now) = (claim, lifetime, now)
        let observed = lifetime.common(with: Stretch(from: Stretch.always.from, until: now))
        self.observed = observed
        self.spans = spans.compactMap { $0.cut(to: observed) }.sorted { $0.stretch.from < $1.stretch.from }
        course = Course(of: self.spans)
        ends = self.spans.reduce(into: []) { $0.append(max($0.last ?? .min, $1.stretch.until)) }
    }
}

extension ComponentCourse {
    /// The parts that count towards uptime: a course for each time during which the component counted.
    var counted: [ComponentCourse] {
        var until = Stretch.always.until
        return claim.counted.compactMap { dated in
            defer { until = dated.from }
            let stretch = lifetime.common(with: Stretch(from: dated.from, until: until))
            return dated.value ? ComponentCourse(claim, spans, lifetime: stretch, now: now) : nil
        }
    }

    /// Returns the objective in millionths with which a range is compared: the one at its end, or the current one if
    /// the range is not over.
    func target(during range: Stretch) -> Int? {
        let judgedAt = min(range.until - 1, now)
        return claim.targets.first { $0.from <= judgedAt }?.value
    }
}

extension ComponentCourse {
    /// Returns the component's figures over a range.
    func uptime(during range: Stretch) -> Uptime {
        let tracked = range.common(with: observed)
        return Uptime(
            range: range,
            observed: tracked.seconds,
            sums: course.sums(during: tracked),
            outages: outages(during: tracked)
        )
    }

    /// Returns the incidents with downtime in a range.
    func outages(during range: Stretch) -> Set<String> {
        Set(spans(during: range).lazy.filter(\.isOutage).map(\.record))
    }

    /// The time without an outage of the component, in all of the time for which it was tracked.
    var calm: Calm { Calm(during: [observed], without: spans.filter(\.isOutage).map(\.stretch)) }

    /// Returns the spans that have an instant in common with a range.
    func spans(during range: Stretch) -> [HeldSpan] {
        spans[ends.firstPlace(notBefore: range.from)...].prefix { $0.stretch.from < range.until }
            .filter { $0.touches(range) }
    }

    /// Returns the downtime that the objective allows over a range, in millionths of a second, or `nil` without an
    /// objective, or if the component was not tracked in the range.
    func allowance(during range: Stretch) -> Int? {
        let seconds = range.common(with: lifetime).seconds
        guard let target = target(during: range), seconds > 0 else { return nil }
        return (1_000_000 - target) * seconds
    }

    /// Returns the rate at which the budget was spent, as a multiple of the allowed rate.
    func burnRate(during range: Stretch) -> Double? {
        let uptime = uptime(during: range)
        guard let target = target(during: range), target < 1_000_000, uptime.observed > 0 else { return nil }
        return Double(1_000 * uptime.downtime) / Double((1_000_000 - target) * uptime.observed)
    }

    /// Returns the burn rate that readers see: in hundredths, rounded up.
    func burnRateInHundredths(during range: Stretch) -> Int? {
        let uptime = uptime(during: range)
        guard let target = target(during: range), target < 1_000_000, uptime.observed > 0 else { return nil }
        let allowed = (1_000_000 - target) * uptime.observed
        return (100_000 * uptime.downtime + allowed - 1) / allowed
    }
}
