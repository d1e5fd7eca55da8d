import Reliability
import StatusModel

/// An open incident, and the work that is due for it.
struct OpenIncidentState {
    let incident: IncidentFacts
    /// Its severity now.
    let severity: Severity
    /// Its current effects on components.
    let effects: [StatusChange]
    /// The next update that is due.
    let nextUpdate: NextUpdate?
    /// Other work that is due, for the team.
    let due: DueNow?
    /// Runbooks for the incident, for the team.
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
