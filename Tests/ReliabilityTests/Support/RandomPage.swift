import StatusModel
import TestSupport

/// Pages with records of every kind, at instants that are whole ticks from a start.
struct RandomPage {
    private var random: SplitMix64
    private let start: Instant
    private let tick: Int
    private let ticks: Int
    private let components = 3

    init(seed: Int, start: Instant, tick: Int, ticks: Int) {
        random = SplitMix64(seed: seed)
        (self.start, self.tick, self.ticks) = (start, tick, ticks)
    }

    /// A page of three components with incidents and maintenance, all before `start + ticks · tick`.
    mutating func make(zone: Zone = .utc) -> StatusPage {
        var made = page(zone: zone)
        made.components = (0..<components).map { index in
            var made = component("c\(index)")
            if random.once(in: 3) { made.since = instant(in: 0...ticks / 2) }
            if random.once(in: 3) { made.until = instant(in: ticks / 2...ticks) }
            return made
        }
        if random.once(in: 3) { made.since = random.once(in: 2) ? nil : instant(in: 0...ticks / 4) }
        if random.once(in: 3) { made.weights[.degradedPerformance] = 125 }
        if random.once(in: 3) { made.weights[.underMaintenance] = 900 }
        made.incidents = (0..<Int.random(in: 0...8, using: &random)).map { makeIncident("incident-\($0)") }
        made.maintenance = (0..<Int.random(in: 0...3, using: &random)).map { makeWindow("work-\($0)") }
        return made
    }

    /// Other rules before some ticks, which need not begin a day here.
    mutating func addFormerRules(to page: inout StatusPage) {
        let changes = Set((0..<Int.random(in: 0...4, using: &random)).map { _ in instant(in: 1...ticks - 1) })
        for until in changes.sorted(by: >) {
            page.formerRules.changes.append(until)
            var weights = UptimeWeights([:])
            for status in ComponentStatus.allCases where status != .operational && !random.once(in: 3) {
                weights[status] = Int.random(in: 1...1_000, using: &random)
            }
            page.formerRules.weights.add(weights, until: until)
            for index in page.components.indices where random.once(in: 2) {
                page.formerRules.counts[index, default: Former()].add(random.once(in: 2), until: until)
            }
            for index in page.components.indices where random.once(in: 2) {
                page.formerRules.targets[index, default: Former()].add(target(), until: until)
            }
            if random.once(in: 2) { page.formerRules.target.add(target(), until: until) }
            for rank in page.severities.indices where random.once(in: 2) {
                var severity = page.severities[rank]
                severity.acknowledgeWithin = limit()
                severity.noticeWithin = limit()
                severity.identifyWithin = limit()
                severity.resolveWithin = limit()
                severity.updateEvery = limit()
                page.formerRules.severities[rank, default: Former()].add(severity, until: until)
            }
        }
    }

    private mutating func target() -> Target? {
        random.once(in: 4) ? nil : Target(millionths: Int.random(in: 900_000...999_999, using: &random))
    }

    private mutating func limit() -> Int? {
        random.once(in: 4) ? nil : tick * Int.random(in: 0...400, using: &random)
    }
}

extension RandomPage {
    private mutating func makeIncident(_ slug: String) -> Record {
        let first = Int.random(in: 0..<ticks, using: &random)
        let last = random.once(in: 5) ? ticks : min(ticks, first + ticks / 4)
        var updates: [Update] = []
        for place in sorted(in: first...last, atMost: 7) {
            let previous = updates.last?.phase ?? .investigating
            updates.append(makeUpdate(after: previous, at: place, notBefore: first, isFirst: updates.isEmpty))
        }
        var made = incident(slug, changes(at: nil, notBefore: first), from: instant(first), updates)
        if random.once(in: 4) { made.until = instant(in: first...last) }
        return made
    }

    private mutating func makeUpdate(
        after previous: Phase,
        at place: Int,
        notBefore first: Int,
        isFirst: Bool
    ) -> Update {
        let keeps = !isFirst && random.once(in: 5)
        let phases: [Phase] = [.investigating, .identified, .monitoring, .resolved, .resolved]
        let phase = keeps ? previous : phases[Int.random(in: 0..<phases.count, using: &random)]
        var update = Update(phase: phase, at: instant(place), keepsPhase: keeps)
        if random.once(in: 2) {
            update.changes = changes(at: place, notBefore: first)
            if phase == .resolved {
                for change in update.changes.indices { update.changes[change].status = .operational }
            }
        }
        return update
    }

    private mutating func makeWindow(_ slug: String) -> Record {
        let first = Int.random(in: 0..<ticks, using: &random)
        let last = Int.random(in: first + 1...ticks + ticks / 8, using: &random)
        var window = maintenance(slug, from: instant(first), until: instant(last))
        window.components = changes(at: nil, notBefore: first)
        for place in sorted(in: max(0, first - ticks / 8)...ticks, atMost: 4) {
            let phases: [Phase] = [.scheduled, .inProgress, .verifying, .completed, .cancelled]
            var update = Update(
                phase: phases[Int.random(in: 0..<phases.count, using: &random)],
                at: instant(place)
            )
            if random.once(in: 3) { update.changes = changes(at: place, notBefore: 0) }
            if random.once(in: 4) { update.until = instant(in: place...ticks) }
            window.updates.append(update)
        }
        return window
    }

    /// Statuses of some components; those of an update at a place may hold since an earlier one.
    private mutating func changes(at place: Int?, notBefore first: Int) -> [StatusChange] {
        (0..<components).compactMap { index in
            guard random.once(in: 2) else { return nil }
            let status = ComponentStatus.allCases.randomElement(using: &random) ?? .operational
            var change = StatusChange(index, status)
            if let place, place > first, random.once(in: 3) { change.since = instant(in: first...place) }
            return change
        }
    }

    private mutating func sorted(in places: ClosedRange<Int>, atMost limit: Int) -> [Int] {
        (0..<Int.random(in: 0...limit, using: &random)).map { _ in Int.random(in: places, using: &random) }
            .sorted()
    }

    private mutating func instant(in places: ClosedRange<Int>) -> Instant {
        instant(Int.random(in: places, using: &random))
    }

    private func instant(_ place: Int) -> Instant { start + place * tick }
}
