import Reliability
import StatusModel

extension ReportText {
    /// What came of the policy: internal.
    func policy(_ figures: PolicyFigures) -> ReportSection? {
        guard report.incidents.started > 0 else { return nil }
        var section = ReportSection(anchor: "policy", heading: "Policy")
        section.sentences = [keptSentence(figures), escalationSentence(figures)].compactMap { $0 }
        section.tables = [kept(figures), silences(figures), missedSteps(figures)].compactMap { $0 }
        section.remarks = [
            "Each incident is held against the policy of the highest severity it reached, in the hours that the policy counts. What can still be met is open."
        ]
        return section
    }
}

private extension ReportText {
    func keptSentence(_ figures: PolicyFigures) -> String {
        let counts = Judgement.Rule.allCases.map { figures.tally[$0] }
        let (kept, missed) = (counts.reduce(0) { $0 + $1.met }, counts.reduce(0) { $0 + $1.missed })
        guard kept + missed > 0 else { return "Nothing that the policy asks has been decided\(soFar)." }
        return
            "\(words.grouped(kept)) of \(words.grouped(kept + missed)) limits of the policy were met, \(words.grouped(missed)) \(missed == 1 ? "was" : "were") missed."
    }

    func escalationSentence(_ figures: PolicyFigures) -> String? {
        let (made, missed) = (figures.escalationsMade, figures.escalationsMissed.count)
        switch (made, missed) {
        case (0, 0): return nil
        case (1, 0):
            return "The one escalation that fell due was made\(figures.escalationsLate > 0 ? " late" : "")."
        case (0, 1): return "The one escalation that fell due was not made."
        default:
            let late =
                figures.escalationsLate == 0 ? "" : ", \(words.grouped(figures.escalationsLate)) of them late"
            let share = "\(words.grouped(made)) of \(words.grouped(made + missed)) escalations that fell due"
            return "\(share) \(made == 1 ? "was" : "were") made\(late)."
        }
    }

    func kept(_ figures: PolicyFigures) -> ReportTable? {
        var table = ReportTable(
            caption: "Limits met and missed",
            columns: [
                .init(title: "Limit"), .init(title: "Severity"), .init(title: words.label(of: .met)),
                .init(title: words.label(of: .missed)),
                .init(title: words.label(of: .open), isWide: true),
            ]
        )
        for rule in Judgement.Rule.allCases {
            for rank in page.severities.indices where figures.tally[rule, rank].total > 0 {
                let count = figures.tally[rule, rank]
                table.rows.append(
                    [ReportCell(words.label(of: rule)), ReportCell(page.severities[rank].level)]
                        + [count.met, count.missed, count.open].map { ReportCell(words.grouped($0)) }
                )
            }
        }
        return table.rows.isEmpty ? nil : table
    }

    func silences(_ figures: PolicyFigures) -> ReportTable? {
        guard !figures.silences.isEmpty else { return nil }
        var table = ReportTable(
            caption: "Longest silences",
            columns: [
                .init(title: "Longest silences"), .init(title: "Without an update"), .init(title: "Allowed"),
            ]
        )
        table.rows = figures.silences.map { silence in
            [
                cell(forIncident: silence.incident), ReportCell(words.duration(silence.seconds)),
                ReportCell(silence.limit.map(words.duration) ?? words.none),
            ]
        }
        return table
    }

    func missedSteps(_ figures: PolicyFigures) -> ReportTable? {
        guard !figures.escalationsMissed.isEmpty else { return nil }
        var table = ReportTable(
            caption: "Escalations that were not made",
            columns: [
                .init(title: "Escalation not made"), .init(title: "To"), .init(title: "Due", isWide: true),
            ],
            isNumeric: false
        )
        table.rows = figures.escalationsMissed.prefix(Self.listLimit).map { missed in
            [
                cell(forIncident: missed.incident), ReportCell(missed.step.to),
                ReportCell(words.dateAndTime(missed.step.dueAt)),
            ]
        }
        addRest(of: figures.escalationsMissed.count, to: &table)
        return table
    }
}
