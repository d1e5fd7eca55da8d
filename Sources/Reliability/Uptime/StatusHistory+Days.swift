public import StatusModel

extension StatusHistory {
    /// Returns the component's last `count` calendar days in the site's zone, oldest first; the last one is today.
    public func days(of component: Component.Index, count: Int) -> [DayRecord] {
        guard count > 0 else { return [] }
        let first = zone.day(of: now).advanced(by: 1 - count)
        let starts = (0...count).map { zone.start(of: first.advanced(by: $0)) }
        let history = components[component]
        let disruptions = history.disruptions.byDay(startingAt: starts)
        return (0..<count).map { place in
            let range = TimeRange(from: starts[place], to: starts[place + 1])
            return record(first.advanced(by: place), range, of: history, from: disruptions[place])
        }
    }

    private func record(
        _ day: Day,
        _ range: TimeRange,
        of history: ComponentHistory,
        from disruptions: [Disruption]
    ) -> DayRecord {
        let observed = range.intersection(history.observed)
        let sums = history.own.curve.sums(during: observed)
        let uptime = Uptime(
            range: range,
            observedSeconds: observed.seconds,
            sums: sums,
            outages: Set(
                disruptions.lazy.filter { history.own.weighs($0, during: observed) }.map(\.record)
            ).count
        )
        return DayRecord(
            day: day,
            uptime: uptime,
            worst: disruptions.lazy.map(\.status).max() ?? .operational,
            incidents: Set(disruptions.lazy.map(\.record)).sorted().map { slugs[$0] }
        )
    }
}

extension Disruptions {
    /// Returns the disruptions of each day; the last of the starts ends the last day.
    fileprivate func byDay(startingAt starts: [Instant]) -> [[Disruption]] {
        var days = Array<[Disruption]>(repeating: [], count: starts.count - 1)
        forEach(during: TimeRange(from: starts[0], to: starts[days.count])) { disruption in
            var day = Swift.max(starts.firstPlace { $0 > disruption.from } - 1, 0)
            repeat {
                days[day].append(disruption)
                day += 1
            } while day < days.count && starts[day] < disruption.to
        }
        return days
    }
}
