import Diagnostics
import Records
import StatusModel

/// The reasons why the public page does not show all of a record that was just written.
///
/// Somebody who writes at night assumes that the public has been told.
struct PublicPage {
    /// A sentence for each reason.
    let sentences: [String]

    /// - Parameter file: the record as it was written, without errors.
    init(showing file: SourceFile, of site: AuthoredSite) {
        let page = site.configuration.page
        guard let record = site.record(in: file) else {
            sentences = [Self.hidden + "the record is a draft until you remove `draft: true`"]
            return
        }
        guard let shown = record.shownToPublic else {
            let severity = record.currentSeverity.map { page.rules.severity($0, at: record.from) }
            let isByPolicy = severity?.visibility == .internal
            let reason = isByPolicy ? ", the default for `\(severity?.level ?? "")`" : ""
            sentences = [Self.hidden + "the record is internal\(reason)"]
            return
        }
        sentences = [Self.age(of: shown, on: page, at: site.now), Self.headline(of: shown, on: page)]
            .compactMap { $0 }
    }
}

private extension PublicPage {
    static let hidden = "the public site does not show this: "

    /// Returns a sentence if the incident ended too long ago for the front page, which shows seven days.
    static func age(of record: Record, on page: StatusPage, at now: Instant) -> String? {
        let firstDay = page.zone.day(of: now).advanced(by: -6)
        guard let end = record.resolvedAt, page.zone.day(of: end) < firstDay else { return nil }
        return "the front page does not show this, because the incident ended on \(page.zone.day(of: end)); "
            + "its own page and the history do"
    }

    static func headline(of record: Record, on page: StatusPage) -> String? {
        guard record.isOpen else { return nil }
        var statuses: [Component.Index: ComponentStatus] = [:]
        for change in record.components + record.updates.flatMap(\.changes) {
            statuses[change.component] = change.status
        }
        let affected = statuses.filter { $0.value != .operational }.map { page.components[$0.key] }
        guard !affected.isEmpty, affected.allSatisfy({ !$0.makesHeadline }) else { return nil }
        let names = affected.map { "`\($0.id)`" }.sorted().joined(separator: ", ")
        return
            """
            the headline of the site does not change, because \(names) \
            \(affected.count == 1 ? "has" : "have") `headline: false`
            """
    }
}
