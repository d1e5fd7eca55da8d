import Reliability
import StatusModel

/// An open incident, and when people wait to hear more of it.
struct OpenIncidentState {
    let incident: IncidentFacts
    /// Its severity now.
    let severity: Severity
    /// What it does to components now.
    let effects: [StatusChange]
    /// When the next update is due.
    let due: Due?

    /// When an update is due, and by whose word.
    struct Due {
        let at: Instant
        let reason: Reason

        /// What makes it due.
        enum Reason: String {
            /// The latest update promised it.
            case promise
            /// The severity's cadence asks for it.
            case policy
        }
    }
}

extension OpenIncidentState {
    init(_ incident: IncidentFacts, on site: Site) {
        self.incident = incident
        severity = site.page.severities[incident.currentSeverity]
        effects = site.effects(of: incident)
            .map { StatusChange($0.component, $0.status, since: $0.range.from) }
        due = Due(of: incident, on: site.page)
    }

    var record: Record { incident.record }
}

extension OpenIncidentState.Due {
    /// A promise counts; without one the cadence of the highest severity that the incident reached, as `check`
    /// has it.
    fileprivate init?(of incident: IncidentFacts, on page: StatusPage) {
        let (last, severity) = (incident.record.updates.last, page.severities[incident.severity])
        if let promise = last?.nextUpdateAt {
            (at, reason) = (promise, .promise)
        } else if let every = severity.updateEvery {
            at = page.clock(of: severity).instant(every, after: last?.at ?? incident.begins)
            reason = .policy
        } else {
            return nil
        }
    }
}
