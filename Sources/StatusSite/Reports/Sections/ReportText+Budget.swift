import Reliability
import StatusModel

extension ReportText {
    /// How much of what the objectives allow was spent; nothing where there are no objectives.
    var budget: ReportSection? {
        let bound = report.components.filter { $0.budget != nil }
        guard !bound.isEmpty else { return nil }
        var section = ReportSection(anchor: "budget", heading: "Error budget")
        let budgets = bound.count { $0.budget?.consumedBasisPoints != nil }
        section.sentences = [budgetSentence(of: budgets)]
        if !report.budgets.isEmpty {
            section.charts = [BudgetBurnDown(of: report.budgets, during: report.range, words: words)]
        }
        section.tables = [budgetTable(of: bound)]
        section.remarks = [
            "The budget is the downtime that the objective allows over the whole period. At a burn rate of 1 it is spent exactly by the end."
        ]
        return section
    }
}

private extension ReportText {
    /// - Parameter count: how many components have a budget to spend.
    func budgetSentence(of count: Int) -> String {
        guard count > 0 else { return "An objective of 100% leaves no budget to spend." }
        let components = words.count(count, "component", "components")
        guard let most = report.budgets.first, let share = most.budget.consumedText else {
            return "None of the budgets of \(components) was spent\(soFar)."
        }
        let name = words.components[most.component]
        let spent = "\(share) of the budget of \(name) \(isRunning ? "is" : "was") spent\(soFar)"
        return report.budgets.count == 1
            ? (count == 1 ? "\(spent)." : "\(spent), and none of the others.")
            : "\(spent), the most of any; \(report.budgets.count) of \(components) spent some."
    }

    func budgetTable(of bound: [PeriodReport.ComponentFigures]) -> ReportTable {
        var table = ReportTable(
            caption: "Error budget by component",
            columns: [
                .init(title: "Component"), .init(title: "Budget"), .init(title: "Spent"),
                .init(title: "Left", isWide: true), .init(title: "Burn rate", isWide: true),
            ]
        )
        table.rows = bound.compactMap { figures in
            figures.budget.map { budget in
                [
                    cell(for: figures.component),
                    ReportCell(words.exactDuration(budget.allowedMicroseconds / 1_000_000)),
                    ReportCell(budget.consumedText ?? words.none),
                    ReportCell(words.exactDuration(budget.remainingSeconds)),
                    ReportCell(budget.burnRateText ?? words.none),
                ]
            }
        }
        return table
    }
}
