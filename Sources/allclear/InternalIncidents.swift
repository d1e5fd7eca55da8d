import Diagnostics
import Records
import Reliability
import StatusModel

/// An internal incident that weighs on a component is missing from the public figures: said, with how much.
func checkInternalIncidents(of assembly: SiteAssembly, at now: Instant, into findings: Findings) {
    let page = assembly.page
    let hidden = page.records.filter { $0.visibility == .internal && $0.from <= now }
        .compactMap { IncidentFacts(of: $0, now: now) }
    guard !hidden.isEmpty else { return }
    let everything = StatusHistory(of: page.seen(by: .internal, at: now), now: now)
    let shown = StatusHistory(of: page.seen(by: .public, at: now), now: now)
    for incident in hidden {
        let range = TimeRange(from: incident.begins, to: incident.resolvedAt ?? now)
        for component in incident.timeline.components {
            let missing =
                everything.uptime(of: component, during: range).downtimeMilliseconds
                - shown.uptime(of: component, during: range).downtimeMilliseconds
            guard missing > 0 else { continue }
            findings.warning(
                .internalIncidentWeighs, at: assembly.place(of: component, in: incident.record),
                "the public figures of `\(page.components[component].id)` leave out \(missing / 1000) s of downtime: this incident is internal",
                hint: "write `visibility: public` if readers were affected")
        }
    }
}

private extension SiteAssembly {
    /// Where the incident names the component; an update's word for it stands for the file as a whole.
    func place(of component: Component.Index, in record: Record) -> SourceLocation {
        internalPlaces[record.slug]?[component]
            ?? SourceLocation(path: record.path, line: 1, column: 1, length: 1, excerpt: "")
    }
}
