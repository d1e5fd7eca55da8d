import StatusModel
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
        #expect(seen.incidents.map(\.record.slug) == ["seen"])
        #expect(seen.maintenance.isEmpty)
        #expect(seen.notices.isEmpty)
    }

    @Test func whatLiesAheadHasNotHappened() {
        var page = page
        var current = incident("current", -60, updates: [-60, 0, 60])
        (current.detectedAt, current.acknowledgedAt, current.endedAt) = (now + 1, now, now + 60)
        page.incidents = [incident("ahead", 60), current]
        page.notices = [notice("ahead", from: 60)]
        let seen = page.seen(by: .public, at: now)
        #expect(seen.incidents.map(\.record.slug) == ["current"])
        #expect(seen.incidents.first?.record.updates.map(\.at) == [now - 60, now])
        #expect(seen.incidents.first?.detectedAt == nil)
        #expect(seen.incidents.first?.acknowledgedAt == now)
        #expect(seen.incidents.first?.endedAt == nil)
        #expect(seen.notices.isEmpty)
    }

    @Test(arguments: [Audience.public, .internal])
    func postMortemIsNotPublishedBeforeItsDay(audience: Audience) {
        var (page, made) = (page, incident("one", -60, updates: [-60]))
        made.record.postMortem = PostMortem(title: "Post-mortem")
        // `now` is the first instant of 2026.
        made.record.postMortem?.publishedOn = Day(year: 2026, month: 1, day: 2)
        page.incidents = [made]
        func publishedOn(at instant: Instant) -> Day? {
            page.seen(by: audience, at: instant).incidents.first?.record.postMortem?.publishedOn
        }
        #expect(publishedOn(at: now + 86_399) == nil)
        #expect(publishedOn(at: now + 86_400) == Day(year: 2026, month: 1, day: 2))
        #expect(page.nextEvent(after: now, for: audience) == now + 86_400)
    }

    @Test func maintenanceToComeIsSeen() {
        var page = page
        page.maintenance = [window("planned", from: 3_600)]
        #expect(page.seen(by: .public, at: now).maintenance.map(\.record.slug) == ["planned"])
    }

    @Test func internalsOfPublicRecordsAreGone() throws {
        var made = incident("one", -60, updates: [-60])
        made.record.internalDetails = [Record.Detail(label: "lead", text: "Ada")]
        made.record.tickedItems = ["All services healthy"]
        made.record.updates[0].escalatedTo = ["On-call lead"]
        var account = PostMortem(title: "Post-mortem")
        var section = PostMortem.Section(kind: .actionItems, title: "Action items", prose: .empty)
        section.actionItems = [
            ActionItem(text: "Add an alarm", isDone: false, owner: "Ada", ticket: "OPS-12")
        ]
        account.sections = [section]
        made.record.postMortem = account
        var page = page
        page.incidents = [made]

        let seen = try #require(page.seen(by: .public, at: now).incidents.first?.record)
        #expect(seen.internalDetails.isEmpty && seen.tickedItems.isEmpty)
        #expect(seen.updates.flatMap(\.escalatedTo).isEmpty)
        #expect(seen.postMortem?.actionItems == [ActionItem(text: "Add an alarm", isDone: false)])

        page.incidents[0].record.postMortem?.visibility = .internal
        #expect(page.seen(by: .public, at: now).incidents.first?.record.postMortem == nil)
    }

    @Test func publicSeesOfTheSeverityPolicyWhatReadersNeed() throws {
        var severity = Severity(level: "SEV-1")
        severity.definition = ["All is down"]
        severity.updateEvery = 900
        severity.responders = "All hands"
        severity.acknowledgeWithin = 300
        severity.notifications = [Severity.Notification(channel: "phone")]
        severity.escalations = [Severity.Escalation(.after(900), to: "CTO")]
        severity.checklist = ["Alarms reset"]
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
    ) -> Incident {
        var made = Incident(record: record(slug, visibility), severity: 0, startedAt: now + from)
        made.record.updates = updates.map { Update(phase: .investigating, at: now + $0) }
        return made
    }

    private func window(_ slug: String, from: Int, visibility: Visibility = .public) -> MaintenanceWindow {
        MaintenanceWindow(
            record: record(slug, visibility),
            from: now + from,
            until: now + from + 3_600
        )
    }

    private func notice(
        _ slug: String,
        from: Int,
        until: Int? = nil,
        visibility: Visibility = .public
    ) -> Notice {
        Notice(record: record(slug, visibility), from: now + from, until: until.map { now + $0 })
    }
}
