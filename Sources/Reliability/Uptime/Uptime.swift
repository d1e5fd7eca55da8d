public import StatusModel

/// The uptime of a component, or of several together, over a range.
///
/// Over several components, all seconds are sums, so that a component that is one hour old counts for one hour. In
/// ``WholeUptime/byTheClock``, however, each second counts once.
public struct Uptime: Sendable, Hashable {
    /// The requested range.
    public let range: TimeRange
    /// The seconds of the range that count: from `since`, before `until`, before now.
    public let observedSeconds: Int
    /// The weighted downtime, in thousandths of a second: weight in thousandths times seconds.
    ///
    /// It is exact.
    public let downtimeMilliseconds: Int
    /// The seconds during which maintenance gave it a status other than operational.
    public let maintenanceSeconds: Int
    /// The seconds during which its status was degraded or worse, or had weight.
    ///
    /// Maintenance whose status is neither is not included.
    public let affectedSeconds: Int
    /// The affected seconds that are not downtime, because no status had weight.
    public let degradedSeconds: Int
    /// The number of incidents with weighted downtime in the range.
    ///
    /// Each counts once, including one without length if its status has weight. (In contrast, the incidents of a range
    /// are those that started in it.)
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
    /// 1 − downtime / observed, from 0 to 1; `nil` if nothing was observed.
    public var ratio: Double? {
        guard observedSeconds > 0 else { return nil }
        let observed = 1000 * observedSeconds
        return Double(observed - downtimeMilliseconds) / Double(observed)
    }

    /// The ratio as readers see it: `99.96%`, or `no data`.
    ///
    /// It is rounded down to hundredths of a percent: it is `100%` only if no second counted as downtime, and `0%` only
    /// if all did.
    public var text: String {
        guard observedSeconds > 0 else { return "no data" }
        guard downtimeMilliseconds > 0 else { return "100%" }
        guard downtimeMilliseconds < 1000 * observedSeconds else { return "0%" }
        let (whole, hundredths) = (basisPoints ?? 0).quotientAndRemainder(dividingBy: 100)
        return "\(whole).\(hundredths < 10 ? "0" : "")\(hundredths)%"
    }

    /// The ratio in hundredths of a percent, rounded down as in ``text``; `nil` if nothing was observed.
    public var basisPoints: Int? {
        guard observedSeconds > 0 else { return nil }
        return 10_000 - (10 * downtimeMilliseconds + observedSeconds - 1) / observedSeconds
    }

    /// Returns the share that was lost, as a number of `parts` of the whole, rounded up: 0 only if nothing was lost or
    /// nothing was observed.
    public func lost(inUnitsOf parts: Int) -> Int {
        guard observedSeconds > 0 else { return 0 }
        let (high, low) = downtimeMilliseconds.multipliedFullWidth(by: parts)
        let (quotient, rest) = (1000 * observedSeconds).dividingFullWidth((high, low))
        return rest > 0 ? quotient + 1 : quotient
    }

    /// Whether a smaller share of it was lost, compared exactly.
    ///
    /// If nothing was observed, nothing was lost.
    public func isBetter(than other: Uptime) -> Bool {
        let one = downtimeMilliseconds.multipliedFullWidth(by: Swift.max(other.observedSeconds, 1))
        let two = other.downtimeMilliseconds.multipliedFullWidth(by: Swift.max(observedSeconds, 1))
        return (one.high, one.low) < (two.high, two.low)
    }

    /// (observed − downtime) / outages, in seconds, to the nearest second, half up; `nil` without outages.
    public var meanTimeBetweenFailures: Int? {
        guard outages > 0 else { return nil }
        return (1000 * observedSeconds - downtimeMilliseconds).dividedHalfUp(by: 1000 * outages)
    }
}
