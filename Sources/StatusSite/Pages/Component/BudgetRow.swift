import Reliability
import StatusModel

/// A component's error budget over a range.
struct BudgetRow: TemplateContext {
    let span: String
    let allowed: String
    let consumed: String
    let remaining: String
    let isOverspent: Bool

    static let vocabulary = Vocabulary<Self>([
        .text("span", "the range, such as Last 30 days or November 2026") { $0.span },
        .text("allowed", "the downtime that the objective allows, such as 43 min 12 s") { $0.allowed },
        .text("consumed", "the share of it that is consumed, such as 33.34%; empty if no downtime is allowed")
        {
            $0.consumed
        },
        .text("remaining", "the remaining or overspent time, for example 28 min 48 s left") {
            $0.remaining
        },
        .flag("isOverspent", "whether more was consumed than the objective allows") { $0.isOverspent },
    ])

    /// Returns the budgets of the current month and quarter, and of the last 30 and 90 days; none without an objective.
    static func all(of component: Component.Index, layout: Layout) -> [BudgetRow] {
        let (site, words) = (layout.site, layout.words)
        let today = words.zone.day(of: site.now)
        let periods = [Period.month(of: today), .quarter(of: today)].map { period in
            (words.name(of: period), period.range(in: words.zone))
        }
        let recent = [RecentRange.month, .quarter].map { range in
            (words.name(of: range), range.range(endingAt: site.now))
        }
        return (periods + recent).compactMap { name, range in
            site.history.errorBudget(of: component, during: range)
                .map { BudgetRow($0, span: name, words) }
        }
    }

    private init(_ budget: ErrorBudget, span: String, _ words: Localizer) {
        self.span = span
        allowed = words.exactDuration(budget.allowedMicroseconds / 1_000_000)
        consumed = budget.consumedText.map { words.share($0) } ?? ""
        isOverspent = budget.remainingMicroseconds < 0
        let rest = words.exactDuration(abs(budget.remainingSeconds))
        remaining =
            isOverspent ? words.text.budgetOver(duration: rest) : words.text.budgetLeft(duration: rest)
    }
}

extension ErrorBudget {
    /// The rest of the budget in whole seconds, rounded down so that the budget never looks larger than it is.
    var remainingSeconds: Int {
        let left = remainingMicroseconds
        return left >= 0 ? left / 1_000_000 : (left - 999_999) / 1_000_000
    }
}
