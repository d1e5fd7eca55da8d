import Diagnostics
import Foundation
import Records
import StatusModel
import StatusSite

/// The messages that ready texts would make, in every format: what a template of the site's own makes of them is seen by
/// day.
extension LoadedSite {
    func checkMessages(
        ofTexts configuration: Configuration, by reader: RecordReader, into findings: Findings
    ) {
        let announcer = Announcer(templates: templates, envelope: Envelope(sentAt: now))
        var told: Set<Announcer.Format> = []
        for text in configuration.page.texts {
            guard let place = configuration.textPlaces[text.id] else { continue }
            for announcement in announcements(of: text, by: reader) {
                for format in Announcer.Format.allCases where !told.contains(format) {
                    let message = announcer.message(announcement, as: format)
                    guard format.stream == .json, !message.isJSONLines else { continue }
                    told.insert(format)
                    findings.add(mistake(in: format, of: text, at: place))
                }
            }
        }
    }

    private func announcements(of text: ReadyText, by reader: RecordReader) -> [Announcement] {
        guard let record = TextTrial(of: text, at: now, by: reader)?.outcome.record else { return [] }
        var page = page
        page.records = [record]
        let seen = page.seen(by: .internal, at: now)
        return record.updates.indices.compactMap {
            Announcement(of: record.slug, update: $0, on: seen, now: now)
        }
    }

    private func mistake(in format: Announcer.Format, of text: ReadyText, at place: SourceLocation)
        -> Diagnostic
    {
        Diagnostic(
            .warning, .templateMakesNoJSON,
            "the template `announcement.\(format.rawValue)` makes no JSON of `\(text.id)`", at: place,
            hint: "look for a comma or a bracket that is missing in "
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
