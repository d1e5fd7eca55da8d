import Diagnostics
import StatusModel

/// A check that figures begin on a day that the team chose, instead of with the first record.
enum FiguresHaveABeginning: SiteCheck {
    static let id = Diagnostic.ID("missing-since")

    static func check(_ site: CheckedSite, into findings: Findings) {
        let page = site.assembly.page
        guard page.since == nil, let place = site.configuration.sitePlace,
            let first = page.firstRecordAt, first <= site.now,
            page.components.contains(where: { $0.countsTowardsUptime && $0.since == nil })
        else { return }
        let day = page.zone.day(of: first)
        findings.warning(
            id, at: place,
            "without `since`, components are tracked only from the first record, which started on \(day)",
            hint: "under `site`, add the first day that counts: `since: \(day)`")
    }
}
