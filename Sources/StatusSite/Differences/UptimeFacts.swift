import Reliability
import StatusModel

/// What a month's figures say of a component, of a group or of all: what of it a change moves.
struct UptimeFacts {
    fileprivate let uptime: Uptime
    fileprivate let budget: ErrorBudget?
    fileprivate let words: Words
}

extension UptimeFacts {
    /// What a change moves of the month, the components' first.
    static func changes(of month: Period, _ pairs: SitePairs) -> [PastChange] {
        let (before, after) = (pairs.before, pairs.after)
        let components = pairs.components.flatMap { pair in
            changes(
                "\(after.words.components[pair.after])", in: month,
                from: before.facts(ofComponent: pair.before, month),
                to: after.facts(ofComponent: pair.after, month))
        }
        let gone = pairs.goneComponents.flatMap { place in
            changes(
                "\(before.words.components[place])", in: month, from: before.facts(ofComponent: place, month),
                to: nil)
        }
        let groups = pairs.groups.flatMap { pair in
            changes(
                "the group \(after.page.fullName(of: pair.after))", in: month,
                from: before.facts(of: before.componentsByGroup[pair.before], month),
                to: after.facts(of: after.componentsByGroup[pair.after], month))
        }
        let whole = changes(
            "all components", in: month,
            from: before.facts(of: Array(before.page.components.indices), month),
            to: after.facts(of: Array(after.page.components.indices), month))
        return components + gone + groups + whole
    }

    private static func changes(
        _ subject: String, in month: Period, from before: UptimeFacts?, to after: UptimeFacts?
    ) -> [PastChange] {
        guard let words = (after ?? before)?.words else { return [] }
        func change(_ name: String, _ value: (UptimeFacts) -> String?) -> PastChange? {
            PastChange(
                "\(name) of \(subject)", in: month, from: before.flatMap(value), to: after.flatMap(value),
                words: words)
        }
        let uptime =
            change("uptime", \.share) ?? change("downtime", \.downtime) ?? change("observed time", \.observed)
        return [
            uptime, change("time degraded", \.degraded), change("time in maintenance", \.maintenance),
            change("objective", \.objective),
        ].compactMap { $0 }
    }

    private var share: String? { uptime.observedSeconds > 0 ? uptime.text : nil }

    private var downtime: String? {
        uptime.downtimeMilliseconds > 0
            ? "\(uptime.downtimeMilliseconds / 1_000).\(String(1_000 + uptime.downtimeMilliseconds % 1_000).dropFirst()) s"
            : nil
    }

    /// Only where there is downtime, which is a share of it.
    private var observed: String? {
        uptime.downtimeMilliseconds > 0 ? words.plainExactDuration(uptime.observedSeconds) : nil
    }

    private var degraded: String? {
        uptime.degradedSeconds > 0 ? words.plainExactDuration(uptime.degradedSeconds) : nil
    }

    private var maintenance: String? {
        uptime.maintenanceSeconds > 0 ? words.plainExactDuration(uptime.maintenanceSeconds) : nil
    }

    private var objective: String? {
        guard uptime.observedSeconds > 0, let budget else { return nil }
        return "\(words.share(budget.target)), \(budget.remainingMicroseconds < 0 ? "missed" : "met")"
    }
}

extension Site {
    fileprivate func facts(ofComponent index: Component.Index, _ month: Period) -> UptimeFacts {
        let range = month.range(in: page.zone)
        return UptimeFacts(
            uptime: history.uptime(of: index, during: range),
            budget: history.errorBudget(of: index, during: range),
            words: words)
    }

    fileprivate func facts(of components: [Component.Index], _ month: Period) -> UptimeFacts {
        let range = month.range(in: page.zone)
        return UptimeFacts(uptime: history.uptime(of: components, during: range), budget: nil, words: words)
    }
}
