import StatusModel
import TestSupport
import Testing

@testable import StatusSite

/// A site that moves to another address and keeps its ids. Both hosts have the same length, so that lines are folded at the
/// same places.
@Suite struct IdentityAddressTests {
    private static let hosts = (old: "status.example.com", new: "health.example.org")

    private let moved: StatusPage

    init() {
        var page = Sample.full
        (page.url, page.idsFrom) = ("https://" + Self.hosts.new, "https://" + Self.hosts.old)
        moved = page
    }

    @Test(arguments: [Audience.public, .internal])
    func siteThatMovedDiffersInItsHostAlone(audience: Audience) throws {
        let before = try RenderedSite(Sample.full, for: audience)
        let after = try RenderedSite(moved, for: audience)
        #expect(after.paths == before.paths)
        for path in before.paths {
            #expect(after[path].unfolded.onOldHost == before[path].unfolded, "\(path)")
            #expect(after[path].ids == before[path].ids, "\(path)")
        }
        #expect(after["feed.json"].contains("\"url\":\"https://\(Self.hosts.new)/incidents/"))
    }

    @Test func siteThatMovedWithoutItsFormerAddressHasOtherIDs() throws {
        var page = moved
        page.idsFrom = nil
        let (before, after) = (try RenderedSite(Sample.full), try RenderedSite(page))
        for path in ["feed.xml", "atom.xml", "calendar.ics"] {
            #expect(!before[path].ids.isEmpty, "\(path)")
            #expect(Set(before[path].ids).isDisjoint(with: after[path].ids), "\(path)")
        }
        #expect(after["api/v2/status.json"].onOldHost != before["api/v2/status.json"])
    }

    @Test(arguments: Announcer.Format.allCases)
    func messagesOfASiteThatMovedDifferInItsHostAlone(format: Announcer.Format) throws {
        let sample = AnnouncementSample()
        var other = sample
        (other.page.url, other.page.idsFrom) = (moved.url, moved.idsFrom)
        let (before, after) = (try sample.message(format), try other.message(format))
        #expect(after.onOldHost == before)
        #expect(after.ids == before.ids)
    }

    @Test func mailComesFromTheNewHostAndAnswersWhatTheOldOneSent() throws {
        var sample = AnnouncementSample()
        let before = try sample.message(.email).ids
        (sample.page.url, sample.page.idsFrom) = (moved.url, moved.idsFrom)
        let after = try sample.message(.email)
        // The message's own, and that of the first, twice.
        #expect(after.ids == before && before.count == 3)
        #expect(after.contains("<status@\(Self.hosts.new)>"))
        sample.page.idsFrom = nil
        #expect(try sample.message(.email).ids != before)
    }

    @Test func topicThatReadersFollowStays() {
        var page = StatusPage(title: "状態", url: "https://\(Self.hosts.new)")
        page.idsFrom = "https://\(Self.hosts.old)"
        #expect(page.channelName(separator: "-", limit: 64) == "status-example-com")
    }
}

extension String {
    /// What the lines hold by which programs tell entries, events and messages apart, as they stand.
    fileprivate var ids: [String] {
        let marks = ["<guid ", "<id>", "UID:", "Message-ID:", "In-Reply-To:", "References:"]
        return unfolded.split(whereSeparator: \.isNewline).map(String.init).filter { line in
            marks.contains { line.drop { $0 == " " }.hasPrefix($0) }
        }
    }

    fileprivate var unfolded: String { replacing("\r\n ", with: "") }

    fileprivate var onOldHost: String { replacing("health.example.org", with: "status.example.com") }
}
