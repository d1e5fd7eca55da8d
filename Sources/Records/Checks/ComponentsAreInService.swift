import Diagnostics
import StatusModel

/// A check for components that were already retired when an incident began, which were probably confused with others.
enum ComponentsAreInService: RecordCheck {
    static let id = Diagnostic.ID("retired-component")
    static let subject = RecordSubject.incident

    static func check(_ incident: Record, in assembly: RecordAssembly, into findings: Findings) {
        for change in incident.components {
            let component = assembly.configuration.page.components[change.component]
            guard component.isRetired(at: incident.from) else { continue }
            findings.warning(
                id, at: assembly.frontMatter.place(of: "components"),
                "`\(component.id)` was already retired when this incident started",
                hint: "use the component that replaced it, or correct its `until`")
        }
    }
}
