import Reliability
import StatusModel

/// The figures of a component, of a group or of all components in a month, to compare them.
struct UptimeFacts {
    fileprivate let uptime: Uptime
    fileprivate var budget: ErrorBudget?
    fileprivate let words: Localizer
}

extension UptimeFacts {
    /// Returns the changes in the month, those of components first.
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
                from: pair.figuresBefore(month.range(in: before.page.zone)),
                to: pair.figuresAfter(month.range(in: after.page.zone)), pairs)
        }
        let whole = changes(
            "all components", in: month,
            from: before.history.uptimeOfWhole(during: month.range(in: before.page.zone)),
            to: after.history.uptimeOfWhole(during: month.range(in: after.page.zone)), pairs)
        return components + gone + groups + whole
    }

    /// Returns the changes in several components' figures by both ways of counting; changes that are the same by both
    /// are only listed once.
    private static func changes(
        _ subject: String, in month: Period, from before: WholeUptime, to after: WholeUptime,
        _ pairs: SitePairs
    ) -> [PastChange] {
        let (old, new) = (pairs.before.words, pairs.after.words)
        let added = changes(
            subject, in: month, from: UptimeFacts(uptime: before.componentTime, words: old),
            to: UptimeFacts(uptime: after.componentTime, words: new))
        let clock = changes(
            subject, by: "overall ", in: month, from: UptimeFacts(uptime: before.byTheClock, words: old),
            to: UptimeFacts(uptime: after.byTheClock, words: new))
        let said = Set(added.map { [$0.name, $0.before, $0.after] })
        return added
            + clock.filter {
                !said.contains([$0.name.replacing("overall ", with: ""), $0.before, $0.after])
            }
    }

    /// - Parameter way: the way of counting, such as "overall "; empty if components' times are added up.
    private static func changes(
        _ subject: String, by way: String = "", in month: Period, from before: UptimeFacts?,
        to after: UptimeFacts?
    ) -> [PastChange] {
        guard let words = (after ?? before)?.words else { return [] }
        func change(_ name: String, _ value: (UptimeFacts) -> String?) -> PastChange? {
            PastChange(
                "\(way)\(name) of \(subject)", in: month, from: before.flatMap(value),
                to: after.flatMap(value),
                words: words)
        }
        let uptime =
            change("uptime", \.share) ?? change("downtime", \.downtime) ?? change("observed time", \.observed)
        return [
            uptime, way.isEmpty ? nil : change("time affected", \.affected),
            change("time degraded", \.degraded), change("time in maintenance", \.maintenance),
            change("objective", \.objective),
        ].compactMap { $0 }
    }

    private var share: String? { uptime.observedSeconds > 0 ? uptime.text : nil }

    private var downtime: String? {
        uptime.downtimeMilliseconds > 0
            ? "\(uptime.downtimeMilliseconds / 1_000).\(String(1_000 + uptime.downtimeMilliseconds % 1_000).dropFirst()) s"
            : nil
    }

    /// The observed time, if there is downtime, which is a share of it.
    private var observed: String? {
        uptime.downtimeMilliseconds > 0 ? words.plainExactDuration(uptime.observedSeconds) : nil
    }

    private var affected: String? {
        uptime.affectedSeconds > 0 ? words.plainExactDuration(uptime.affectedSeconds) : nil
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
}
