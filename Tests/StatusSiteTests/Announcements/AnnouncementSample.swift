import Diagnostics
import Foundation
import StatusModel
import TestSupport
import Testing

@testable import StatusSite

/// An incident of the map bakery with whatever a message can carry, and ways to change it.
struct AnnouncementSample {
    var page = Sample.empty
    var audience = Audience.public
    var now = Sample.now
    var sender: Mailbox?
    var recipients: [Mailbox] = []
    /// Templates of the site's own, by name.
    var own: [String: String] = [:]
    /// A language of the site's own, and some of its phrases.
    var language: (tag: String, phrases: String)?

    /// From 16:58 to 17:50 ovens were down, of which 17:30 is the last word but one.
    init(_ change: (inout Record) -> Void = { _ in }) {
        var incident = Sample.incident(
            "oven-door",
            "Oven 3 stays cold",
            severity: 1,
            [StatusChange(0, .partialOutage), StatusChange(1, .degradedPerformance)],
            from: "2026-11-20T09:58",
            [
                Sample.update(.investigating, "2026-11-20T10:05", "Oven 3 does not heat."),
                Sample.update(.identified, "2026-11-20T10:15", "A sensor.", [StatusChange(1, .operational)]),
                Sample.update(.resolved, "2026-11-20T10:50", "All ovens bake."),
            ]
        )
        incident.detectedAt = Sample.at("2026-11-20T10:00")
        incident.updates[0].nextUpdateAt = Sample.at("2026-11-20T10:20")
        incident.updates[1].severity = 0
        incident.updates[1].rootCause = "a sensor of the door"
        incident.updates[1].estimate = .at(Sample.at("2026-11-21T08:00"))
        incident.updates[1].escalatedTo = ["Head baker"]
        incident.ticket = "BAKE-112"
        incident.impact = [Record.Detail(label: "orders_late", text: "37")]
        incident.internalDetails = [Record.Detail(label: "lead", text: "Ada")]
        change(&incident)
        page.incidents = [incident]
    }

    init(of page: StatusPage) {
        self.page = page
    }

    func announcement(of slug: String = "oven-door", update: Int? = nil) throws -> Announcement {
        let seen = page.seen(by: audience, at: now)
        return try #require(Announcement(of: slug, update: update, on: seen, now: now))
    }

    func announcer() throws -> Announcer {
        let diagnostics = Findings()
        var files = own.map { ("\($0).mustache", SourceFile(path: $0, bytes: Array($1.utf8))) }
        if let (tag, phrases) = language {
            let path = LanguageFile.path(of: tag)
            files.append((path, SourceFile(path: path, bytes: Array(phrases.utf8))))
        }
        let templates = SiteTemplates(
            overriding: Dictionary(files) { $1 },
            language: language?.tag ?? "en",
            into: diagnostics
        )
        #expect(diagnostics.all.allSatisfy { $0.id == .missingPhrase })
        let envelope = Envelope(from: sender, to: recipients)
        return Announcer(templates: try #require(templates), envelope: envelope)
    }

    func message(_ format: Announcer.Format, of slug: String = "oven-door", update: Int? = nil) throws
        -> String
    {
        try announcer().message(announcement(of: slug, update: update), as: format)
    }
}

/// Texts that mean something in one format or other.
let awkwardTexts = [
    #"Quote " and \ backslash \n"#, "line\nbreak\r\nand another\tone", "<!channel> & <https://a.example|x>",
    "{{title}} }} {", "\u{0}\u{1B}[31m\u{7F}\u{2028}", "*bold* _it_ `code` ~no~ [a](b) ![c](d) # h",
    "e\u{301}🚲",
    "", " ", "\"", "\\",
]
