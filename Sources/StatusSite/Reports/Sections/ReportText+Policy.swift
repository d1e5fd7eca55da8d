import Reliability
import StatusModel

extension ReportText {
    /// What came of the policy: internal.
    func policy(_ figures: PolicyFigures) -> ReportSection? {
        guard report.incidents.started > 0 else { return nil }
        var section = ReportSection(anchor: "policy", heading: text.reportPolicyTitle)
        section.sentences = [keptSentence(figures), escalationSentence(figures)].compactMap { $0 }
        section.tables = [kept(figures), silences(figures), missedSteps(figures)].compactMap { $0 }
        section.remark = isRunning ? text.reportPolicyRemark : text.reportPolicyRemarkEnded
        return section
    }
}

private extension ReportText {
    func keptSentence(_ figures: PolicyFigures) -> String {
        let counts = Judgement.Rule.allCases.map { figures.tally[$0] }
        let (kept, missed) = (counts.reduce(0) { $0 + $1.met }, counts.reduce(0) { $0 + $1.missed })
        guard kept + missed > 0 else {
            return isRunning ? text.reportPolicyUndecidedSoFar : text.reportPolicyUndecided
        }
        return text.reportPolicyLimits(
            missed,
            met: words.grouped(kept),
            total: words.grouped(kept + missed)
        )
    }

    func escalationSentence(_ figures: PolicyFigures) -> String? {
        let (made, late) = (figures.escalationsMade, figures.escalationsLate)
        switch (made, figures.escalationsMissed.count) {
        case (0, 0): return nil
        case (1, 0): return late > 0 ? text.reportPolicyOnlyMadeLate : text.reportPolicyOnlyMade
        case (0, 1): return text.reportPolicyOnlyMissed
        case (_, let missed):
            let total = words.grouped(made + missed)
            return switch late {
            case 0: text.reportPolicyMade(made, total: total)
            case made: text.reportPolicyMadeAllLate(made, total: total)
            default: text.reportPolicyMadeLate(made, late: words.grouped(late), total: total)
            }
        }
    }

    func kept(_ figures: PolicyFigures) -> ReportTable? {
        var table = ReportTable(
            caption: text.reportPolicyCaptionLimits,
            columns: [
                .init(title: text.reportPolicyColumnLimit), .init(title: text.reportColumnSeverity),
                .init(title: words.label(of: .met)),
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
            caption: text.reportPolicyCaptionSilences,
            columns: [
                .init(title: text.reportPolicyColumnSilences), .init(title: text.reportPolicyColumnSilence),
                .init(title: text.reportPolicyColumnAllowed),
            ]
        )
        table.rows = figures.silences.map { silence in
            [
                cell(forIncident: silence.incident), ReportCell(duration(silence.seconds)),
                ReportCell(silence.limit.map(duration) ?? words.none),
            ]
        }
        return table
    }

    func missedSteps(_ figures: PolicyFigures) -> ReportTable? {
        guard !figures.escalationsMissed.isEmpty else { return nil }
        var table = ReportTable(
            caption: text.reportPolicyCaptionEscalations,
            columns: [
                .init(title: text.reportPolicyColumnEscalation), .init(title: text.reportPolicyColumnTo),
                .init(title: text.reportColumnDue, isWide: true),
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
