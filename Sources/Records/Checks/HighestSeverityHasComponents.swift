import Diagnostics
import StatusModel

/// What deserves the highest severity has taken something down, and uptime should show it.
@Sendable func checkHighestSeverityHasComponents(
    of incident: Record,
    in assembly: RecordAssembly,
    into diagnostics: inout [Diagnostic]
) {
    guard incident.highestSeverity == 0, let severity = assembly.severity(of: incident),
        assembly.couldNameComponents(in: incident)
    else { return }
    diagnostics.append(
        Diagnostic(
            .warning,
            .highestSeverityWithoutComponents,
            "`\(severity.level)` is the highest severity, and no component is said to be affected",
            at: assembly.frontMatter.place(of: "severity"),
            hint: "name what was affected: `components: {web: major_outage}`"
        )
    )
}
