public import StatusModel

/// The time without an outage within a range.
///
/// An outage is an incident whose status has weight.
public struct OutageFreeTime: Sendable, Hashable {
    /// The end of the last outage, or of the observed time if the outage continues; `nil` if there was none.
    public let since: Instant?
    /// The number of whole days of 86,400 s from then to the end of the observed time; `nil` if there was no outage.
    public let days: Int?
    /// The longest run of observed time without an outage; of equally long ones, the first.
    ///
    /// It is `nil` if nothing was observed.
    public let longest: TimeRange?
}

extension StatusHistory {
    /// Returns the observed time within the range without an outage of any component that counts.
    public func outageFree(during range: TimeRange) -> OutageFreeTime {
        OutageFreeTime(of: outages, within: whole.observed.within(range))
    }

    /// Returns the observed time within the range without an outage of one component, whether or not it counts.
    public func outageFree(of component: Component.Index, during range: TimeRange) -> OutageFreeTime {
        let history = components[component]
        let outages = OutageTime(of: [(history, history.own)], by: weighing)
        return OutageFreeTime(of: outages, within: [history.observed.intersection(range)])
    }
}

/// The time during which incidents caused downtime of any of several components.
struct OutageTime: Sendable {
    /// The ranges of outages, earliest first, which do not overlap.
    ///
    /// A range without length is an outage that ended as it began.
    private let ranges: [TimeRange]

    /// - Parameter components: the components, each with the time of it that counts.
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
    /// Returns the part of each outage that is within the range, in the order of their starts.
    fileprivate func ranges(during range: TimeRange) -> [TimeRange] {
        let first = ranges.firstPlace { $0.to > range.from || $0.from >= range.from }
        let end = ranges.firstPlace { $0.from >= range.to }
        return ranges[first..<max(first, end)].map { $0.intersection(range) }
    }
}

private extension OutageFreeTime {
    /// - Parameter observed: ranges that do not touch, earliest first.
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
    /// Returns the parts of the range that are between, before and after these ranges, which must be in the order of
    /// their starts.
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
