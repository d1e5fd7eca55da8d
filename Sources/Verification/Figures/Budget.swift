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
