import StatusModel
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

    /// The link is 51 characters, a space 1: 108 are left for words.
    @Test func longMessageIsCutAtAWordAndKeepsItsLink() throws {
        let sample = AnnouncementSample { $0.record.title = String(repeating: "cold oven ", count: 40) }
        let message = try sample.message(.sms)
        #expect(message.hasSuffix("cold... \(link)\n") || message.hasSuffix("oven... \(link)\n"))
        #expect(message.dropLast().utf16.count <= 160 && message.utf16.count > 145)
    }

    /// 108 are left for words: the first sentence has 19 + 69 + 12 = 100, " It lasted 52 min." 18 more.
    @Test func sentenceThatDoesNotFitIsLeftOutWhole() throws {
        let title = String(repeating: "cold oven ", count: 6) + "cold oven"
        let sample = AnnouncementSample { $0.record.title = title }
        #expect(try sample.message(.sms) == "Map Bakery Status: \(title) (Resolved). \(link)\n")
    }

    @Test func typographyIsMadePlain() throws {
        let sample = AnnouncementSample { $0.record.title = "Ovens – “3” → ‘4’… it’s cold" }
        #expect(try sample.message(.sms).contains(#"Ovens - "3" -> '4'... it's cold"#))
    }

    @Test(arguments: awkwardTexts) func anyTextIsOneLineOfAtMost160(awkward: String) throws {
        for count in [1, 60] {
            let sample = AnnouncementSample { $0.record.title = String(repeating: awkward, count: count) }
            let message = try sample.message(.sms)
            #expect(message.dropLast().utf16.count <= 160 && message.hasSuffix(" \(link)\n"))
            #expect(message.count { $0.isNewline } == 1)
        }
    }

    @Test func addressTooLongForAMessageGivesWayToTheSites() throws {
        var sample = AnnouncementSample { $0.record.slug = String(repeating: "long", count: 50) }
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
}
