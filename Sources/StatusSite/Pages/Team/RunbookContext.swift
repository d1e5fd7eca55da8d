import Reliability
import StatusModel

/// An address at which it says what to do.
struct RunbookContext: TemplateContext {
    let runbook: Runbook
    let layout: Layout

    static let vocabulary = Vocabulary<Self>([
        .text("label", "what it belongs to: a level, for example SEV-1, or a component") {
            $0.layout.words.name(of: $0.runbook, on: $0.layout.site.page)
        },
        .text("href", "its address") { $0.runbook.url },
        .text("address", "the same without `https://`") { $0.address },
    ])

    private var address: String {
        let schemes = ["https://", "http://", "mailto:"]
        let scheme = schemes.first { runbook.url.lowercased().hasPrefix($0) } ?? ""
        return String(runbook.url.dropFirst(scheme.count))
    }
}

extension RunbookContext {
    /// Those of an open incident; none of any other record.
    static func all(of record: Record, layout: Layout) -> [RunbookContext] {
        guard record.isOpen, let incident = IncidentFacts(of: record, now: layout.site.now) else { return [] }
        return layout.site.page.runbooks(of: incident).map { RunbookContext(runbook: $0, layout: layout) }
    }
}

extension StatusPage {
    /// The runbooks of an incident: of the highest severity that it reached, then of the components that it affected.
    func runbooks(of incident: IncidentFacts) -> [Runbook] {
        runbooks(for: incident.severity, affecting: incident.timeline.components)
    }
}

extension Localizer {
    /// Whose a runbook is, as in "SEV-1" or "Story API".
    func name(of runbook: Runbook, on page: StatusPage) -> String {
        switch runbook.subject {
        case .severity(let rank): page.severities[rank].level
        case .component(let index): components[index]
        }
    }
}
