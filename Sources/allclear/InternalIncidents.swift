import Diagnostics
import Reliability
import StatusModel

/// An internal incident that weighs on a component is missing from the public figures: said, with how much.
func checkInternalIncidents(of page: StatusPage, at now: Instant, into diagnostics: inout [Diagnostic]) {
    let hidden = page.incidents.filter { $0.record.visibility == .internal && $0.startedAt <= now }
    guard !hidden.isEmpty else { return }
    let everything = StatusHistory(of: page.seenByTeam(at: now), now: now)
    let shown = StatusHistory(of: page.seenByPublic(at: now), now: now)
    for incident in hidden {
        let range = TimeRange(from: incident.startedAt, to: incident.resolvedAt ?? now)
        for component in Set(IncidentTimeline(of: incident, now: now).spans.map(\.component)).sorted() {
            let missing =
                everything.uptime(of: component, during: range).downtimeMilliseconds
                - shown.uptime(of: component, during: range).downtimeMilliseconds
            guard missing > 0 else { continue }
            diagnostics.append(
                Diagnostic(
                    .warning,
                    .internalIncidentWeighs,
                    "the public figures of `\(page.components[component].id)` leave out \(missing / 1000) s of downtime: this incident is internal",
                    at: SourceLocation(
                        path: incident.record.path,
                        line: 1,
                        column: 1,
                        length: 1,
                        excerpt: ""
                    ),
                    hint: "write `visibility: public` if readers were affected"
                )
            )
        }
    }
}
