import Diagnostics
import StatusModel

/// A component that was retired when an incident began is probably a slip for another.
@Sendable func checkComponentsAreInService(
    of incident: Record,
    in assembly: RecordAssembly,
    into findings: Findings
) {
    for change in incident.components {
        let component = assembly.configuration.page.components[change.component]
        guard component.isRetired(at: incident.from) else { continue }
        findings.warning(
            .retiredComponent, at: assembly.frontMatter.place(of: "components"),
            "`\(component.id)` was retired when this incident began",
            hint: "name the component that took its place, or correct its `until`")
    }
}
