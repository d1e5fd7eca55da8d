import Diagnostics
import StatusModel

/// An internal incident that weighs on a component is missing from the public figures: said, with how much.
enum InternalIncidentsWeighNothing: SiteCheck {
    static let id = Diagnostic.ID("internal-incident-weighs")

    static func check(_ site: CheckedSite, into findings: Findings) {
        let components = site.assembly.page.components
        for hidden in site.hiddenDowntime {
            findings.warning(
                id, at: site.assembly.place(of: hidden.component, in: hidden.record),
                "the public figures for `\(components[hidden.component].id)` leave out \(hidden.seconds) s of downtime because this incident is internal",
                hint: "add `visibility: public` if readers were affected")
        }
    }
}

extension SiteAssembly {
    /// Where the incident names the component; an update's word for it stands for the file as a whole.
    fileprivate func place(of component: Component.Index, in record: Record) -> SourceLocation {
        internalPlaces[record.slug]?[component] ?? .top(of: record.path)
    }
}
