import StatusModel
import TestSupport

/// Statuses and sums by the plainest means: at each tick, look through all records for the last word.
///
/// It keeps no timeline and clips nothing. What a record says of a component at an instant is the one
/// statement, of those whose time has come, that was written last.
struct Oracle {
    let page: StatusPage
    let now: Instant
    let tick: Int

    /// What a record says of a component from an instant on.
    private struct Statement {
        let from: Instant
        let status: ComponentStatus
        /// Whether it ends what held, and does not correct what was said.
        var isEnd = false
    }

    struct Sums {
        var observed = 0
        var downtime = 0
        var maintenance = 0
        var affected = 0
        var degraded = 0
        var incidents: Set<Int> = []
        var worst = ComponentStatus.operational
        /// The records that gave it a status other than operational.
        var slugs: Set<String> = []
    }

    /// The counted components together, each instant once.
    func sumsByTheClock(of components: [Int]? = nil, during range: TimeRange) -> Sums {
        var sums = Sums()
        for seconds in stride(from: range.from.seconds, to: range.to.seconds, by: tick) {
            let instant = Instant(seconds: seconds)
            let observed = (components ?? Array(page.components.indices)).filter {
                counts($0, at: instant) && isObserved($0, at: instant)
            }
            guard !observed.isEmpty else { continue }
            let statuses = observed.flatMap { self.statuses(of: $0, at: instant) }
            let weights = weights(at: instant)
            let weight = statuses.map { weights[$0] }.max() ?? 0
            sums.observed += tick
            sums.downtime += tick * weight
            if weight > 0 || statuses.contains(where: { $0 >= .degradedPerformance }) {
                sums.affected += tick
                if weight == 0 { sums.degraded += tick }
            }
        }
        return sums
    }

    /// - Parameter isCounted: whether only what counts towards the site's uptime is meant.
    func sums(of component: Int, during range: TimeRange, isCounted: Bool = false) -> Sums {
        var sums = Sums()
        let isMeant = { (instant: Instant) in !isCounted || counts(component, at: instant) }
        for seconds in stride(from: range.from.seconds, to: range.to.seconds, by: tick) {
            let instant = Instant(seconds: seconds)
            if isMeant(instant) { add(instant, of: component, to: &sums) }
        }
        for place in page.incidents.indices {
            for moment in moments(of: component, by: page.incidents[place])
            where range.contains(moment.at) && isObserved(component, at: moment.at) && isMeant(moment.at) {
                if weights(at: moment.at)[moment.status] > 0 { sums.incidents.insert(place) }
                sums.slugs.insert(page.incidents[place].slug)
                sums.worst = max(sums.worst, moment.status)
            }
        }
        return sums
    }

    /// The statuses that an incident gave a component for no time: begun and ended at one instant, or all of
    /// them begun when the impact had ended.
    func moments(of component: Int, by incident: Record) -> [(at: Instant, status: ComponentStatus)] {
        let said = statements(about: component, in: incident)
        var moments: [(at: Instant, status: ComponentStatus)] = []
        var isAffected = false
        var late: [ComponentStatus] = []
        for (place, one) in said.enumerated() where one.status != .operational && one.from <= now {
            let later = said[(place + 1)...]
            let isCorrected = later.contains { $0.from < one.from || $0.from == one.from && !$0.isEnd }
            let before = said[..<place].last { $0.from < one.from }?.status
            guard !isCorrected, before != one.status else { continue }
            if let ended = incident.until, one.from >= ended {
                late.append(one.status)
                continue
            }
            isAffected = true
            if later.contains(where: { $0.from == one.from && $0.isEnd }) {
                moments.append((one.from, one.status))
            }
        }
        if let ended = incident.until, ended <= now, !isAffected, let worst = late.max() {
            moments.append((ended, worst))
        }
        return moments
    }

    /// When the first record that ever gave a status began; `now` where there is none.
    var firstRecordAt: Instant {
        let windows = page.maintenance.filter { window in
            let isStarted = window.updates.contains { $0.phase == .inProgress || $0.phase == .verifying }
            let over = window.updates.first { $0.phase.isFinal }?.at ?? .distantFuture
            let planned = window.updates.compactMap(\.until).last ?? window.until ?? .distantFuture
            return isStarted || min(over, planned) > window.from
        }
        let begun = windows.map { window in
            window.updates.first { $0.phase == .inProgress }?.at ?? window.from
        }
        return (page.incidents.map(\.from) + begun).min() ?? now
    }

    func isObserved(_ component: Int, at instant: Instant) -> Bool {
        let part = page.components[component]
        if instant < part.since ?? page.since ?? firstRecordAt { return false }
        if let until = part.until, instant >= until { return false }
        return instant < now
    }

    /// The status that an incident gives a component at an instant.
    func status(of component: Int, by incident: Record, at instant: Instant) -> ComponentStatus {
        if let ended = incident.until, ended <= instant { return .operational }
        return statements(about: component, in: incident).last { $0.from <= instant }?.status ?? .operational
    }

    /// The status that a window gives a component at an instant.
    func status(of component: Int, byWork window: Record, at instant: Instant) -> ComponentStatus {
        guard isRunning(window, at: instant) else { return .operational }
        let said = window.updates.last { update in
            update.changes.contains { $0.component == component && ($0.since ?? update.at) <= instant }
        }
        let change = (said?.changes ?? window.components).last { $0.component == component }
        return change?.status ?? .operational
    }

    private func statuses(of component: Int, at instant: Instant) -> [ComponentStatus] {
        page.incidents.map { status(of: component, by: $0, at: instant) }
            + page.maintenance.map { status(of: component, byWork: $0, at: instant) }
    }

    func worst(of component: Int, at instant: Instant) -> ComponentStatus {
        statuses(of: component, at: instant).max() ?? .operational
    }
}

/// Rules by day: each list of former ones is gone through to its end.
extension Oracle {
    func weights(at instant: Instant) -> UptimeWeights {
        held(page.formerRules.weights, at: instant) ?? page.weights
    }

    func counts(_ component: Int, at instant: Instant) -> Bool {
        held(page.formerRules.counts[component], at: instant)
            ?? page.components[component].countsTowardsUptime
    }

    /// The objective of a component that is in no group.
    func target(of component: Int, at instant: Instant) -> Target? {
        let own = held(page.formerRules.targets[component], at: instant) ?? page.components[component].target
        guard own == nil, counts(component, at: instant) else { return own }
        return held(page.formerRules.target, at: instant) ?? page.target
    }

    /// Of the values that were still to cease at the instant, the one that ceased first.
    private func held<Value>(_ former: Former<Value>?, at instant: Instant) -> Value? {
        (former?.entries ?? []).filter { instant < $0.until }.min { $0.until < $1.until }?.value
    }
}

extension Oracle {
    private func add(_ instant: Instant, of component: Int, to sums: inout Sums) {
        guard isObserved(component, at: instant) else { return }
        sums.observed += tick
        let byIncidents = page.incidents.map { status(of: component, by: $0, at: instant) }
        let byWork = page.maintenance.map { status(of: component, byWork: $0, at: instant) }
        let weights = weights(at: instant)
        let weight = (byIncidents + byWork).map { weights[$0] }.max() ?? 0
        sums.downtime += tick * weight
        if weight == 0, (byIncidents + byWork).contains(where: { $0 >= .degradedPerformance }) {
            sums.degraded += tick
        }
        if byWork.contains(where: { $0 != .operational }) { sums.maintenance += tick }
        for (place, status) in byIncidents.enumerated() {
            if weights[status] > 0 { sums.incidents.insert(place) }
            if status != .operational { sums.slugs.insert(page.incidents[place].slug) }
        }
        for (place, status) in byWork.enumerated() where status != .operational {
            sums.slugs.insert(page.maintenance[place].slug)
        }
        sums.worst = max(sums.worst, (byIncidents + byWork).max() ?? .operational)
    }

    private func statements(about component: Int, in incident: Record) -> [Statement] {
        var statements: [Statement] = []
        var declared = ComponentStatus.operational
        for change in incident.components where change.component == component {
            declared = change.status
            let isEnd = declared == .operational
            statements.append(Statement(from: incident.from, status: declared, isEnd: isEnd))
        }
        var isOver = false
        for update in incident.updates {
            let wasOver = isOver
            if !update.keepsPhase { isOver = update.phase == .resolved }
            if wasOver, !isOver { statements.append(Statement(from: update.at, status: declared)) }
            for change in update.changes where change.component == component {
                if !isOver { declared = change.status }
                let isEnd = isOver || change.status == .operational && change.since == nil
                let from = change.since ?? update.at
                statements.append(Statement(from: from, status: change.status, isEnd: isEnd))
            }
            if isOver { statements.append(Statement(from: update.at, status: .operational, isEnd: true)) }
        }
        return statements
    }

    func isRunning(_ window: Record, at instant: Instant) -> Bool {
        let updates = window.updates
        let begun = updates.first { $0.phase == .inProgress }?.at ?? window.from
        guard begun <= instant else { return false }
        if let over = updates.first(where: { $0.phase.isFinal }), over.at <= instant { return false }
        if updates.contains(where: { $0.phase == .inProgress || $0.phase == .verifying }) { return true }
        return instant < updates.compactMap(\.until).last ?? window.until ?? .distantFuture
    }
}
