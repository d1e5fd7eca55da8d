import Diagnostics
import Foundation
import StatusModel
import StatusSite

/// The messages for a record's latest update, in each format.
struct WrittenMessages {
    private let texts: [(format: Announcer.Format, text: String)]

    /// - Parameter page: the page, including everything after `now`.
    init(of page: StatusPage, for audience: Audience, at now: Instant, by templates: SiteTemplates? = builtIn)
    {
        guard let templates else {
            texts = []
            return
        }
        let seen = page.seen(by: audience, at: now)
        let announcer = Announcer(templates: templates, envelope: Envelope())
        texts = seen.records.compactMap { Announcement(of: $0.slug, on: seen, now: now) }
            .flatMap { announcement in
                Announcer.Format.allCases.map { ($0, announcer.message(announcement, as: $0)) }
            }
    }

    /// Descriptions of the messages that programs cannot read.
    var violations: [String] {
        texts.compactMap { format, text in
            guard format.stream == .json else { return nil }
            let isJSON = (try? JSONSerialization.jsonObject(with: Data(text.utf8))) != nil
            return isJSON ? nil : "the message as \(format.rawValue) is no JSON"
        }
    }

    private static let builtIn: SiteTemplates? = SiteTemplates(into: Findings())
}
