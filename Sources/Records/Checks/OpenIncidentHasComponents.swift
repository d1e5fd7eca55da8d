import Diagnostics
import StatusModel

/// An open incident that names no component leaves the page's status alone, which may surprise its author.
@Sendable func checkOpenIncidentHasComponents(
    of incident: Incident,
    in assembly: RecordAssembly,
    into diagnostics: inout [Diagnostic]
) {
    guard incident.isOpen, incident.startedAt <= assembly.now, !assembly.frontMatter.isDraft,
        assembly.frontMatter.map?.has("components") == false,
        incident.record.updates.allSatisfy(\.changes.isEmpty),
        !assembly.configuration.page.components.isEmpty
    else { return }
    diagnostics.append(
        Diagnostic(
            .warning,
            .openWithoutComponents,
            "an open incident without components leaves the page's status as it is",
            at: assembly.frontMatter.place(of: "severity"),
            hint: "name what is affected: `components: {web: partial_outage}`"
        )
    )
}
