import Diagnostics
import StatusModel

/// A check that an incident of the highest severity lists components, because something must have been down and uptime
/// should show it.
enum HighestSeverityHasComponents: RecordCheck {
    static let id = Diagnostic.ID("highest-severity-without-components")
    static let subject = RecordSubject.soundIncident

    static func check(_ incident: Record, in assembly: RecordAssembly, into findings: Findings) {
        guard incident.highestSeverity == 0, let severity = assembly.severity(of: incident),
            assembly.couldNameComponents(in: incident)
        else { return }
        findings.warning(
            id, at: assembly.frontMatter.place(of: "severity"),
            "`\(severity.level)` is the highest severity, but this incident lists no components",
            hint: "list what was affected: "
                + "`components: {"
                + assembly.configuration.exampleOfChanges(["major_outage"], separator: ": ") + "}`")
    }
}
