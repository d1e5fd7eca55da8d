import Diagnostics
import StatusModel

/// A check for times that are far from the commits that added them, because of a wrong time zone or a time left over
/// from the previous update.
enum TimesAreNearCommits: SiteCheck {
    static let id = Diagnostic.ID("time-far-from-commit")
    private static let tolerance = 15 * 60

    static func check(_ site: CheckedSite, into findings: Findings) {
        let zone = site.configuration.page.zone
        for committed in site.committedUpdates {
            let at = committed.update.at
            guard let nearest = committed.committedAt.min(by: { abs($0 - at) < abs($1 - at) }),
                abs(nearest - at) > tolerance
            else { continue }
            findings.warning(
                id, at: committed.update.place,
                "this update says \(zone.written(at)) but was committed at \(zone.written(nearest))",
                hint: "check the time and the time zone")
        }
    }
}
