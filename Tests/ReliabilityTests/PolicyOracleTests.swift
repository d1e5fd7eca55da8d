@testable import Reliability
import StatusModel
import TestSupport
import Testing

/// Random incidents under random policies, judged by counting minutes.
struct PolicyOracleTests {
    private let start = Instant(seconds: 1_767_225_600)  // 2026-01-01T00:00:00Z, a Thursday
    private let ticks = 2_880

    @Test(arguments: 0..<80)
    func verdictsAreThoseOfTheMinutesCounted(seed: Int) {
        let (page, now) = randomPage(seed: seed)
        for incident in page.incidents {
            let judged = PolicyCompliance(of: incident, on: page, now: now)
            let minutes = Minutes(page: page, incident: incident, now: now)
            for rule in [Judgement.Rule.acknowledge, .firstUpdate, .identify, .resolve, .updates] {
                let verdicts = judged.judgements.filter { $0.rule == rule }.map(\.verdict)
                #expect(
                    verdicts == minutes.verdict(on: rule).map { [$0] } ?? [], "\(rule) of \(incident.slug)")
            }
            #expect(judged.judgements.filter { $0.rule == .promise }.map(\.verdict) == minutes.promises)
            #expect(judged.escalations.map(\.to).sorted() == minutes.stepsDue)
            #expect(
                zip(judged.escalations, judged.escalations.dropFirst()).allSatisfy { $0.dueAt <= $1.dueAt })
        }
    }

    private func randomPage(seed: Int) -> (StatusPage, Instant) {
        var made = RandomPage(seed: seed, start: start, tick: minute, ticks: ticks)
        var (page, random) = (made.make(), SplitMix64(seed: seed))
        func limit() -> Int { minute * Int.random(in: 0...400, using: &random) }
        page.severities[1].acknowledgeWithin = limit()
        page.severities[1].noticeWithin = limit()
        page.severities[1].identifyWithin = limit()
        page.severities[1].resolveWithin = limit()
        page.severities[1].updateEvery = limit()
        page.severities[1].escalations = (0..<3).map {
            Severity.Escalation(.after(limit()), to: "step \($0)")
        }
        if seed % 2 == 0 {
            page.severities[1].hours = .business
            page.businessHours = BusinessHours(
                weekdays: [0, 1, 2, 3, 4],
                from: TimeOfDay(seconds: 9 * hour),
                until: TimeOfDay(seconds: 17 * hour)
            )
        }
        var incidents = page.incidents
        for place in incidents.indices {
            for update in incidents[place].updates.indices where random.once(in: 3) {
                incidents[place].updates[update].nextUpdateAt = incidents[place].updates[update].at + limit()
            }
            if random.once(in: 3) {
                incidents[place].acknowledgedAt = incidents[place].from + limit()
            }
        }
        page.incidents = incidents
        if seed % 4 > 1 { made.addFormerRules(to: &page) }
        let now = start + minute * (ticks - 10 * (seed % 7))
        return (page.seen(by: .internal, at: now), now)
    }
}

/// An incident's policy, judged by the plainest means: minute by minute.
private struct Minutes {
    let page: StatusPage
    let incident: Record
    let now: Instant
    /// That of the incident's start.
    private var policy: Severity {
        let former = page.formerRules.severities[1]?.entries ?? []
        let later = former.filter { incident.from < $0.until }
        return later.min { $0.until < $1.until }?.value ?? page.severities[1]
    }
    private var updates: [Update] { incident.updates }
    private let oracle: Oracle

    init(page: StatusPage, incident: Record, now: Instant) {
        (self.page, self.incident, self.now) = (page, incident, now)
        oracle = Oracle(page: page, now: now, tick: minute)
    }

    func verdict(on rule: Judgement.Rule) -> Judgement.Verdict? {
        let first = updates.first?.at
        switch rule {
        case .acknowledge: return verdict(within: policy.acknowledgeWithin, incident.acknowledgedAt ?? first)
        case .firstUpdate: return verdict(within: policy.noticeWithin, first)
        case .identify:
            let later = updates.first { $0.phase != .investigating }?.at
            return verdict(within: policy.identifyWithin, updates.isEmpty ? incident.until : later)
        case .resolve: return verdict(within: policy.resolveWithin, incident.resolvedAt)
        case .updates: return cadence
        case .restore, .watch, .promise, .postMortemHeld, .postMortem: return nil
        }
    }

    /// What came of each promise.
    var promises: [Judgement.Verdict] {
        silences.compactMap { silence in
            guard let promised = silence.promised else { return nil }
            if let next = silence.next { return next <= promised ? .met : .missed }
            return now <= promised ? .open : .missed
        }
    }

    /// The steps reached within one run of minutes in which it was open.
    var stepsDue: [String] {
        policy.escalations.compactMap { step in
            guard case .after(let limit) = step.trigger else { return nil }
            var (counted, isDue, hasBegun) = (0, false, false)
            var at = incident.from
            while at <= now {
                counted = isOpen(at: at) ? counted : -1
                if counted >= 0, isCounted(at) { counted += minute }
                // A step is due with the minute that exceeds its limit, or as that minute begins; once an impact has
                // begun, only while one lasts.
                hasBegun = hasBegun || isAffecting(at)
                let isOver = hasBegun ? !isAffecting(at) : hasEnded(by: at)
                if counted > limit, !isOver { isDue = true }
                at = at + minute
                if counted < 0 { counted = 0 }
            }
            return isDue ? step.to : nil
        }
    }

    private func isAffecting(_ instant: Instant) -> Bool {
        page.components.indices.contains {
            oracle.status(of: $0, by: incident, at: instant) != .operational && !hasEnded(by: instant)
        }
    }

    private func hasEnded(by instant: Instant) -> Bool { incident.until.map { $0 <= instant } ?? false }

    private var cadence: Judgement.Verdict? {
        guard let limit = policy.updateEvery, !silences.isEmpty else { return nil }
        let isBroken = silences.contains { silence in
            let end = silence.next ?? now
            if let promised = silence.promised, end <= promised { return false }
            return seconds(from: silence.from, to: end) > limit
        }
        if isBroken { return .missed }
        return incident.isOpen ? .open : .met
    }

    /// What lies between an update that leaves it open and the next.
    private var silences: [(from: Instant, next: Instant?, promised: Instant?)] {
        updates.indices.filter { updates[$0].phase != .resolved }.map { place in
            (
                updates[place].at, place + 1 < updates.count ? updates[place + 1].at : nil,
                updates[place].nextUpdateAt
            )
        }
    }

    private func verdict(within limit: Int?, _ done: Instant?) -> Judgement.Verdict? {
        guard let limit else { return nil }
        let isLate = seconds(from: incident.from, to: done ?? now) > limit
        return isLate ? .missed : done == nil ? .open : .met
    }

    private func seconds(from: Instant, to: Instant) -> Int {
        stride(from: from.seconds, to: to.seconds, by: minute).count { isCounted(Instant(seconds: $0)) }
            * minute
    }

    private func isOpen(at instant: Instant) -> Bool {
        guard !updates.isEmpty else { return incident.until.map { instant < $0 } ?? true }
        return updates.last { $0.at <= instant }?.phase != .resolved
    }

    private func isCounted(_ instant: Instant) -> Bool {
        guard page.businessHours != nil else { return true }
        let (day, time) = Zone.utc.local(instant)
        return day.weekday < 5 && (9 * hour..<17 * hour).contains(time.seconds)
    }
}
