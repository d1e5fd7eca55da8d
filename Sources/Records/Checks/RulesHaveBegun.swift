import Diagnostics
import StatusModel

/// A check for former rules that end on a future day: until then, they apply instead of the newer ones in `status.yml`.
enum RulesHaveBegun: SiteCheck {
    static let id = Diagnostic.ID("rules-in-future")

    static func check(_ site: CheckedSite, into findings: Findings) {
        let today = site.configuration.page.zone.day(of: site.now)
        for (day, place) in site.configuration.formerRulesPlaces.prefix(while: { $0.day > today }) {
            findings.warning(
                id, at: place, "`\(day)` is in the future: until then, the rules under it apply",
                hint: "check the date, or ignore this if new rules are planned for that day")
        }
    }
}
