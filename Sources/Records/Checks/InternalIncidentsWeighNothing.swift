import Diagnostics
import StatusModel

/// A check for downtime that is missing from the public figures because an incident is internal.
enum InternalIncidentsWeighNothing: SiteCheck {
    static let id = Diagnostic.ID("internal-incident-weighs")

    static func check(_ site: CheckedSite, into findings: Findings) {
        let components = site.assembly.page.components
        for hidden in site.hiddenDowntime {
            findings.warning(
                id, at: site.assembly.place(of: hidden.component, in: hidden.record),
                "the public figures for `\(components[hidden.component].id)` leave out "
                    + "\(StatedLength(seconds: hidden.seconds)) of downtime because this incident is internal",
                hint: "add `visibility: public` if readers were affected")
        }
    }
}

extension SiteAssembly {
    /// Returns the location where the incident names the component; the top of the file if only an update names it.
    fileprivate func place(of component: Component.Index, in record: Record) -> SourceLocation {
        internalPlaces[record.slug]?[component] ?? .top(of: record.path)
    }
}
