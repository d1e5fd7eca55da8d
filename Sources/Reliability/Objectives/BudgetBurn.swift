public import StatusModel

/// How fast a component with an objective lately spent its error budget, and when it is gone at that rate.
///
/// The windows are those of Google's "Site Reliability Workbook", chapter 5: the short ones show that something burns
/// now, the long ones what it comes to.
public struct BudgetBurn: Sendable, Hashable {
    /// Which component.
    public let component: Component.Index
    /// What was spent in each window, the shortest first.
    public let windows: [Spent]

    /// A range that ends now.
    public enum Window: String, CaseIterable, Sendable {
        /// One hour.
        case hour = "1h"
        /// Six hours.
        case sixHours = "6h"
        /// Three days.
        case threeDays = "3d"
        /// Thirty days.
        case month = "30d"
    }

    /// What was spent in a window.
    public struct Spent: Sendable, Hashable {
        /// The window.
        public let window: Window
        /// The budget over the window, with its burn rate.
        public let budget: ErrorBudget
        /// When the budget of the current month is gone if as much is spent from now on as in the window; now if it is
        /// gone. `nil` if it lasts until the month ends.
        public let runsOutAt: Instant?
    }
}

extension BudgetBurn.Window {
    /// Its length in seconds.
    public var seconds: Int {
        switch self {
        case .hour: 3_600
        case .sixHours: 6 * 3_600
        case .threeDays: 3 * 86_400
        case .month: 30 * 86_400
        }
    }
}

extension StatusHistory {
    /// The component's burn in each window in which it was in service; `nil` without an objective, or at one of 100 %.
    public func burn(of component: Component.Index) -> BudgetBurn? {
        let month = Period.month(of: zone.day(of: now)).range(in: zone)
        guard let budget = errorBudget(of: component, during: month), budget.allowedMicroseconds > 0 else {
            return nil
        }
        let windows = BudgetBurn.Window.allCases.compactMap { window -> BudgetBurn.Spent? in
            let range = TimeRange(from: now - window.seconds, to: now)
            return errorBudget(of: component, during: range).map { spent in
                let end = budget.runsOut(after: now, spending: spent)
                return BudgetBurn.Spent(
                    window: window, budget: spent, runsOutAt: end.flatMap { $0 < month.to ? $0 : nil })
            }
        }
        return BudgetBurn(component: component, windows: windows)
    }

    /// The burns of those of the components that have an objective.
    func burns(of figures: [PeriodReport.ComponentFigures]) -> [BudgetBurn] {
        figures.compactMap { $0.budget == nil ? nil : burn(of: $0.component) }
    }
}

private extension ErrorBudget {
    /// The last instant by which no more is spent than is left, at the rate of another range; `nil` if nothing was.
    func runsOut(after now: Instant, spending other: ErrorBudget) -> Instant? {
        guard remainingMicroseconds > 0 else { return now }
        guard other.consumedMicroseconds > 0 else { return nil }
        // At most 31 days' microseconds times 30 days' seconds: 7 · 10^18.
        return now + remainingMicroseconds * other.uptime.observedSeconds / other.consumedMicroseconds
    }
}
