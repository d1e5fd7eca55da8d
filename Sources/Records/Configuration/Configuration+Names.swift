import Diagnostics
import StatusModel

extension Configuration {
    /// Returns the severity with that name, or reports that there is none.
    func severity(
        _ name: String,
        at place: @autoclosure () -> SourceLocation,
        into findings: Findings
    ) -> Severity.Rank? {
        if let rank = severities[name] { return rank }
        findings.error(
            .unknownSeverity, at: place(), "unknown severity `\(name)`",
            hint: severities.hint(for: name, listing: "severities"))
        return nil
    }

    /// Returns changes of the site's own components as an author would write them, for examples in hints:
    /// `story-api operational, web degraded`.
    ///
    /// - Parameter statuses: the status of each of the first components, or of `web` on a site without components.
    func exampleOfChanges(_ statuses: [String], separator: String = " ") -> String {
        let ids = page.components.isEmpty ? ["web"] : page.components.prefix(statuses.count).map(\.id)
        return zip(ids, statuses).map { $0 + separator + $1 }.joined(separator: ", ")
    }

    /// Returns the component with that name, or reports that there is none.
    func component(
        _ name: String,
        at place: @autoclosure () -> SourceLocation,
        into findings: Findings
    ) -> Component.Index? {
        let several = components.all(sharing: name)
        guard several.isEmpty else {
            let written = several.prefix(5).map { page.components[$0] }
                .map { component in
                    "`\(component.id)`" + (page.fullName(of: component).map { " or `\($0)`" } ?? "")
                }
            findings.error(
                .ambiguousName, at: place(), "\(several.count) components are called `\(name)`",
                hint: "write " + written.joined(separator: ", or "))
            return nil
        }
        if let index = components[name] { return index }
        findings.error(
            .unknownComponent, at: place(), "unknown component `\(name)`",
            hint: components.hint(for: name, listing: "components"))
        return nil
    }
}
