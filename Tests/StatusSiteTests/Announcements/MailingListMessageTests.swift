import Diagnostics
import Foundation
import StatusModel
import TestSupport
import Testing

@testable import StatusSite

/// Emails for lists that readers join.
@Suite struct MailingListMessageTests {
    private var sample: AnnouncementSample {
        var sample = AnnouncementSample()
        sample.page.mailingList = MailingList(
            address: "status@lists.example.com", join: "https://lists.example.com/status/join",
            leave: "https://lists.example.com/status/leave")
        sample.page.components[1].mailingList = MailingList(
            address: "status-shop@lists.example.com", join: "mailto:status-shop-join@lists.example.com",
            leave: "mailto:status-shop-leave@lists.example.com")
        sample.page.components[2].mailingList = MailingList(
            address: "status-couriers@lists.example.com", join: "mailto:j@lists.example.com",
            leave: "mailto:l@lists.example.com")
        return sample
    }

    private func messages(_ sample: AnnouncementSample, update: Int) throws -> [[String]] {
        let mailbox = try sample.announcer().messages([sample.announcement(update: update)], as: .email)
        return mailbox.components(separatedBy: "\nFrom ").map { $0.components(separatedBy: "\n") }
    }

    /// The couriers have nothing to do with it. FNV-1a of `https://status.example.com/oven-door`, as for other emails.
    @Test func oneMessageForEachListThatIsTouched() throws {
        let messages = try messages(sample, update: 1)
        #expect(messages.count == 2)
        #expect(messages[0].contains("To: status@lists.example.com"))
        #expect(messages[0].contains(#"List-Id: "Map Bakery Status" <status.lists.example.com>"#) == false)
        #expect(messages[0].contains("List-Id: Map Bakery Status <status.lists.example.com>"))
        #expect(messages[0].contains("List-Unsubscribe: <https://lists.example.com/status/leave>"))
        #expect(messages[0].contains("List-Archive: <https://status.example.com/history.html>"))
        #expect(messages[1].contains("To: status-shop@lists.example.com"))
        #expect(
            messages[1].contains(#"List-Id: "Map Bakery Status, Shop" <status-shop.lists.example.com>"#))
        #expect(messages[1].contains("List-Unsubscribe: <mailto:status-shop-leave@lists.example.com>"))
        #expect(messages[1].contains("List-Archive: <https://status.example.com/components/shop.html>"))
        for message in messages {
            // Whoever is on both gets it once; said at 10:15, whenever it is written.
            #expect(message.contains { $0.hasPrefix("Message-ID: <update-1795169700.") })
            #expect(message.contains { $0.hasPrefix("In-Reply-To: <update-1795169100.") })
            #expect(message.contains("Date: Fri, 20 Nov 2026 10:15:00 +0000"))
            #expect(!message.contains { $0.hasPrefix("List-Unsubscribe-Post") })
        }
    }

    /// Its readers are those who expected the work.
    @Test(arguments: [Phase.scheduled, .cancelled])
    func listOfAComponentGetsTheUpdateThatRemovesIt(phase: Phase) throws {
        var sample = sample
        var update = Sample.update(phase, "2026-11-19T10:00", "Not the shop.")
        if phase == .scheduled { update.changes = [StatusChange(1, .operational)] }
        sample.page.maintenance = [
            Sample.record("move", "We move", [update]).maintenance(
                from: Sample.at("2026-12-01T22:05"), until: Sample.at("2026-12-02T03:00"),
                components: [StatusChange(1, .underMaintenance)])
        ]
        let announcement = try sample.announcement(of: "move", update: 0)
        let mailbox = try sample.announcer().messages([announcement], as: .email)
        #expect(mailbox.contains("To: status-shop@lists.example.com"), "\(mailbox)")
    }

    @Test func writtenTwiceItIsTheSame() throws {
        let first = try sample.message(.email, update: 1)
        var later = sample
        later.now = Sample.at("2026-11-20T18:00")
        #expect(try later.message(.email, update: 1) == first)
    }

    @Test func recipientsAndTheTeamAreNoList() throws {
        var named = sample
        named.recipients = [try #require(Mailbox("ada@example.com"))]
        var team = sample
        team.audience = .internal
        for sample in [named, team] {
            let message = try sample.message(.email, update: 1)
            #expect(!message.contains("List-Id") && !message.contains("lists.example.com"))
        }
    }

    @Test func siteWithListsOfComponentsWritesToThoseAlone() throws {
        var sample = sample
        sample.page.mailingList = nil
        #expect(
            try messages(sample, update: 0).map { $0.contains("To: status-shop@lists.example.com") } == [true]
        )
        sample.page.components[1].mailingList = nil
        #expect(try sample.message(.email, update: 0) == "")
    }

    @Test(.enabled(if: Python.isThere)) func anotherProgramReadsHowToLeave() throws {
        var sample = sample
        sample.page.components[1].mailingList = nil
        sample.page.title = "Störungen, Karten"
        let read = try EmailOracle.read(sample.message(.email, update: 1))
        #expect(read.defects == [])
        #expect(read.headers["List-Id"]?.contains("<status.lists.example.com>") == true)
        #expect(read.headers["List-Unsubscribe"] == "<https://lists.example.com/status/leave>")
        #expect(read.texts[0].contains("Unsubscribe: https://lists.example.com/status/leave"))
        #expect(
            read.texts[1].contains(
                #"<a href="https://lists.example.com/status/leave">Unsubscribe</a>"#))
    }
}
