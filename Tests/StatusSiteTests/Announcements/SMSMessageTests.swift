import Diagnostics
import StatusModel
import TestSupport
import Testing

@testable import StatusSite

@Suite struct SMSMessageTests {
    private let link = "https://status.example.com/incidents/oven-door.html"

    @Test func shortMessageStandsWhole() throws {
        #expect(
            try AnnouncementSample().message(.sms)
                == "Map Bakery Status: Oven 3 stays cold (Resolved). It lasted 52 min. \(link)\n"
        )
    }

    /// The link is 51 characters, a space 1: 108 are left for words. The site's title would take 19 of them, the record's
    /// 69, its phase 12 and the length 18.
    @Test func whereRoomIsShortTheSitesTitleGoesFirst() throws {
        let title = String(repeating: "cold oven ", count: 6) + "cold oven"
        let sample = AnnouncementSample { $0.title = title }
        #expect(try sample.message(.sms) == "\(title) (Resolved). It lasted 52 min. \(link)\n")
    }

    /// Of 108, the phase and the length leave 78 to the title.
    @Test func thenTheTitleIsCutAtAWord() throws {
        let sample = AnnouncementSample { $0.title = String(repeating: "cold oven ", count: 40) }
        let title = String(repeating: "cold oven ", count: 7) + "cold..."
        #expect(try sample.message(.sms) == "\(title) (Resolved). It lasted 52 min. \(link)\n")
    }

    /// Of 108, the components leave 8 to the title, less than a third: they go, as the next update has gone, and the phase
    /// leaves it 92.
    @Test func whatIsAffectedGoesBeforeTwoThirdsOfTheTitle() throws {
        var sample = AnnouncementSample { $0.title = String(repeating: "cold oven ", count: 40) }
        // " Ovens and then some more of … (partial outage), Shop (degraded)." is 84.
        sample.page.components[0].name = "Ovens" + String(repeating: " and more", count: 5)
        let title = String(repeating: "cold oven ", count: 8) + "cold..."
        #expect(try sample.message(.sms, update: 0) == "\(title) (Investigating). \(link)\n")
    }

    /// Nobody would know whose it is.
    @Test func withoutALinkTheSitesTitleStays() throws {
        var sample = AnnouncementSample {
            $0.title = String(repeating: "cold oven ", count: 40)
            $0.visibility = .internal
        }
        sample.audience = .internal
        // 160 less 19, 12 and 18 are 111.
        let title = String(repeating: "cold oven ", count: 10) + "cold..."
        #expect(try sample.message(.sms) == "Map Bakery Status: \(title) (Resolved). It lasted 52 min.\n")
    }

    @Test func typographyIsMadePlain() throws {
        let sample = AnnouncementSample { $0.title = "Ovens – “3” → ‘4’… it’s cold" }
        #expect(try sample.message(.sms).contains(#"Ovens - "3" -> '4'... it's cold"#))
    }

    @Test(arguments: awkwardTexts) func anyTextIsOneLineOfOneMessage(awkward: String) throws {
        for count in [1, 60] {
            let sample = AnnouncementSample { $0.title = String(repeating: awkward, count: count) }
            let message = try sample.message(.sms)
            let limit = SMSCoding(for: String(message.dropLast())).limit
            #expect(message.dropLast().utf16.count <= limit)
            #expect([link, "https://status.example.com/"].contains { message.hasSuffix(" \($0)\n") })
            #expect(message.count { $0.isNewline } == 1)
        }
    }

    @Test func addressTooLongForAMessageGivesWayToTheSites() throws {
        var sample = AnnouncementSample { $0.slug = String(repeating: "long", count: 50) }
        let slug = String(repeating: "long", count: 50)
        #expect(try sample.message(.sms, of: slug).hasSuffix(" https://status.example.com/\n"))
        sample.page.url = "https://" + String(repeating: "long.", count: 50) + "example.com"
        let message = try sample.message(.sms, of: slug)
        #expect(!message.contains("https") && message.utf16.count <= 161)
    }

    @Test func templateWithoutALinkIsCutToo() throws {
        var sample = AnnouncementSample()
        sample.own = ["announcement.sms": String(repeating: "{{title}} ", count: 30)]
        let message = try sample.message(.sms)
        #expect(message.hasSuffix("...\n") && message.utf16.count <= 161)
    }

    /// The euro sign is one of the characters that count twice.
    @Test func charactersOfTheExtensionCountTwice() {
        #expect(SMSCoding(for: "5 €").length(of: "5 €") == 4)
        #expect(SMSCoding(for: "Größe [1]").limit == 160)
        #expect(SMSCoding(for: "Garçon").limit == 70)
        #expect(SMSCoding(for: "オーブン").length(of: "オーブン") == 4)
    }

    /// A message of another script has 70 units. The record's address, 51, would leave 18 for words; the
    /// site's, 27, leaves 42.
    @Test func messageInAnotherScriptIsHalfAsLong() throws {
        let sample = AnnouncementSample { $0.title = "第三オーブンの温度が上がりません" }
        // The title's sentence is 28, and the length would be 18 more.
        #expect(try sample.message(.sms) == "第三オーブンの温度が上がりません (Resolved). https://status.example.com/\n")
    }

    @Test func textWithoutSpacesIsCutBetweenLetters() throws {
        let sample = AnnouncementSample {
            $0.title = String(repeating: "第三オーブンの温度が上がりません", count: 5)
        }
        // 42 units for words: 12 of the phase, 3 of dots, 27 of the title, which is 16 and 11 of the next 16.
        #expect(
            try sample.message(.sms)
                == "第三オーブンの温度が上がりません第三オーブンの温度が上... (Resolved). https://status.example.com/\n"
        )
    }

    /// What happened and how far it has come stay where the time has no room: the stop of "Dez." ends no sentence.
    @Test(arguments: ["en", "de", "fr", "es", "ar", "ja"])
    func messagesOfOneMaintenanceDiffer(language: String) throws {
        let templates = try #require(SiteTemplates(language: language, into: Findings()))
        var page = Sample.empty
        let phases: [Phase] = [.scheduled, .inProgress, .verifying, .completed]
        var record = Sample.record(
            "database-moves-to-a-new-cluster", "The database moves to a new cluster in another data center",
            phases.enumerated().map { Sample.update($1, "2026-12-01T2\($0):05", "We move.") })
        record = record.maintenance(
            from: Sample.at("2026-12-01T22:05"), until: Sample.at("2026-12-02T03:00"),
            components: [StatusChange(0, .underMaintenance), StatusChange(1, .degradedPerformance)])
        page.maintenance = [record]
        let now = Sample.at("2026-12-02T06:00")
        let seen = page.seen(by: .public, at: now)
        let announcer = Announcer(templates: templates, envelope: Envelope())
        let words = Localizer(of: seen, in: templates.language)
        let messages = try (0..<4).map { place in
            let announcement = try #require(
                Announcement(of: record.slug, update: place, on: seen, now: now))
            return announcer.message(announcement, as: .sms)
        }
        #expect(Set(messages).count == 4, "\(messages)")
        for (message, phase) in zip(messages, phases) {
            #expect(
                message.contains("The database") && message.contains(words.label(of: phase)), "\(message)")
        }
    }

    @Test func sentencesOfTheLanguageEndAsItsOwnDo() throws {
        var sample = AnnouncementSample { $0.title = "第三オーブンの温度が上がりません" }
        sample.language = ("ja", "announce.sms.title = {title}（{status}）。\nphase.resolved = 解決済み")
        let message = try sample.message(.sms)
        #expect(
            message
                == "第三オーブンの温度が上がりません（解決済み）。 継続時間52分。 https://status.example.com/\n")
    }
}
