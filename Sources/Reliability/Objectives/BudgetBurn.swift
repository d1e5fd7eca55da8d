public import StatusModel

/// The rate at which a component with an objective spent its error budget recently, and when the budget runs out at
/// that rate.
///
/// The windows are those in Google's "Site Reliability Workbook", chapter 5: the short ones show that the budget is
/// burning now, the long ones how much it adds up to.
public struct BudgetBurn: Sendable, Hashable {
    /// The component.
    public let component: Component.Index
    /// The part of the budget that was spent in each window, shortest first.
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

    /// The part of the budget that was spent in a window.
    public struct Spent: Sendable, Hashable {
        /// The window.
        public let window: Window
        /// The budget over the window, with its burn rate.
        public let budget: ErrorBudget
        /// The instant at which the current month's budget runs out if as much is spent from now on as in the window;
        /// now if it has run out.
        ///
        /// It is `nil` if it lasts until the month ends.
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
    /// Returns the component's burn in each window in which it was in service, or `nil` without an objective, or with
    /// one of 100 %.
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

    /// Returns the burns of the components that have an objective.
    func burns(of figures: [PeriodReport.ComponentFigures]) -> [BudgetBurn] {
        figures.compactMap { $0.budget == nil ? nil : burn(of: $0.component) }
    }
}

private extension ErrorBudget {
    /// Returns the last instant by which no more is spent than is left, at the rate of another range, or `nil` if
    /// nothing was spent in that range.
    func runsOut(after now: Instant, spending other: ErrorBudget) -> Instant? {
        guard remainingMicroseconds > 0 else { return now }
        guard other.consumedMicroseconds > 0 else { return nil }
        // The product is at most the microseconds of 31 days times the seconds of 30 days: 7 · 10^18.
        return now + remainingMicroseconds * other.uptime.observedSeconds / other.consumedMicroseconds
    }
}
