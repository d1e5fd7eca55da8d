import StatusModel
import TestSupport
import Testing

/// What the public sees of a page at an instant, and what it is next to see by itself.
struct StatusPageSeenTests {
    private let now = Instant(seconds: 1_767_225_600)

    @Test func internalRecordsAreGone() {
        var page = page
        page.incidents = [incident("seen", -60), incident("hidden", -60, visibility: .internal)]
        page.maintenance = [window("hidden", from: 60, visibility: .internal)]
        page.notices = [notice("hidden", from: -60, visibility: .internal)]
        let seen = page.seen(by: .public, at: now)
        #expect(seen.incidents.map(\.slug) == ["seen"])
        #expect(seen.maintenance.isEmpty)
        #expect(seen.notices.isEmpty)
    }

    @Test func whatLiesAheadHasNotHappened() {
        var page = page
        var current = incident("current", -60, updates: [-60, 0, 60])
        (current.detectedAt, current.acknowledgedAt, current.until) = (now + 1, now, now + 60)
        page.incidents = [incident("ahead", 60), current]
        page.notices = [notice("ahead", from: 60)]
        let seen = page.seen(by: .public, at: now)
        #expect(seen.incidents.map(\.slug) == ["current"])
        #expect(seen.incidents.first?.updates.map(\.at) == [now - 60, now])
        #expect(seen.incidents.first?.detectedAt == nil)
        #expect(seen.incidents.first?.acknowledgedAt == now)
        #expect(seen.incidents.first?.until == nil)
        #expect(seen.notices.isEmpty)
    }

    @Test(arguments: [Audience.public, .internal])
    func postMortemIsNotPublishedBeforeItsDay(audience: Audience) {
        var (page, made) = (page, incident("one", -60, updates: [-60]))
        made.postMortem = PostMortem(title: "Post-mortem")
        made.postMortem?.introduction = Prose(html: ["<p>So</p>\n"], text: "So")
        // `now` is the first instant of 2026.
        made.postMortem?.publishedOn = Day(year: 2026, month: 1, day: 2)
        page.incidents = [made]
        func publishedOn(at instant: Instant) -> Day? {
            page.seen(by: audience, at: instant).incidents.first?.postMortem?.publishedOn
        }
        #expect(publishedOn(at: now + 86_399) == nil)
        #expect(publishedOn(at: now + 86_400) == Day(year: 2026, month: 1, day: 2))
        #expect(page.nextEvent(after: now, for: audience) == now + 86_400)
        page.incidents[0].postMortem?.visibility = .internal
        #expect(page.nextEvent(after: now, for: .public) == nil)
    }

    @Test func postMortemIsADraftUntilItIsPublished() throws {
        var (page, made) = (page, incident("one", -86_400, updates: [-60]))
        var postMortem = PostMortem(title: "Post-mortem")
        postMortem.introduction = Prose(html: ["<p>So</p>\n"], text: "So")
        postMortem.scheduledAt = now + 3_600
        postMortem.impact = [Record.Detail(label: "users", text: "about 500")]
        made.postMortem = postMortem
        page.incidents = [made]
        func seen(by audience: Audience, at instant: Instant) throws -> Record {
            try #require(page.seen(by: audience, at: instant).incidents.first)
        }
        #expect(try seen(by: .public, at: now).postMortem == nil)
        #expect(try seen(by: .public, at: now).knownImpact.isEmpty)
        #expect(try seen(by: .internal, at: now).postMortem == postMortem)
        #expect(try seen(by: .internal, at: now).knownImpact.map(\.text) == ["about 500"])
        // Berlin's 2 January begins at 23:00 UTC.
        page.zone = Zone(name: "Europe/Berlin", offset: 3_600)
        page.incidents[0].postMortem?.publishedOn = Day(year: 2026, month: 1, day: 2)
        #expect(try seen(by: .public, at: now + 82_799).postMortem == nil)
        #expect(try seen(by: .public, at: now + 82_800).knownImpact.map(\.text) == ["about 500"])
    }

    @Test func postMortemThatSaysNothingIsNotPublished() throws {
        var (page, made) = (page, incident("one", -86_400, updates: [-60]))
        var postMortem = PostMortem(title: "Post-mortem")
        postMortem.publishedOn = Day(year: 2026, month: 1, day: 1)
        postMortem.sections = [PostMortem.Section(kind: .summary, title: "Summary", prose: .empty)]
        func seen(by audience: Audience) throws -> Record {
            made.postMortem = postMortem
            page.incidents = [made]
            return try #require(page.seen(by: audience, at: now).incidents.first)
        }
        #expect(try seen(by: .internal).postMortem == nil)
        #expect(try seen(by: .public).postMortem == nil && !seen(by: .public).hasInternalPostMortem)
        // When it is to be held, and that it is internal, the team goes on seeing.
        postMortem.scheduledAt = now + 60
        #expect(try seen(by: .internal).postMortem?.scheduledAt == now + 60)
        #expect(try seen(by: .internal).postMortem?.publishedOn == nil)
        #expect(try seen(by: .public).postMortem == nil)
        postMortem.sections[0].actionItems = [ActionItem(text: "Alarm", isDone: false)]
        #expect(try seen(by: .public).postMortem?.actionItems.map(\.text) == ["Alarm"])
        // The public has none of one that is internal to its last line, and is not told that it is missing.
        postMortem.sections[0].actionItems[0].isInternal = true
        #expect(try seen(by: .public).postMortem == nil && seen(by: .public).hasInternalPostMortem)
        #expect(try seen(by: .internal).postMortem?.publishedOn == postMortem.publishedOn)
    }

    @Test func linesOfTheTeamAreGone() throws {
        var (page, made) = (page, incident("one", -60, updates: [-60]))
        let secret = Record.Detail(label: "revenue", text: "5", isInternal: true)
        made.impact = [secret, Record.Detail(label: "users", text: "9")]
        var postMortem = PostMortem(title: "Post-mortem")
        postMortem.publishedOn = Day(year: 2026, month: 1, day: 1)
        postMortem.impact = [secret]
        postMortem.introduction = Prose(html: ["secret"], text: "secret")
        postMortem.publicIntroduction = Prose(html: ["told"], text: "told")
        var told = PostMortem.Section(
            kind: .impact,
            title: "Impact",
            prose: Prose(html: ["secret"], text: "secret")
        )
        told.publicProse = Prose(html: ["told"], text: "told")
        told.timeline = [PostMortem.TimelineEntry(time: "17:00", prose: .empty)]
        told.timeline[0].isInternal = true
        told.actionItems = [ActionItem(text: "a", isDone: true)]
        told.actionItems[0].isInternal = true
        var emptied = PostMortem.Section(
            kind: .other,
            title: "Money",
            prose: Prose(html: ["secret"], text: "secret")
        )
        emptied.publicProse = .empty
        var hidden = PostMortem.Section(kind: .other, title: "Costs", prose: Prose(html: ["x"], text: "x"))
        hidden.isInternal = true
        postMortem.sections = [told, emptied, hidden]
        made.postMortem = postMortem
        page.incidents = [made]

        let record = try #require(page.seen(by: .public, at: now).incidents.first)
        #expect(record.knownImpact == [Record.Detail(label: "users", text: "9")])
        #expect(
            record.postMortem?.introduction.text == "told" && record.postMortem?.publicIntroduction == nil
        )
        #expect(record.postMortem?.sections.map(\.title) == ["Impact"])
        let section = try #require(record.postMortem?.sections.first)
        #expect(section.prose.text == "told" && section.timeline.isEmpty && section.actionItems.isEmpty)
        #expect(page.seen(by: .internal, at: now).incidents.first?.postMortem == postMortem)
    }

    @Test func incidentRaisedToAPublicLevelShowsTheUpdatesFromThereOn() throws {
        var page = page
        page.severities = [Severity(level: "SEV-1"), Severity(level: "SEV-4")]
        page.severities[1].visibility = .internal
        page.severities[1].name = "Secret"
        var made = incident("one", -600, updates: [-500, -400, -300])
        made.severity = 1
        made.components = [StatusChange(0, .majorOutage)]
        made.summary = Prose(html: ["secret"], text: "secret")
        made.updates[0].prose = made.summary
        made.updates[0].rootCause = "secret"
        made.updates[0].changes = [StatusChange(1, .partialOutage)]
        made.updates[1].severity = 0
        made.firstPublicUpdate = 1
        page.incidents = [made]

        let seen = page.seen(by: .public, at: now)
        let incident = try #require(seen.incidents.first)
        #expect(
            incident.summary.isEmpty && incident.updates.map(\.at) == [now - 400, now - 300]
        )
        #expect(incident.from == now - 600 && incident.severity == 0 && incident.highestSeverity == 0)
        #expect(incident.declaredAtFirst == [StatusChange(0, .majorOutage), StatusChange(1, .partialOutage)])
        #expect(incident.untoldUpdates.map(\.at) == [now - 500])
        #expect(incident.untoldUpdates[0].prose.isEmpty && incident.untoldUpdates[0].rootCause == nil)
        // Nobody has met the internal level.
        #expect(seen.severities[1].name == nil)
        let team = try #require(page.seen(by: .internal, at: now).incidents.first)
        #expect(team.updates.count == 3 && team.severity == 1 && team.untoldUpdates.isEmpty)
        // Before it was raised it was internal.
        #expect(page.seen(by: .public, at: now - 401).incidents.isEmpty)
    }

    @Test func maintenanceToComeIsSeen() {
        var page = page
        page.maintenance = [window("planned", from: 3_600)]
        #expect(page.seen(by: .public, at: now).maintenance.map(\.slug) == ["planned"])
    }

    @Test func internalsOfPublicRecordsAreGone() throws {
        var made = incident("one", -60, updates: [-60])
        made.internalDetails = [Record.Detail(label: "lead", text: "Ada")]
        made.tickedItems = ["All services healthy"]
        made.escalations = [Record.MadeEscalation(of: "CTO", at: made.from)]
        (made.ticket, made.ticketProse) = ("*7*", InlineProse("*7*", text: "7", html: "<em>7</em>"))
        made.updates[0].escalatedTo = ["On-call lead"]
        var postMortem = PostMortem(title: "Post-mortem")
        postMortem.publishedOn = Day(year: 2026, month: 1, day: 1)
        var section = PostMortem.Section(kind: .actionItems, title: "Action items", prose: .empty)
        section.actionItems = [
            ActionItem(text: "Add an alarm", isDone: false, owner: "Ada", ticket: "OPS-12")
        ]
        postMortem.sections = [section]
        made.postMortem = postMortem
        var page = page
        page.incidents = [made]

        let seen = try #require(page.seen(by: .public, at: now).incidents.first)
        #expect(seen.internalDetails.isEmpty && seen.tickedItems.isEmpty && seen.escalations.isEmpty)
        #expect(seen.ticket == "*7*" && seen.ticketProse == nil)
        #expect(seen.updates.flatMap(\.escalatedTo).isEmpty)
        #expect(seen.postMortem?.actionItems == [ActionItem(text: "Add an alarm", isDone: false)])

        page.incidents[0].postMortem?.visibility = .internal
        #expect(page.seen(by: .public, at: now).incidents.first?.postMortem == nil)
    }

    @Test func publicSeesOfTheSeverityPolicyWhatReadersNeed() throws {
        var severity = Severity(level: "SEV-1")
        severity.definition = ["All is down"]
        severity.updateEvery = 900
        severity.responders = "All hands"
        severity.acknowledgeWithin = 300
        severity.notifications = [Severity.Notification(channel: "phone")]
        severity.escalations = [Severity.Escalation(.after(900), to: "CTO")]
        severity.checklists = [Checklist(.resolved, ["Alarms reset"])]
        var page = page
        page.severities = [severity]

        let seen = try #require(page.seen(by: .public, at: now).severities.first)
        var expected = Severity(level: "SEV-1")
        expected.definition = ["All is down"]
        expected.updateEvery = 900
        #expect(seen == expected)
        #expect(page.seen(by: .internal, at: now).severities == [severity])
    }

    @Test func nextEventIsTheNearestAhead() {
        var page = page
        #expect(page.nextEvent(after: now, for: .public) == nil)
        page.incidents = [incident("past", -600, updates: [-600, 500])]
        #expect(page.nextEvent(after: now, for: .public) == now + 500)
        page.maintenance = [window("planned", from: 400)]
        #expect(page.nextEvent(after: now, for: .public) == now + 400)
        page.notices = [notice("note", from: -60, until: 300)]
        #expect(page.nextEvent(after: now, for: .public) == now + 300)
        page.incidents.append(incident("hidden", 10, visibility: .internal))
        #expect(page.nextEvent(after: now, for: .public) == now + 300)
        #expect(page.nextEvent(after: now, for: .internal) == now + 10)
        // Only the team sees who was called in.
        page.incidents[0].escalations = [Record.MadeEscalation(of: "CTO", at: now + 5)]
        #expect(page.nextEvent(after: now, for: .public) == now + 300)
        #expect(page.nextEvent(after: now, for: .internal) == now + 5)
    }

    @Test func runningMaintenanceEndsByTheClock() {
        var page = page
        page.maintenance = [window("running", from: -60)]
        #expect(page.nextEvent(after: now, for: .public) == now + 3_540)
        #expect(page.nextEvent(after: now + 3_540, for: .public) == nil)
    }

    private var page: StatusPage { StatusPage(title: "Example", url: "https://status.example.com") }

    private func record(_ slug: String, _ visibility: Visibility) -> Record {
        var record = Record(id: slug, slug: slug, path: "incidents/\(slug).md", title: slug)
        record.visibility = visibility
        return record
    }

    private func incident(
        _ slug: String,
        _ from: Int,
        updates: [Int] = [],
        visibility: Visibility = .public
    ) -> Record {
        var made = record(slug, visibility).incident(severity: 0, startedAt: now + from)
        made.updates = updates.map { Update(phase: .investigating, at: now + $0) }
        return made
    }

    private func window(_ slug: String, from: Int, visibility: Visibility = .public) -> Record {
        record(slug, visibility).maintenance(from: now + from, until: now + from + 3_600)
    }

    private func notice(
        _ slug: String,
        from: Int,
        until: Int? = nil,
        visibility: Visibility = .public
    ) -> Record {
        record(slug, visibility).notice(from: now + from, until: until.map { now + $0 })
    }
}
