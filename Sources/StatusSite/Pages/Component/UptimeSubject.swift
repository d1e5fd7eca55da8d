import Reliability
import StatusModel

/// A component or a group whose uptime is shown.
struct UptimeSubject {
    let isGroup: Bool
    /// The instant from which on it is tracked.
    let trackedSince: Instant
    /// Its objective over a range; `nil` if it has none.
    let target: (TimeRange) -> Target?
    /// Its figures over a range.
    let uptime: (TimeRange) -> Figures
    /// The starts of the incidents that affected it, the earliest first.
    private let starts: [Instant]

    /// The figures over a range.
    struct Figures {
        /// The figures of a component, or those of a group, with each second counted once.
        let shown: Uptime
        /// The sums over the components of a group; `nil` for a component.
        var componentTime: Uptime?
    }
}

extension UptimeSubject {
    init(_ component: Component.Index, on site: Site) {
        isGroup = false
        trackedSince = site.trackedSince(component)
        target = { site.history.target(of: component, during: $0) }
        uptime = { Figures(shown: site.history.uptime(of: component, during: $0)) }
        starts = site.incidentStarts(at: site.archive.components[component]?.places ?? [])
    }

    /// Makes the subject of a group, which has at least one component.
    ///
    /// - Parameter places: the places of the components' records in the history, the newest first.
    init(_ components: [Component.Index], at places: [Int], on site: Site) {
        isGroup = true
        trackedSince = components.map(site.trackedSince).min() ?? site.now
        target = { _ in nil }
        let whole = site.history.uptimeOfWhole(components)
        uptime = { range in
            let figures = whole(range)
            return Figures(shown: figures.byTheClock, componentTime: figures.componentTime)
        }
        starts = site.incidentStarts(at: places)
    }

    /// Returns the number of incidents that began in the range.
    func incidents(during range: TimeRange) -> Int { place(of: range.to) - place(of: range.from) }

    /// Returns the number of incidents that began before the instant.
    private func place(of instant: Instant) -> Int {
        var (low, high) = (0, starts.count)
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] < instant { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension Site {
    fileprivate func incidentStarts(at places: [Int]) -> [Instant] {
        places.reversed().map { historyEntries[$0] }.filter { $0.record.kind == .incident }.map(\.startsAt)
    }
}
