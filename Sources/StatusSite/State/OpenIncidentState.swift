import Reliability
import StatusModel

/// An open incident, and what is due for it.
struct OpenIncidentState {
    let incident: IncidentFacts
    /// Its severity now.
    let severity: Severity
    /// What it does to components now.
    let effects: [StatusChange]
    /// When the next update is due.
    let nextUpdate: NextUpdate?
    /// For the team: what else is.
    let due: DueNow?
    /// For the team: where it says what to do.
    let runbooks: [Runbook]
}

extension OpenIncidentState {
    init(_ incident: IncidentFacts, on site: Site) {
        self.incident = incident
        severity = site.page.severities[incident.currentSeverity]
        effects = site.effects(of: incident)
            .map { StatusChange($0.component, $0.status, since: $0.range.from) }
        nextUpdate = incident.record.nextUpdate(on: site.page)
        runbooks = site.page.runbooks(of: incident)
        due = site.isForTeam ? DueNow(of: incident.record, on: site.page, now: site.now) : nil
    }

    var record: Record { incident.record }
}
