import Reliability
import StatusModel

/// A runbook: the address of instructions.
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
    /// Returns the runbooks of an open incident; none for any other record.
    static func all(of record: Record, layout: Layout) -> [RunbookContext] {
        guard record.isOpen, let incident = IncidentFacts(of: record, now: layout.site.now) else { return [] }
        return layout.site.page.runbooks(of: incident).map { RunbookContext(runbook: $0, layout: layout) }
    }
}

extension StatusPage {
    /// Returns the runbooks of an incident: of the highest severity that it reached, then of the components that it
    /// affected.
    func runbooks(of incident: IncidentFacts) -> [Runbook] {
        runbooks(for: incident.severity, affecting: incident.timeline.components)
    }
}

extension Localizer {
    /// Returns the name of a runbook's subject, such as "SEV-1" or "Story API".
    func name(of runbook: Runbook, on page: StatusPage) -> String {
        switch runbook.subject {
        case .severity(let rank): page.severities[rank].level
        case .component(let index): components[index]
        }
    }
}
