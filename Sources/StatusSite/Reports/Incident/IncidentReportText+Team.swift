import Reliability
import StatusModel

/// Sections that only the team sees.
extension IncidentReportText {
    /// The response times of the incident.
    var responses: ReportSection? {
        let known = ResponseTimes.Metric.allCases.compactMap { metric in
            incident.times[metric].map { (metric, $0) }
        }
        guard !known.isEmpty else { return nil }
        var table = ReportTable(
            caption: text.recordResponse,
            columns: [
                .init(title: text.incidentReportColumnFact), .init(title: text.incidentReportColumnValue),
            ],
            isNumeric: false
        )
        let instants = [
            (text.announceStepDetected, record.detectedAt),
            (text.announceStepAcknowledged, record.acknowledgedAt),
        ]
        table.rows =
            instants.compactMap { label, at in
                at.map { [ReportCell(label), ReportCell(words.exactDateAndTime($0))] }
            }
            + known.map { [ReportCell(words.label(of: $0.0)), ReportCell(words.exactDuration($0.1))] }
        return section("response", text.recordResponse, table)
    }

    /// The verdict on each rule of the policy.
    var policy: ReportSection? {
        guard !compliance.judgements.isEmpty else { return nil }
        var table = ReportTable(
            caption: text.recordPolicy,
            columns: [
                .init(title: text.recordRule), .init(title: text.recordVerdict),
                .init(title: text.reportColumnDue), .init(title: text.incidentReportColumnDone),
            ],
            isNumeric: false
        )
        table.rows = compliance.judgements.map { judgement in
            [
                words.label(of: judgement.rule), words.label(of: judgement.verdict),
                judgement.dueAt.map { words.dateAndTime($0) } ?? "",
                judgement.doneAt.map { words.dateAndTime($0) } ?? "",
            ]
            .map { ReportCell($0) }
        }
        return section("policy", text.recordPolicy, table)
    }

    /// The steps of the escalation ladder, made and missed.
    var escalations: ReportSection? {
        guard !compliance.escalations.isEmpty else { return nil }
        var table = ReportTable(
            caption: text.recordEscalations,
            columns: [
                .init(title: text.recordEscalated), .init(title: text.reportColumnDue),
                .init(title: text.recordEscalationMade),
            ],
            isNumeric: false
        )
        table.rows = compliance.escalations.map { step in
            let made = step.madeAt.map { words.dateAndTime($0) }
            return [
                step.to, words.dateAndTime(step.dueAt),
                made.map { step.isLate ? text.recordEscalationLate(time: $0) : $0 }
                    ?? text.recordEscalationNotMade,
            ]
            .map { ReportCell($0) }
        }
        return section("escalations", text.recordEscalations, table)
    }

    /// The details that the record has under `internal`.
    var details: ReportSection? {
        guard !record.internalDetails.isEmpty else { return nil }
        return section(
            "internal", text.recordInternalDetails,
            table(of: record.internalDetails, text.recordInternalDetails)
        )
    }

    private var compliance: PolicyCompliance {
        PolicyCompliance(of: record, on: site.page, now: site.now)
    }

    private func section(_ anchor: String, _ heading: String, _ table: ReportTable) -> ReportSection {
        var section = ReportSection(anchor: anchor, heading: heading)
        section.tables = [table]
        return section
    }
}
