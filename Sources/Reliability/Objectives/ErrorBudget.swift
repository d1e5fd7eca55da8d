public import StatusModel

/// The downtime that a component's objective allows over a range, and how much of it was used.
///
/// The budget is (1 − target) · the seconds of the whole range from the component's `since` to its `until`, whether or
/// not they have passed; both sides are weighted seconds. The source of the idea, of its name and of the burn rate is
/// Google's "Site Reliability Workbook", chapters 2 and 5.
public struct ErrorBudget: Sendable, Hashable {
    /// The objective.
    public let target: Target
    /// The weighted downtime that is allowed, in millionths of a second.
    ///
    /// It is exact, since a target has six digits.
    public let allowedMicroseconds: Int
    /// The component's figures over the range, so far.
    public let uptime: Uptime
}

extension StatusHistory {
    /// Returns the objective with which a component is compared over a range: the one at its end, or the current one if
    /// the range is not over; `nil` if it has none then.
    public func target(of component: Component.Index, during range: TimeRange) -> Target? {
        rules.target(of: component, at: min(range.to - 1, now))
    }

    /// Returns the component's budget over a range of at most 20 years, by the objective at its end, or the current one
    /// if the range is not over; `nil` if it has no objective then, or if the range has no second of its lifetime.
    public func errorBudget(of component: Component.Index, during range: TimeRange) -> ErrorBudget? {
        let history = components[component]
        let lifetime = range.intersection(history.lifetime)
        guard let target = target(of: component, during: range), !lifetime.isEmpty else { return nil }
        return ErrorBudget(
            target: target,
            allowedMicroseconds: (1_000_000 - target.millionths) * lifetime.seconds,
            uptime: uptime(of: component, during: range)
        )
    }
}

extension ErrorBudget {
    /// The downtime so far, in millionths of a weighted second.
    public var consumedMicroseconds: Int { 1000 * uptime.downtimeMilliseconds }

    /// The part of the budget that is left, in millionths of a weighted second; negative if the budget is overspent.
    public var remainingMicroseconds: Int { allowedMicroseconds - consumedMicroseconds }

    /// The share that was consumed, in hundredths of a percent, rounded up; `nil` if nothing is allowed, such as with a
    /// target of 100 %.
    public var consumedBasisPoints: Int? { basisPoints(ofMilliseconds: uptime.downtimeMilliseconds) }

    /// Returns a number of thousandths of a weighted second as a share of the budget, in hundredths of a percent,
    /// rounded up, or `nil` if nothing is allowed.
    func basisPoints(ofMilliseconds milliseconds: Int) -> Int? {
        guard allowedMicroseconds > 0 else { return nil }
        return (10_000 * 1000 * milliseconds + allowedMicroseconds - 1) / allowedMicroseconds
    }

    /// The share that was consumed, as readers see it: `104.17%`.
    ///
    /// It is rounded up, so that it is `0%` only if nothing was consumed.
    public var consumedText: String? { consumedBasisPoints?.asPercentage }

    /// (downtime / observed) / (1 − target).
    ///
    /// At 1, the budget is spent exactly by the range's end. It is `nil` if nothing was observed, or with a target of 100 %.
    public var burnRate: Double? {
        allowedSoFar.map { Double(consumedMicroseconds) / Double($0) }
    }

    /// The burn rate as readers see it: `1.00`, rounded up to hundredths.
    public var burnRateText: String? {
        allowedSoFar.map { allowed in
            let hundredths = (100 * consumedMicroseconds + allowed - 1) / allowed
            return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
        }
    }

    /// The downtime that is allowed in the observed time alone, in millionths of a second; `nil` if that is 0.
    private var allowedSoFar: Int? {
        let allowed = (1_000_000 - target.millionths) * uptime.observedSeconds
        return allowed > 0 ? allowed : nil
    }
}

extension Int {
    /// The number, in hundredths of a percent, as programs write it: `104.17%`.
    public var asPercentage: String {
        let (whole, hundredths) = quotientAndRemainder(dividingBy: 100)
        guard hundredths > 0 else { return "\(whole)%" }
        return "\(whole).\(hundredths < 10 ? "0" : "")\(hundredths)%"
    }
}
