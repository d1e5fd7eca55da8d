import Reliability
import StatusModel

extension ReportText {
    /// The error budgets that were spent; `nil` if there are no objectives.
    var budget: ReportSection? {
        let bound = report.components.filter { $0.budget != nil }
        guard !bound.isEmpty else { return nil }
        var section = ReportSection(anchor: "budget", heading: text.reportBudgetTitle)
        let budgets = bound.count { $0.budget?.consumedBasisPoints != nil }
        section.sentences = [budgetSentence(of: budgets)]
        if !report.budgets.isEmpty {
            section.charts = BudgetBurnDown.rows(of: report.budgets, during: report.range, words: words)
        }
        section.tables = [budgetTable(of: bound), burnTable].compactMap { $0 }
        section.remark = text.reportBudgetRemark
        return section
    }
}

private extension ReportText {
    /// Returns the sentence on the budget of which the largest share was spent.
    ///
    /// - Parameter count: the number of components that have a budget to spend.
    func budgetSentence(of count: Int) -> String {
        guard count > 0 else { return text.reportBudgetNothing }
        guard let most = report.budgets.first, let spent = most.budget.consumedText else {
            return isRunning ? text.reportBudgetUnspentSoFar(count) : text.reportBudgetUnspent(count)
        }
        let (share, component) = (words.share(spent), words.components[most.component])
        switch (report.budgets.count, count) {
        case (1, 1):
            return isRunning
                ? text.reportBudgetSpentSoFar(component: component, share: share)
                : text.reportBudgetSpent(component: component, share: share)
        case (1, _):
            return isRunning
                ? text.reportBudgetSpentAloneSoFar(component: component, share: share)
                : text.reportBudgetSpentAlone(component: component, share: share)
        case (let spent, _):
            let total = words.grouped(count)
            return isRunning
                ? text.reportBudgetSpentMostSoFar(spent, component: component, share: share, total: total)
                : text.reportBudgetSpentMost(spent, component: component, share: share, total: total)
        }
    }

    func budgetTable(of bound: [PeriodReport.ComponentFigures]) -> ReportTable {
        var table = ReportTable(
            caption: text.reportBudgetCaption,
            columns: [
                .init(title: text.reportColumnComponent), .init(title: text.reportBudgetColumnBudget),
                .init(title: text.reportBudgetColumnSpent),
                .init(title: text.reportBudgetColumnLeft, isWide: true),
                .init(title: text.reportBudgetColumnRate, isWide: true),
            ]
        )
        table.rows = bound.compactMap { figures in
            figures.budget.map { budget in
                [
                    cell(for: figures.component),
                    ReportCell(words.exactDuration(budget.allowedMicroseconds / 1_000_000)),
                    ReportCell(budget.consumedText.map { words.share($0) } ?? words.none),
                    ReportCell(words.exactDuration(budget.remainingSeconds)),
                    ReportCell(budget.burnRateText.map(words.conventions.numbers.localized) ?? words.none),
                ]
            }
        }
        return table
    }

    /// The rates at which the budgets were recently spent, and when they will be used up at those rates; `nil` if none
    /// was spent.
    var burnTable: ReportTable? {
        let burns = report.burns.filter { burn in
            burn.windows.contains { $0.budget.consumedMicroseconds > 0 }
        }
        guard !burns.isEmpty else { return nil }
        var table = ReportTable(
            caption: text.reportBudgetCaptionBurn,
            columns: [.init(title: text.reportBudgetColumnRate)]
                + BudgetBurn.Window.allCases.map {
                    .init(title: duration($0.seconds), isWide: $0 == .sixHours || $0 == .month)
                }
        )
        table.rows = burns.map { burn in
            [cell(for: burn.component)]
                + BudgetBurn.Window.allCases.map { window in
                    burn.windows.first { $0.window == window }.map(cell) ?? ReportCell("")
                }
        }
        return table
    }

    func cell(_ spent: BudgetBurn.Spent) -> ReportCell {
        let rate = spent.budget.burnRateText.map(words.conventions.numbers.localized) ?? words.none
        let end = spent.runsOutAt.flatMap { $0 > site.now ? $0 : nil }
        return ReportCell(
            rate,
            facts: end.map { [text.reportBudgetRunsOut(time: words.dateAndTime($0, asOf: site.now))] } ?? [])
    }
}
