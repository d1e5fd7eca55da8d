public import StatusModel

/// How long there was no outage within a range: no incident whose status has weight.
public struct OutageFreeTime: Sendable, Hashable {
    /// When the last outage ended; the end of what was observed while it lasts, and `nil` if there was none.
    public let since: Instant?
    /// Whole days of 86,400 s from then to the end of what was observed; `nil` if there was no outage.
    public let days: Int?
    /// The longest run of observed time without an outage, of several the first; `nil` if nothing was observed.
    public let longest: TimeRange?
}

extension StatusHistory {
    /// The time without an outage of any counted component: within the range, as far as it was observed.
    public func outageFree(during range: TimeRange) -> OutageFreeTime {
        OutageFreeTime(of: outages, within: whole.observed.within(range))
    }

    /// The same of one component, whether or not it counts.
    public func outageFree(of component: Component.Index, during range: TimeRange) -> OutageFreeTime {
        let history = components[component]
        let outages = OutageTime(of: [(history, history.own)], by: weighing)
        return OutageFreeTime(of: outages, within: [history.observed.intersection(range)])
    }
}

/// When incidents took downtime from any of several components.
struct OutageTime: Sendable {
    /// The earliest first; none overlaps another. One of no length is an outage that ended as it began.
    private let ranges: [TimeRange]

    /// - Parameter components: each with the time that counts of it.
    init(of components: [(ComponentHistory, ObservedTime)], by weighing: Weighing) {
        let steps = components.map { history, time in
            time.cut(
                DowntimeCurve(of: history.disruptions.all.filter { !$0.isMaintenance }, by: weighing).steps)
        }
        let instants = components.flatMap { history, time in
            history.disruptions.all.filter { $0.from == $0.to && time.weighs($0, during: history.observed) }
                .map { TimeRange(from: $0.from, to: $0.to) }
        }
        ranges = (weighing.weighty(steps.together) + instants)
            .sorted { ($0.from, $0.to) < ($1.from, $1.to) }
            .reduce(into: []) { ranges, range in
                if !range.isEmpty || ranges.last.map({ $0.to <= range.from }) ?? true { ranges.append(range) }
            }
    }
}

extension OutageTime {
    /// What of each lies within the range, in the order of their starts.
    fileprivate func ranges(during range: TimeRange) -> [TimeRange] {
        let first = ranges.firstPlace { $0.to > range.from || $0.from >= range.from }
        let end = ranges.firstPlace { $0.from >= range.to }
        return ranges[first..<max(first, end)].map { $0.intersection(range) }
    }
}

private extension OutageFreeTime {
    /// - Parameter observed: ranges that do not touch, the earliest first.
    init(of outages: OutageTime, within observed: [TimeRange]) {
        var runs: [TimeRange] = []
        var lastEnd: Instant?
        var observedUntil: Instant?
        for range in observed where !range.isEmpty {
            let all = outages.ranges(during: range)
            runs += all.gaps(within: range)
            lastEnd = all.map(\.to).max() ?? lastEnd
            observedUntil = range.to
        }
        since = lastEnd
        days = lastEnd.flatMap { end in observedUntil.map { ($0 - end) / 86_400 } }
        longest = runs.max { ($0.seconds, $1.from) < ($1.seconds, $0.from) }
    }
}

private extension [TimeRange] {
    /// What lies between them, which stand in the order of their starts, and before and after: within the range.
    func gaps(within range: TimeRange) -> [TimeRange] {
        var gaps: [TimeRange] = []
        var end = range.from
        for one in self {
            if one.from > end { gaps.append(TimeRange(from: end, to: one.from)) }
            end = Swift.max(end, one.to)
        }
        return gaps + [TimeRange(from: end, to: range.to)]
    }
}
