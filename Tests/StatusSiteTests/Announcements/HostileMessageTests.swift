import Diagnostics
import Foundation
import StatusModel
import TestSupport
import Testing

@testable import StatusSite

/// Whatever a record says, and in whatever language, each message can be read by the program that it is for, is no longer
/// than that takes, notifies nobody, and keeps what happened, the phase and the link.
@Suite struct HostileMessageTests {
    @Test(arguments: HostileRecord.allCases, ["en", "de", "fr", "es", "ar", "ja"])
    func messagesHoldTheirLimits(record: HostileRecord, language: String) throws {
        let found = Findings()
        let templates = try #require(SiteTemplates(language: language, into: found))
        let announcer = Announcer(templates: templates, envelope: Envelope())
        for audience in [Audience.public, .internal] {
            var sample = record.sample
            sample.audience = audience
            for update in 0...2 {
                let announcement = try sample.announcement(update: update)
                let status = Localizer(of: sample.page, in: templates.language).label(
                    of: sample.page.incidents[0].updates[update].phase)
                for format in Announcer.Format.allCases {
                    let message = SentMessage(
                        announcer.message(announcement, as: format), as: format, status: status)
                    #expect(
                        message.faults.isEmpty, "\(format) of \(record): \(message.faults)\n\(message.text)")
                }
            }
        }
    }

    /// The limits of the parts are those of what is sent, in which `&` is five characters to some.
    @Test(arguments: ["&", "*", "@", "<", "\n", "漢", "\"", "\\", "é"])
    func textsOfOneCharacterHoldTheLimitsToo(character: String) throws {
        let text = String(repeating: character, count: 9_000)
        var sample = AnnouncementSample {
            $0.title = String(repeating: character, count: 700)
            for place in $0.updates.indices { $0.updates[place].prose = Sample.prose(text) }
            $0.updates[1].rootCause = text
            $0.impact = [Record.Detail(label: text, text: text)]
            $0.internalDetails = (1...30).map { Record.Detail(label: "\($0)\(text)", text: text) }
        }
        sample.audience = .internal
        for format in Announcer.Format.allCases {
            let message = try SentMessage(sample.message(format, update: 1), as: format, status: nil)
            #expect(message.faults.isEmpty, "\(format): \(message.faults)")
        }
    }

    @Test(arguments: Announcer.Format.allCases.filter { $0.chatMessage != nil && $0 != .ntfy })
    func longTextsAreCutBehindASentence(format: Announcer.Format) throws {
        let sentences = (1...200).map { "Sentence \($0) is here." }.joined(separator: " ")
        let sample = AnnouncementSample { $0.updates[1].prose = Sample.prose(sentences) }
        let message = try sample.message(format, update: 1)
        if format == .teams {
            // It has room for all of it.
            #expect(message.contains("Sentence 200 is here."))
        } else {
            #expect(message.contains("is here. \u{2026}") && !message.contains("Sentence 200"), "\(message)")
        }
    }

    /// Of the facts, a channel keeps what it can beside a text of which most is cut.
    @Test(arguments: [Announcer.Format.telegram, .googleChat, .ntfy, .discord])
    func factsStayWhereATextIsCut(format: Announcer.Format) throws {
        let sample = AnnouncementSample {
            $0.updates[0].prose = Sample.prose(String(repeating: "Some words. ", count: 3_000))
        }
        let message = try sample.message(format, update: 0)
        #expect(message.contains("Ovens (partial outage), Shop (degraded)"), "\(message)")
        #expect(message.contains("10:20 UTC"))
    }

    /// What is operational is not affected, whatever a record lists.
    @Test(arguments: Announcer.Format.allCases.filter { ![.json, .webhook].contains($0) })
    func whatWorksIsNotAffected(format: Announcer.Format) throws {
        let sample = AnnouncementSample()
        // Since 10:15 the shop works.
        let message = try sample.message(format, update: 1)
        #expect(!message.contains("(operational)"), "\(message)")
        var calm = AnnouncementSample { $0.components = [StatusChange(0, .operational)] }
        calm.page.incidents[0].updates[1].changes = []
        let none = try calm.message(format, update: 0)
        #expect(!none.contains("operational") && !none.contains("Affected"), "\(none)")
    }
}

/// Records that strain messages.
enum HostileRecord: CaseIterable {
    case longText
    case emoji
    case rightToLeft
    case mentions
    case longTitle
    case manyComponents
    case noComponents

    var sample: AnnouncementSample {
        var sample = AnnouncementSample { incident in
            switch self {
            case .longText: say(String(repeating: "Maps burn at the edges. ", count: 209), of: &incident)
            case .emoji:
                incident.title = String(repeating: "🔥", count: 60)
                say(String(repeating: "🔥🧯", count: 2_000), of: &incident)
            case .rightToLeft:
                incident.title = "\u{202E}الفرن الثالث بارد"
                say(String(repeating: "الفرن الثالث لا يسخن. ", count: 300), of: &incident)
            case .mentions:
                incident.title = Self.callsAndLinks
                say(Self.callsAndLinks, of: &incident)
                incident.updates[1].rootCause = Self.callsAndLinks
                incident.impact = [Record.Detail(label: Self.callsAndLinks, text: Self.callsAndLinks)]
                incident.internalDetails = [
                    Record.Detail(label: Self.callsAndLinks, text: Self.callsAndLinks)
                ]
            case .longTitle: incident.title = String(repeating: "Cold ovens ", count: 27) + "now"
            case .manyComponents: incident.components = (0..<40).map { StatusChange($0, .majorOutage) }
            case .noComponents:
                incident.components = []
                incident.updates[1].changes = []
            }
        }
        if self == .manyComponents {
            sample.page.components = (0..<40).map { Component(id: "c\($0)", name: "Component number \($0)") }
            sample.page.groups = []
        }
        return sample
    }

    private static let callsAndLinks =
        "@everyone <!channel> <@U1> <users/all> [x](javascript:alert(1)) <a href=\"javascript:x\">y</a>"

    private func say(_ text: String, of incident: inout Record) {
        for place in incident.updates.indices {
            incident.updates[place].prose = Prose(html: ["<p>", HTMLText.escaped(text), "</p>"], text: text)
        }
    }
}
