import StatusModel
import TestSupport
import Testing

@testable import StatusSite

@Suite struct AnnouncementTests {
    @Test func firstWordIsAFirstNoticeAndTheLastAResolution() throws {
        let sample = AnnouncementSample()
        let kinds = try (0...2).map { try sample.announcement(update: $0).kind }
        #expect(kinds == [.firstNotice, .update, .resolution])
        #expect(try sample.announcement().kind == .resolution)
    }

    @Test func anUpdateTellsHowThingsStoodWhenItWasSaid() throws {
        let sample = AnnouncementSample()
        let first = try sample.announcement(update: 0)
        #expect(first.components == [StatusChange(0, .partialOutage), StatusChange(1, .degradedPerformance)])
        #expect(first.severity?.level == "SEV-2")
        #expect(first.rootCause == nil && first.endsAt == nil)
        // 9:58 to 10:05.
        #expect(first.duration == 420)
        let second = try sample.announcement(update: 1)
        #expect(second.components == [StatusChange(0, .partialOutage), StatusChange(1, .operational)])
        #expect(second.severity?.level == "SEV-1")
        #expect(second.rootCause == "a sensor of the door")
    }

    @Test func aResolutionTellsTheWorstAndTheWholeDuration() throws {
        let resolution = try AnnouncementSample().announcement()
        #expect(
            resolution.components == [StatusChange(0, .partialOutage), StatusChange(1, .degradedPerformance)]
        )
        #expect(resolution.severity?.level == "SEV-1")
        // 9:58 to 10:50.
        #expect(resolution.duration == 3_120)
        #expect(resolution.estimate == nil)
    }

    @Test func causeAndFixComeFromThePostMortemWhereNoUpdateNamesThem() throws {
        let sample = AnnouncementSample { incident in
            incident.updates[1].rootCause = nil
            incident.postMortem = postMortem
        }
        let resolution = try sample.announcement()
        #expect(resolution.rootCause == "The door was ajar.")
        #expect(resolution.fix == "It was shut.")
        // What was said before does not know the post-mortem.
        let earlier = try sample.announcement(update: 1)
        #expect(earlier.rootCause == nil && earlier.postMortem == nil)
        let known = #""impact":[{"label":"orders_late","text":"37"}"#
        #expect(try sample.message(.json).contains(known + #",{"label":"maps burnt","text":"twelve"}]"#))
        #expect(try sample.message(.json, update: 1).contains(known + "]"))
    }

    @Test func nothingOfADraftIsToldToThePublic() throws {
        var sample = AnnouncementSample { incident in
            incident.updates[1].rootCause = nil
            incident.postMortem = postMortem
            incident.postMortem?.publishedOn = nil
        }
        for update in 0...2 {
            for format in Announcer.Format.allCases {
                let message = try sample.message(format, update: update)
                #expect(
                    !message.contains("ajar") && !message.contains("twelve") && !message.contains("Ask twice")
                )
            }
        }
        sample.audience = .internal
        #expect(try sample.announcement().rootCause == "The door was ajar.")
    }

    @Test func publishedPostMortemHasAMessageOfItsOwn() throws {
        let sample = AnnouncementSample { incident in
            incident.postMortem = postMortem
            incident.postMortem?.introduction = Sample.prose("A door was left ajar.")
        }
        let page = sample.page.seen(by: .public, at: Sample.now)
        let announcement = try #require(Self.postMortem(on: page))
        // Resolved at 10:50 of the day it was published on.
        #expect(announcement.kind == .postMortem && announcement.at == Sample.at("2026-11-20T10:50"))
        #expect(announcement.address == "https://status.example.com/incidents/oven-door.html#post-mortem")
        #expect(announcement.prose.text == "A door was left ajar.")
        #expect(announcement.rootCause == "a sensor of the door" && announcement.nextSteps.count == 1)
        var draft = sample.page
        draft.incidents[0].postMortem?.publishedOn = nil
        let seen = draft.seen(by: .public, at: Sample.now)
        #expect(Self.postMortem(on: seen) == nil)
    }

    private static func postMortem(on page: StatusPage) -> Announcement? {
        let record = page.records.first { $0.slug == "oven-door" }
        let news = record?.news(by: Sample.now, in: page.zone).last { $0.event == .postMortem }
        return news.flatMap { news in record.flatMap { Announcement(news, of: $0, on: page, now: Sample.now) }
        }
    }

    @Test func openActionItemsAndAPlannedPostMortemComeNext() throws {
        let sample = AnnouncementSample { $0.postMortem = postMortem }
        let json = try sample.message(.json)
        #expect(json.contains(#""next_steps":["Ask twice (due 27 Nov 2026)"]"#))
        #expect(json.contains(#"oven-door.html#post-mortem""#))
        var planned = AnnouncementSample {
            $0.postMortem = PostMortem(title: "Post-mortem")
            $0.postMortem?.scheduledAt = Sample.at("2026-11-21T09:00")
        }
        #expect(try planned.message(.json).contains(#""next_steps":[],"post_mortem_url":null"#))
        planned.audience = .internal
        let next =
            #""next_steps":["Post-mortem scheduled for 21 Nov 2026, 09:00 UTC"],"post_mortem_url":null"#
        #expect(try planned.message(.json).contains(next))
    }

    @Test func theTeamReadsWhatIsDueAndWhoseItIsAndThePublicDoesNot() throws {
        var sample = AnnouncementSample()
        sample.page.severities[0].postMortem = Severity.PostMortemDuty(isRequired: true, within: 172_800)
        #expect(try sample.announcement().nextSteps.isEmpty)
        #expect(try sample.announcement(update: 1).internals.isEmpty)
        sample.audience = .internal
        // Two days after 20 Nov, 10:50.
        #expect(try sample.message(.json).contains("Post-mortem due by 22 Nov 2026, 10:50 UTC"))
        let details = try sample.message(.markdown, update: 1)
        #expect(details.contains("- **Lead (internal):** Ada\n- **Escalated to (internal):** Head baker\n"))
        #expect(
            try sample.message(.json, update: 1).contains(#"{"label":"escalated to","text":"Head baker"}"#)
        )
    }

    @Test func theWayThatLedThereIsToldInOrder() throws {
        let steps = try AnnouncementSample().announcement().timeline.map {
            $0.at - Sample.at("2026-11-20T09:58")
        }
        #expect(steps == [0, 120, 420, 1_020, 3_120])
        #expect(try AnnouncementSample().announcement(update: 0).timeline.count == 3)
    }

    @Test func maintenanceAndNoticesAreToldWithTheirTimes() throws {
        let sample = AnnouncementSample(of: Sample.full)
        let planned = try sample.announcement(of: "new-database")
        #expect(planned.kind == .maintenance && planned.phase == .scheduled && planned.duration == nil)
        #expect(try sample.message(.markdown, of: "new-database").contains("22 Nov 2026, 02:00–04:00 UTC"))
        let notice = try sample.announcement(of: "holidays")
        #expect(notice.kind == .notice && notice.phase == nil && notice.severity == nil)
    }

    /// Readers of the heading alone know whether the work takes place.
    @Test(
        arguments: [
            (.scheduled, "2026-12-01T21:05", "Maintenance", "Ovens (maintenance)"),
            (.completed, "2026-12-01T23:05", "Maintenance completed", "Ovens (was: maintenance)"),
            (.cancelled, "2026-12-01T23:05", "Maintenance cancelled", "Ovens (was: maintenance)"),
            // Before it began, it affected nothing.
            (.cancelled, "2026-12-01T21:05", "Maintenance cancelled", nil),
        ] as [(Phase, String, String, String?)])
    func headingSaysHowMaintenanceEnds(phase: Phase, time: String, heading: String, affected: String?) throws
    {
        var sample = AnnouncementSample(of: Sample.empty)
        let updates = [
            Sample.update(.scheduled, "2026-12-01T20:05", "We will move."),
            Sample.update(phase, time, "More about it."),
        ]
        sample.page.maintenance = [
            Sample.record("move", "We move", updates).maintenance(
                from: Sample.at("2026-12-01T22:05"), until: Sample.at("2026-12-02T03:00"),
                components: [StatusChange(0, .underMaintenance)])
        ]
        sample.now = Sample.at("2026-12-02T06:00")
        let message = try sample.message(.markdown, of: "move", update: 1)
        #expect(message.hasPrefix("## \(heading): We move\n"), "\(message)")
        #expect(message.contains("Affected:") == (affected != nil), "\(message)")
        #expect(affected.map { message.contains($0) } ?? true, "\(message)")
        let slack = try sample.message(.slack, of: "move", update: 1)
        #expect(slack.contains("\"\(heading): We move\""), "\(slack)")
        let json = try sample.message(.json, of: "move", update: 1)
        #expect(json.contains(#""components":[]"#) == (affected == nil), "\(json)")
    }

    @Test func recordWithoutUpdatesIsAnnouncedByItsSummary() throws {
        let sample = AnnouncementSample {
            $0.updates = []
            $0.summary = Sample.prose("Something is odd.")
        }
        let announcement = try sample.announcement()
        #expect(announcement.kind == .firstNotice && announcement.prose.text == "Something is odd.")
        // The incident's page has no update to lead to.
        #expect(announcement.address == "https://status.example.com/incidents/oven-door.html")
    }

    @Test func whatIsNotThereIsNotAnnounced() {
        let page = AnnouncementSample().page.seen(by: .public, at: Sample.now)
        #expect(Announcement(of: "nothing", on: page, now: Sample.now) == nil)
        #expect(Announcement(of: "oven-door", update: 3, on: page, now: Sample.now) == nil)
        #expect(Announcement(of: "oven-door", update: -1, on: page, now: Sample.now) == nil)
    }

    private var postMortem: PostMortem {
        var postMortem = PostMortem(title: "Post-mortem")
        postMortem.publishedOn = Day(year: 2026, month: 11, day: 20)
        postMortem.impact = [
            Record.Detail(label: "maps burnt", text: "twelve"),
            Record.Detail(label: "revenue", text: "SECRET", isInternal: true),
        ]
        var actions = PostMortem.Section(kind: .actionItems, title: "Action items", prose: .empty)
        actions.actionItems = [
            ActionItem(text: "Shut the door", isDone: true),
            ActionItem(
                text: "Ask twice",
                isDone: false,
                owner: "SECRET",
                dueOn: Day(year: 2026, month: 11, day: 27),
                ticket: "SECRET"
            ),
        ]
        postMortem.sections = [
            PostMortem.Section(
                kind: .rootCause,
                title: "Root cause",
                prose: Sample.prose("The door was ajar.")
            ),
            PostMortem.Section(kind: .resolution, title: "Resolution", prose: Sample.prose("It was shut.")),
            actions,
        ]
        return postMortem
    }
}
