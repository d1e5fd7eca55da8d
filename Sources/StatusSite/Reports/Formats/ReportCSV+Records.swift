import Reliability
import StatusModel

/// Figures of records: response times, maintenance, post-mortems, the policy and alerts.
extension ReportCSV {
    mutating func writeResponses() {
        write(report.responses.all, of: "", in: "response_times")
        for (rank, figures) in report.responses.bySeverity {
            write(figures, of: page.severities[rank].level, in: "response_times_by_severity")
        }
    }

    mutating func write(_ figures: ResponseFigures, of subject: String, in section: String) {
        for metric in ResponseTimes.Metric.allCases {
            let summary = figures[metric]
            let name = "\(metric.key)"
            row(section, subject, "\(name)_n", "count", summary.n)
            row(section, subject, "\(name)_median", "seconds", summary.median)
            row(section, subject, "\(name)_mean", "seconds", summary.mean)
            row(section, subject, "\(name)_p90", "seconds", summary.p90)
            row(section, subject, "\(name)_n_from_first_update", "count", summary.fromFirstUpdate)
        }
    }

    mutating func writeMaintenance() {
        let figures = report.maintenance
        row("maintenance", "", "windows", "count", figures.windows)
        row("maintenance", "", "duration", "seconds", figures.seconds)
        row("maintenance", "", "notice_n", "count", figures.leadTime.n)
        row("maintenance", "", "notice_median", "seconds", figures.leadTime.median)
        row("maintenance", "", "unannounced", "count", figures.unannounced)
    }

    mutating func writeFollowUp() {
        let (postMortems, items) = (report.postMortems, report.actionItems)
        row("post_mortems", "", "done", "count", postMortems.done)
        row("post_mortems", "", "done_late", "count", postMortems.doneLate)
        row("post_mortems", "", "due", "count", postMortems.due)
        row("post_mortems", "", "overdue", "count", postMortems.overdue.count)
        row("post_mortems", "", "to_come", "count", postMortems.toCome)
        row("post_mortems", "", "voluntary", "count", postMortems.voluntary)
        row("action_items", "", "open", "count", items.open)
        row("action_items", "", "overdue", "count", items.overdue)
        row("action_items", "", "done", "count", items.done)
        for owner in items.byOwner {
            row("action_items_by_owner", owner.owner ?? "", "open", "count", owner.open)
            row("action_items_by_owner", owner.owner ?? "", "overdue", "count", owner.overdue)
            row("action_items_by_owner", owner.owner ?? "", "done", "count", owner.done)
        }
    }

    mutating func write(_ policy: PolicyFigures) {
        for rule in Judgement.Rule.allCases {
            for rank in page.severities.indices where policy.tally[rule, rank].total > 0 {
                let (count, level) = (policy.tally[rule, rank], page.severities[rank].level)
                row("policy", level, "\(rule.rawValue)_met", "count", count.met)
                row("policy", level, "\(rule.rawValue)_missed", "count", count.missed)
                row("policy", level, "\(rule.rawValue)_open", "count", count.open)
            }
        }
        for missed in policy.missed {
            let (id, rule) = (report.allIncidents[missed.incident].record.id, missed.judgement.rule.rawValue)
            row("policy_missed", id, "\(rule)_late", "seconds", missed.seconds)
        }
        for silence in policy.silences {
            row(
                "silences",
                report.allIncidents[silence.incident].record.id,
                "longest",
                "seconds",
                silence.seconds
            )
        }
        row("escalations", "", "made", "count", policy.escalationsMade)
        row("escalations", "", "made_late", "count", policy.escalationsLate.count)
        row("escalations", "", "missed", "count", policy.escalationsMissed.count)
        for late in policy.escalationsLate {
            let id = report.allIncidents[late.incident].record.id
            row("escalations_late", id, "late_\(late.step.to)", "seconds", late.step.lateSeconds)
        }
        for missed in policy.escalationsMissed {
            let id = report.allIncidents[missed.incident].record.id
            row("escalations_missed", id, "due_\(missed.step.to)", "instant", missed.step.dueAt.description)
        }
    }

    mutating func write(_ alerts: AlertFigures) {
        row("alerts", "", "fired", "count", alerts.fired)
        row("alerts", "", "incidents", "count", alerts.incidents)
        row("alerts", "", "told", "count", alerts.told)
        row("alerts", "", "untold", "count", alerts.untold.count)
        row("alerts", "", "until_first_update_n", "count", alerts.untilNotice.n)
        row("alerts", "", "until_first_update_median", "seconds", alerts.untilNotice.median)
        for figures in alerts.components {
            let id = page.components[figures.component].id
            row("alerts_by_component", id, "declared", "seconds", figures.declaredSeconds)
            row("alerts_by_component", id, "alerting", "seconds", figures.alertingSeconds)
        }
        for incident in alerts.untold {
            guard let span = incident.span else { continue }
            let id = page.components[incident.component].id
            row("alerts_untold", id, "lasted_\(span.from)", "seconds", span.seconds)
        }
    }

    mutating func write(_ before: PeriodReport.PeriodBefore) {
        let name = before.period.description
        write(before.whole.componentTime, of: name, in: "before")
        write(byTheClock: before.whole.byTheClock, of: name)
        row("before", name, "started", "count", before.responses.incidents)
        row("before", name, "time_to_restore_n", "count", before.responses[.restore].n)
        row("before", name, "time_to_restore_median", "seconds", before.responses[.restore].median)
        row("before", name, "time_to_resolve_n", "count", before.responses[.resolve].n)
        row("before", name, "time_to_resolve_median", "seconds", before.responses[.resolve].median)
        row("before", name, "maintenance_duration", "seconds", before.maintenance.seconds)
    }
}
