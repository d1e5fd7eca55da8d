public import StatusModel

/// How much of a range a component, or several together, were up.
///
/// Over several components all seconds are sums, so that a component one hour old weighs one hour; by the clock,
/// see ``WholeUptime``, each second counts once.
public struct Uptime: Sendable, Hashable {
    /// The range that was asked for.
    public let range: TimeRange
    /// Seconds of it that count: from `since`, before `until`, before now.
    public let observedSeconds: Int
    /// Weighted downtime in thousandths of a second: weight in thousandths times seconds, exact.
    public let downtimeMilliseconds: Int
    /// Seconds during which maintenance gave it a status other than operational.
    public let maintenanceSeconds: Int
    /// Seconds during which its status was degraded or worse, or had weight; maintenance that is neither is left out.
    public let affectedSeconds: Int
    /// Seconds of these that are no downtime: no status that held has weight.
    public let degradedSeconds: Int
    /// The number of incidents with any weighted downtime in the range, each counted once; one of no length counts too, if
    /// its status has weight. (Incidents of a range, without more, are those that started in it.)
    public let outages: Int
}

extension Uptime {
    init(range: TimeRange, observedSeconds: Int, sums: DowntimeCurve.Sums, outages: Int) {
        (self.range, self.observedSeconds) = (range, observedSeconds)
        downtimeMilliseconds = sums.downtimeMilliseconds
        maintenanceSeconds = sums.maintenanceSeconds
        affectedSeconds = sums.affectedSeconds
        degradedSeconds = sums.degradedSeconds
        self.outages = outages
    }
}

extension Uptime {
    /// 1 − downtime / observed, from 0 to 1; nothing where nothing was observed.
    public var ratio: Double? {
        guard observedSeconds > 0 else { return nil }
        let observed = 1000 * observedSeconds
        return Double(observed - downtimeMilliseconds) / Double(observed)
    }

    /// The ratio as readers see it: `99.96%`, or `no data`.
    ///
    /// Cut to hundredths of a percent, never rounded up: `100%` stands only where no second counted as downtime,
    /// and `0%` only where there was nothing else.
    public var text: String {
        guard observedSeconds > 0 else { return "no data" }
        guard downtimeMilliseconds > 0 else { return "100%" }
        guard downtimeMilliseconds < 1000 * observedSeconds else { return "0%" }
        let (whole, hundredths) = (basisPoints ?? 0).quotientAndRemainder(dividingBy: 100)
        return "\(whole).\(hundredths < 10 ? "0" : "")\(hundredths)%"
    }

    /// The ratio in hundredths of a percent, cut as in ``text``; nothing where nothing was observed.
    public var basisPoints: Int? {
        guard observedSeconds > 0 else { return nil }
        return 10_000 - (10 * downtimeMilliseconds + observedSeconds - 1) / observedSeconds
    }

    /// The share lost, in so many parts of the whole, rounded up: 0 only where nothing was lost. 0 where nothing was
    /// observed.
    public func lost(inUnitsOf parts: Int) -> Int {
        guard observedSeconds > 0 else { return 0 }
        let (high, low) = downtimeMilliseconds.multipliedFullWidth(by: parts)
        let (quotient, rest) = (1000 * observedSeconds).dividingFullWidth((high, low))
        return rest > 0 ? quotient + 1 : quotient
    }

    /// Whether less of it was lost, compared exactly; of what was not observed, nothing was.
    public func isBetter(than other: Uptime) -> Bool {
        let one = downtimeMilliseconds.multipliedFullWidth(by: Swift.max(other.observedSeconds, 1))
        let two = other.downtimeMilliseconds.multipliedFullWidth(by: Swift.max(observedSeconds, 1))
        return (one.high, one.low) < (two.high, two.low)
    }

    /// (observed − downtime) / outages, in seconds, to the nearest, half up; nothing without outages.
    public var meanTimeBetweenFailures: Int? {
        guard outages > 0 else { return nil }
        return (1000 * observedSeconds - downtimeMilliseconds).dividedHalfUp(by: 1000 * outages)
    }
}
