public import StatusModel

/// The course of a component's error budget through a period.
public struct BudgetCourse: Sendable, Hashable {
    /// The component.
    public let component: Component.Index
    /// The budget.
    public let budget: ErrorBudget
    /// The remaining budget at the end of each day so far or, for a year, of each week, from the first on.
    ///
    /// The last point is what is left now, or was at the end of the period.
    public let points: [Point]

    /// The remaining budget at an instant.
    public struct Point: Sendable, Hashable {
        /// The instant.
        public let at: Instant
        /// The share of the budget that is left, in hundredths of a percent, rounded down: 10,000 is all of it, and
        /// less than 0 means that it is overspent.
        public let leftBasisPoints: Int
    }
}

extension StatusHistory {
    /// Returns the courses of the budgets of which anything was spent, with the largest share spent first.
    func budgetCourses(
        of components: [PeriodReport.ComponentFigures],
        during range: TimeRange,
        of period: Period
    ) -> [BudgetCourse] {
        let spent = components.filter { figures in
            guard let budget = figures.budget else { return false }
            return budget.allowedMicroseconds > 0 && budget.consumedMicroseconds > 0
        }
        let ends = spent.isEmpty ? [] : ends(ofStepsIn: range, of: period)
        return spent.compactMap { course(of: $0, endsAt: ends, from: range.from) }
            .sorted { one, other in
                let (first, second) = (
                    one.budget.consumedBasisPoints ?? 0, other.budget.consumedBasisPoints ?? 0
                )
                return (second, one.component) < (first, other.component)
            }
    }
}

private extension StatusHistory {
    /// Returns the ends of the days or, for a year, of the weeks, up to now.
    func ends(ofStepsIn range: TimeRange, of period: Period) -> [Instant] {
        let last = min(range.to, now)
        var step = 1
        if case .year = period { step = 7 }
        var (day, ends): (Day, [Instant]) = (period.firstDay, [])
        while ends.last ?? .distantPast < last {
            day = day.advanced(by: step)
            ends.append(min(zone.start(of: day), last))
        }
        return ends
    }

    func course(
        of figures: PeriodReport.ComponentFigures,
        endsAt ends: [Instant],
        from start: Instant
    ) -> BudgetCourse? {
        guard let budget = figures.budget else { return nil }
        let history = components[figures.component]
        let points = ends.map { end in
            let elapsed = TimeRange(from: start, to: end).intersection(history.observed)
            let spent = 1000 * history.own.curve.sums(during: elapsed).downtimeMilliseconds
            let share = (10_000 * spent + budget.allowedMicroseconds - 1) / budget.allowedMicroseconds
            return BudgetCourse.Point(at: end, leftBasisPoints: 10_000 - share)
        }
        return BudgetCourse(component: figures.component, budget: budget, points: points)
    }
}
