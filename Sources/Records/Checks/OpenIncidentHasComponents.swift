import Diagnostics
import StatusModel

/// A check for open incidents that name no component: the page's status does not change, which may surprise their
/// authors.
///
/// ``HighestSeverityHasComponents`` reports those of the highest severity.
enum OpenIncidentHasComponents: RecordCheck {
    static let id = Diagnostic.ID("open-without-components")
    static let subject = RecordSubject.soundIncident

    static func check(_ incident: Record, in assembly: RecordAssembly, into findings: Findings) {
        guard incident.isOpen, incident.highestSeverity != 0, assembly.couldNameComponents(in: incident)
        else {
            return
        }
        findings.warning(
            id, at: assembly.frontMatter.place(of: "severity"),
            "this open incident lists no components, so the page's status does not change",
            hint: "list what is affected: "
                + "`components: {"
                + assembly.configuration.exampleOfChanges(["partial_outage"], separator: ": ") + "}`")
    }
}

extension RecordAssembly {
    /// Whether the site has components but the incident names none of them, anywhere.
    func couldNameComponents(in incident: Record) -> Bool {
        frontMatter.map?.has("components") == false
            && incident.updates.allSatisfy { $0.changes.isEmpty }
            && !configuration.page.components.isEmpty
    }
}
