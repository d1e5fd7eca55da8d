import Reliability
import StatusModel

extension ReportText {
    /// Returns how well the policy was followed; this is internal.
    func policy(_ figures: PolicyFigures) -> ReportSection? {
        guard report.incidents.started > 0 else { return nil }
        var section = ReportSection(anchor: "policy", heading: text.reportPolicyTitle)
        section.sentences = [keptSentence(figures), escalationSentence(figures)].compactMap { $0 }
        section.tables = [kept(figures), missed(figures), silences(figures), steps(figures)].compactMap { $0 }
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
        let (made, late) = (figures.escalationsMade, figures.escalationsLate.count)
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

    /// Returns the incidents that missed a limit, and by how much.
    func missed(_ figures: PolicyFigures) -> ReportTable? {
        guard !figures.missed.isEmpty else { return nil }
        var table = ReportTable(
            caption: text.reportPolicyCaptionMissed,
            columns: [
                .init(title: text.reportPolicyColumnMissed), .init(title: text.reportColumnIncident),
                .init(title: text.reportPolicyColumnLate),
            ],
            isNumeric: false
        )
        table.rows = figures.missed.prefix(ReportTable.listLimit).map { missed in
            [
                ReportCell(words.label(of: missed.judgement.rule)), cell(forIncident: missed.incident),
                ReportCell(delay(of: missed)),
            ]
        }
        table.addRest(of: figures.missed.count, text)
        return table
    }

    func delay(of missed: PolicyFigures.MissedRule) -> String {
        let length = duration(missed.seconds)
        guard missed.judgement.rule != .watch else { return text.reportPolicyTooEarly(duration: length) }
        return missed.judgement.doneAt == nil ? text.reportPolicyNotDone(duration: length) : length
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

    /// Returns the steps of escalation ladders that were made late or not at all.
    func steps(_ figures: PolicyFigures) -> ReportTable? {
        let steps = (figures.escalationsLate + figures.escalationsMissed).byDueTime
        guard !steps.isEmpty else { return nil }
        var table = ReportTable(
            caption: text.reportPolicyCaptionEscalations,
            columns: [
                .init(title: text.reportPolicyColumnEscalation), .init(title: text.reportPolicyColumnTo),
                .init(title: text.reportColumnDue, isWide: true), .init(title: text.reportPolicyColumnLate),
            ],
            isNumeric: false
        )
        table.rows = steps.prefix(ReportTable.listLimit).map { step in
            [
                cell(forIncident: step.incident), ReportCell(step.step.to),
                ReportCell(words.dateAndTime(step.step.dueAt)),
                ReportCell(step.step.lateSeconds.map(duration) ?? text.recordEscalationNotMade),
            ]
        }
        table.addRest(of: steps.count, text)
        return table
    }
}
