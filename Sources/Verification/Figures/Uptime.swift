/// The figures of a component over a range, or of several together.
struct Uptime {
    let range: Stretch
    /// The seconds that were tracked.
    var observed: Int
    var sums: Course.Sums
    /// The incidents with downtime.
    var outages: Set<String>

    /// Weighted thousandths of seconds.
    var downtime: Int { sums.downtime }
}

extension Uptime {
    /// The share of the tracked time that was not lost.
    var ratio: Double? {
        observed > 0 ? Double(1000 * observed - downtime) / Double(1000 * observed) : nil
    }

    /// The same as readers see it: in percent, with two decimals, the rest cut off.
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

/// Several components together: added up, and by the clock.
struct WholeCourse {
    private let components: [ComponentCourse]
    private let tracked: Course
    private let course: Course
    /// From when on anything of it was tracked; `nil` if nothing was.
    let beginning: Int?

    /// - Parameter components: what of them counts.
    init(of components: [ComponentCourse]) {
        self.components = components
        course = Course(of: components.flatMap(\.spans))
        tracked = Course(marking: components.map(\.observed))
        beginning = components.map(\.observed).filter { $0.from < $0.until }.map(\.from).min()
    }
}

extension WholeCourse {
    /// The sums over the components.
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

    /// How many components were tracked in a range.
    func count(during range: Stretch) -> Int {
        components.count { $0.observed.common(with: range).seconds > 0 }
    }

    /// The figures in which each second counts once.
    func byTheClock(during range: Stretch) -> Uptime {
        Uptime(
            range: range,
            observed: tracked.marked(during: range),
            sums: course.sums(during: range),
            outages: components.reduce(into: []) { $0.formUnion($1.outages(during: range)) }
        )
    }

    /// The time without an outage of any of them.
    func calm(during range: Stretch) -> Calm {
        Calm(
            during: tracked.pieces.map { $0.stretch.common(with: range) },
            without: components.flatMap { $0.spans.filter(\.isOutage).map(\.stretch) })
    }
}
