import Diagnostics
import StatusModel

/// A check that the components of an incident in MONITORING work, because a status that nobody ended still counts as
/// downtime.
enum WatchedComponentsWork: RecordCheck {
    static let id = Diagnostic.ID("monitoring-while-down")
    static let subject = RecordSubject.soundIncident

    static func check(_ incident: Record, in assembly: RecordAssembly, into findings: Findings) {
        guard incident.until == nil, let first = incident.firstOfLastMonitoring else { return }
        let watchedSince = incident.updates[first].at
        let down = incident.statedOutages
            .map { (assembly.configuration.page.components[$0.component].id, $0.status.name) }
        guard let (component, _) = down.first else { return }
        // If there are many, show the first five and the number of the others.
        let shown = down.prefix(down.count > 6 ? 5 : 6)
        let rest = down.count - shown.count
        var faults = shown.map { "`\($0)` is still `\($1)`" }
        if rest > 0 { faults.append("\(rest) more are still down") }
        findings.warning(
            id, at: assembly.place(ofUpdate: first),
            "this incident has been in MONITORING since \(assembly.written(watchedSince)), but "
                + faults.joined(separator: " and "),
            hint:
                "if `\(component)` works again, add the time of recovery to this update: "
                + "`Components: \(component) operational since \(assembly.written(watchedSince))`"
        )
    }
}

private extension Record {
    /// The index of the first update since which all have reported MONITORING; `nil` in another phase.
    var firstOfLastMonitoring: Int? {
        let updates = self.updates
        guard updates.last?.phase == .monitoring else { return nil }
        return updates.indices.last { updates[$0].phase != .monitoring }.map { $0 + 1 } ?? 0
    }

    /// The components whose last stated status is an outage, partial or major, in the order in which they were named.
    ///
    /// What RESOLVED stated does not count, because it no longer applies after a reopening.
    var statedOutages: [StatusChange] {
        let changes = self.components + self.updates.filter { $0.phase != .resolved }.flatMap { $0.changes }
        var places: [Component.Index: Int] = [:]
        let last: [StatusChange] = changes.reduce(into: []) { last, change in
            if let place = places[change.component] {
                last[place] = change
            } else {
                places[change.component] = last.count
                last.append(change)
            }
        }
        return last.filter { $0.status >= .partialOutage }
    }
}
