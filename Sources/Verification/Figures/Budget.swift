/// The downtime that a component's objective allows over a range, and how much of it was used, in millionths of
/// seconds.
struct Budget {
    let allowed: Int
    let consumed: Int

    var left: Int { allowed - consumed }

    /// The share that was used, in hundredths of a percent, rounded up; `nil` if nothing is allowed.
    var share: Int? { allowed > 0 ? (10_000 * consumed + allowed - 1) / allowed : nil }

    /// The whole seconds that are left.
    ///
    /// If the budget is overspent, they are negative and rounded up in size, like all downtime.
    var secondsLeft: Int { left >= 0 ? left / 1_000_000 : (left - 999_999) / 1_000_000 }
}

extension ComponentCourse {
    /// Returns the budget over a range of at most a year, or `nil` without an objective, or if the component was not
    /// tracked in it.
    func budget(during range: Stretch) -> Budget? {
        allowance(during: range).map {
            Budget(allowed: $0, consumed: 1000 * uptime(during: range).downtime)
        }
    }
}

/// The rate at which a component's error budget was spent recently, and when it runs out at that rate.
struct Burn {
    /// The burn in one window.
    struct Spent {
        let name: String
        let range: Stretch
        let rate: Double?
        /// The instant at which the month's budget runs out; `nil` if it lasts until the month ends.
        let runsOutAt: Int?
    }

    /// The windows in which the component was in use, shortest first.
    let windows: [Spent]
}

extension Figures {
    /// Returns the component's burn, or `nil` without an objective, or with one that allows nothing.
    func burn(of component: ComponentCourse) -> Burn? {
        guard let month = months.last.flatMap(claims.calendar.range),
            let budget = component.budget(during: month), budget.allowed > 0
        else { return nil }
        let lengths = [("1h", 3_600), ("6h", 21_600), ("3d", 259_200), ("30d", 2_592_000)]
        let windows = lengths.compactMap { name, seconds -> Burn.Spent? in
            let window = Stretch(from: claims.now - seconds, until: claims.now)
            guard component.allowance(during: window) != nil else { return nil }
            let uptime = component.uptime(during: window)
            let spent = 1000 * uptime.downtime
            let end = end(ofSpending: budget.left, atTheRateOf: spent, in: uptime.observed)
            return Burn.Spent(
                name: name, range: window, rate: component.burnRate(during: window),
                runsOutAt: end.flatMap { $0 < month.until ? $0 : nil })
        }
        return Burn(windows: windows)
    }

    /// Returns the last second by which no more is spent than is left, in millionths of seconds.
    private func end(ofSpending left: Int, atTheRateOf spent: Int, in seconds: Int) -> Int? {
        if left <= 0 { return claims.now }
        if spent == 0 { return nil }
        // The product is at most what 31 days allow, by the seconds of 30 days: less than 7 · 10^18, which fits into 64
        // bits.
        return claims.now + left * seconds / spent
    }
}
