import Diagnostics
import Foundation
import Records
import StatusModel
import StatusSite

extension SiteReading {
    /// The findings about the messages that prepared texts would make, in each format, so that a broken template of
    /// the site is noticed before the text is needed.
    var mistakesInMessages: [Diagnostic] {
        guard let site, let configuration, let reader = sources.reader else { return [] }
        let announcer = Announcer(templates: site.templates, envelope: Envelope())
        var found: [Announcer.Format: Diagnostic] = [:]
        for text in configuration.page.texts {
            guard let place = configuration.textPlaces[text.id] else { continue }
            for announcement in site.announcements(of: text, by: reader) {
                for format in Announcer.Format.allCases where found[format] == nil {
                    let message = announcer.message(announcement, as: format)
                    guard format.stream == .json, !message.isJSONLines else { continue }
                    found[format] = Diagnostic(format, makesNoMessageOf: text, at: place)
                }
            }
        }
        return Announcer.Format.allCases.compactMap { found[$0] }
    }
}

extension LoadedSite {
    fileprivate func announcements(of text: ReadyText, by reader: RecordReader) -> [Announcement] {
        guard let record = TextTrial(of: text, at: now, by: reader)?.outcome.record else { return [] }
        var page = page
        page.records = [record]
        let seen = page.seen(by: .internal, at: now)
        return record.updates.indices.compactMap {
            Announcement(of: record.slug, update: $0, on: seen, now: now)
        }
    }
}

extension Diagnostic {
    fileprivate init(
        _ format: Announcer.Format, makesNoMessageOf text: ReadyText, at place: SourceLocation
    ) {
        self.init(
            .warning, .templateMakesNoJSON,
            "the output of the template `announcement.\(format.rawValue)` for `\(text.id)` is not valid JSON",
            at: place,
            hint: "look for a missing comma or bracket in "
                + "`site-templates/announcement.\(format.rawValue).mustache`")
    }
}

extension String {
    /// Whether each of its lines is JSON.
    fileprivate var isJSONLines: Bool {
        split(separator: "\n").allSatisfy {
            (try? JSONSerialization.jsonObject(with: Data($0.utf8))) != nil
        }
    }
}
