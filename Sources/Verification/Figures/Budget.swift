/// What a component's objective allows over a range, and what was spent of that, in millionths of seconds.
struct Budget {
    let allowed: Int
    let consumed: Int

    var left: Int { allowed - consumed }

    /// The share that was spent, in hundredths of a percent, rounded up; `nil` if nothing is allowed.
    var share: Int? { allowed > 0 ? (10_000 * consumed + allowed - 1) / allowed : nil }

    /// The whole seconds that are left. What is overspent is rounded up, like all that is lost.
    var secondsLeft: Int { left >= 0 ? left / 1_000_000 : (left - 999_999) / 1_000_000 }
}

extension ComponentCourse {
    /// The budget over a range of a year at most; `nil` without an objective, or if the component had no second in it.
    func budget(during range: Stretch) -> Budget? {
        allowance(during: range).map {
            Budget(allowed: $0, consumed: 1000 * uptime(during: range).downtime)
        }
    }
}

/// How fast a component's error budget was spent lately, and when it is gone at that rate.
struct Burn {
    /// What was spent in one window.
    struct Spent {
        let name: String
        let range: Stretch
        let rate: Double?
        /// When the month's budget is gone; `nil` if it lasts until the month ends.
        let runsOutAt: Int?
    }

    /// The windows in which the component was in use, the shortest first.
    let windows: [Spent]
}

extension Figures {
    /// The component's burn; `nil` without an objective, or with one that allows nothing.
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

    /// The last second by which no more is spent than is left, in millionths of seconds.
    private func end(ofSpending left: Int, atTheRateOf spent: Int, in seconds: Int) -> Int? {
        if left <= 0 { return claims.now }
        if spent == 0 { return nil }
        // What 31 days allow, by the seconds of 30 days: less than 7 · 10^18, which a number holds.
        return claims.now + left * seconds / spent
    }
}
