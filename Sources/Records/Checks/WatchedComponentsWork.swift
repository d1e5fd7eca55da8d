import Diagnostics
import StatusModel

/// Once an incident is fixed and watched, its components work: a status that nobody ended still counts as downtime.
enum WatchedComponentsWork: RecordCheck {
    static let id = Diagnostic.ID("monitoring-while-down")
    static let subject = RecordSubject.soundIncident

    static func check(_ incident: Record, in assembly: RecordAssembly, into findings: Findings) {
        guard incident.until == nil, let first = incident.firstOfLastMonitoring else { return }
        let watchedSince = incident.updates[first].at
        let down = incident.statedOutages
            .map { (assembly.configuration.page.components[$0.component].id, $0.status.name) }
        guard let (component, _) = down.first else { return }
        // Of many, the first five and how many more there are.
        let shown = down.prefix(down.count > 6 ? 5 : 6)
        let rest = down.count - shown.count
        var faults = shown.map { "`\($0)` is still `\($1)`" }
        if rest > 0 { faults.append("\(rest) more are still out") }
        findings.warning(
            id, at: assembly.place(ofUpdate: first),
            "this incident has been in MONITORING since \(assembly.written(watchedSince)), but "
                + faults.joined(separator: " and "),
            hint:
                "if it works again, add the time of recovery to this update: `Components: \(component) operational since \(assembly.written(watchedSince))`"
        )
    }
}

private extension Record {
    /// The first of the updates that have reported MONITORING ever since; nothing in another phase.
    var firstOfLastMonitoring: Int? {
        let updates = self.updates
        guard updates.last?.phase == .monitoring else { return nil }
        return updates.indices.last { updates[$0].phase != .monitoring }.map { $0 + 1 } ?? 0
    }

    /// The components that were last said to be out, wholly or in part, in the order that they were named. What RESOLVED
    /// said is no more after a reopening.
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
