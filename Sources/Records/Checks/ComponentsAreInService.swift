import Diagnostics
import StatusModel

/// A component that was retired when an incident began is probably a slip for another.
@Sendable func checkComponentsAreInService(
    of incident: Record,
    in assembly: RecordAssembly,
    into diagnostics: inout [Diagnostic]
) {
    for change in incident.components {
        let component = assembly.configuration.page.components[change.component]
        guard component.isRetired(at: incident.from) else { continue }
        diagnostics.append(
            Diagnostic(
                .warning,
                .retiredComponent,
                "`\(component.id)` was retired when this incident began",
                at: assembly.frontMatter.place(of: "components"),
                hint: "name the component that took its place, or correct its `until`"
            )
        )
    }
}
