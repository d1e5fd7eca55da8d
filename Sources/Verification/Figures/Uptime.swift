/// The uptime figures of one or several components over a range.
struct Uptime {
    let range: Stretch
    /// The number of tracked seconds.
    var observed: Int
    var sums: Course.Sums
    /// The incidents with downtime.
    var outages: Set<String>

    /// The downtime, in weighted thousandths of seconds.
    var downtime: Int { sums.downtime }
}

extension Uptime {
    /// The share of the tracked time that was not lost.
    var ratio: Double? {
        observed > 0 ? Double(1000 * observed - downtime) / Double(1000 * observed) : nil
    }

    /// The share as readers see it: in percent, with two decimals, rounded down.
    var text: String {
        if observed == 0 { return "no data" }
        if downtime == 0 { return "100%" }
        if downtime == 1000 * observed { return "0%" }
        let hundredths = 10 * (1000 * observed - downtime) / observed
        return "\(hundredths / 100).\(Plain.digits(hundredths % 100, 2))%"
    }

    /// The mean time between outages in seconds, rounded half up.
    var timeBetweenOutages: Int? {
        guard !outages.isEmpty else { return nil }
        let count = 1000 * outages.count
        return (2 * (1000 * observed - downtime) + count) / (2 * count)
    }
}

/// Several components together: the sums over them, and their figures in which each second counts once.
struct WholeCourse {
    private let components: [ComponentCourse]
    private let tracked: Course
    private let course: Course
    /// The instant from which any of them was tracked; `nil` if none was.
    let beginning: Int?

    /// - Parameter components: the parts of components that count.
    init(of components: [ComponentCourse]) {
        self.components = components
        course = Course(of: components.flatMap(\.spans))
        tracked = Course(marking: components.map(\.observed))
        beginning = components.map(\.observed).filter { $0.from < $0.until }.map(\.from).min()
    }
}

extension WholeCourse {
    /// Returns the sums over the components.
    func componentTime(during range: Stretch) -> Uptime {
        var sum = Uptime(range: range, observed: 0, sums: Course.Sums(), outages: [])
        for component in components {
            let uptime = component.uptime(during: range)
            sum.observed += uptime.observed
            sum.sums.downtime += uptime.sums.downtime
            sum.sums.maintenance += uptime.sums.maintenance
            sum.sums.affected += uptime.sums.affected
            sum.sums.degraded += uptime.sums.degraded
            sum.outages.formUnion(uptime.outages)
        }
        return sum
    }

    /// Returns the number of components that were tracked in a range.
    func count(during range: Stretch) -> Int {
        // A component that began to count again has several parts.
        Set(components.filter { $0.observed.common(with: range).seconds > 0 }.map(\.claim.id)).count
    }

    /// Returns the figures in which each second counts once.
    func byTheClock(during range: Stretch) -> Uptime {
        Uptime(
            range: range,
            observed: tracked.marked(during: range),
            sums: course.sums(during: range),
            outages: components.reduce(into: []) { $0.formUnion($1.outages(during: range)) }
        )
    }

    /// Returns the time without an outage of any of them.
    func calm(during range: Stretch) -> Calm {
        Calm(
            during: tracked.pieces.map { $0.stretch.common(with: range) },
            without: components.flatMap { $0.spans.filter(\.isOutage).map(\.stretch) })
    }
}
