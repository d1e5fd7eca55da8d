import StatusModel
import TestSupport
import Testing

@testable import Reliability

/// February 2026 has 28 days, 2,419,200 s, and a budget of 2,419.2 s at 99.9 %.
@Suite struct PeriodReportTests {
    private let february = Period.month(year: 2026, month: 2)

    /// Two components, and four incidents around February: one from January into it, two within it, one
    /// from it into March.
    private func sample() throws -> StatusPage {
        var api = component("api")
        api.target = Target(millionths: 999_000)
        var first = try incident("first", from: at("2026-02-10T10:00Z"), resolved(at("2026-02-10T10:20Z")))
        first.severity = 0
        return try page(api, component("web"), since: at("2026-01-01T00:00Z")).with(
            incident(
                "last",
                .degradedPerformance,
                from: at("2026-02-28T23:50Z"),
                resolved(at("2026-03-01T00:10Z"))
            ),
            incident(
                "second",
                [StatusChange(1, .partialOutage)],
                from: at("2026-02-20T08:00Z"),
                [resolved(at("2026-02-20T09:00Z"))]
            ),
            first,
            incident("january", from: at("2026-01-31T23:30Z"), resolved(at("2026-02-01T00:30Z")))
        )
    }

    private func report(_ period: Period, of page: StatusPage, at now: String) throws -> PeriodReport {
        let now = try at(now)
        return PeriodReport(of: period, on: page, history: page.history(now: now))
    }

    @Test func incidentCountsWhereItStarted() throws {
        let report = try report(february, of: sample(), at: "2026-03-15T00:00Z")
        #expect(report.standing == .ended)
        #expect(report.incidents.started == 3)
        #expect(report.incidents.openAtStart == 1)
        #expect(report.incidents.openAtEnd == 1)
        #expect(report.incidents.bySeverity == [1, 2])
        #expect(
            report.incidents.byComponent == [
                .init(component: 0, bySeverity: [1, 1]), .init(component: 1, bySeverity: [0, 1]),
            ]
        )
        #expect(report.restorations.map(\.seconds) == [1_200, 3_600, 1_200])
        #expect(report.restorations.map(\.incident) == [2, 1, 0])
        #expect(report.responses.all[.resolve].median == 1_200)
    }

    @Test func endedPeriodIsToldAsOfItsEnd() throws {
        let page = try page(component("api"), since: at("2026-01-01T00:00Z"))
            .with(incident(from: at("2026-02-28T12:00Z")))
        for now in ["2026-03-01T00:00Z", "2026-03-15T00:00Z", "2027-03-15T00:00Z"] {
            let report = try report(february, of: page, at: now)
            #expect(try report.asOf == at("2026-03-01T00:00Z"))
            let timeline = try #require(report.allIncidents.first).timeline
            #expect(timeline.affectedSeconds(asOf: report.asOf) == 12 * hour)
            #expect(report.restorations.isEmpty)
        }
        #expect(try report(february, of: page, at: "2026-02-10T00:00Z").asOf == at("2026-02-10T00:00Z"))
    }

    /// What came of it in March is no part of February's report, be it over by now.
    @Test func whatGotWorseSinceIsToldAsOfThePeriodsEndToo() throws {
        let start = try at("2026-02-28T12:00Z")
        let worse = says(.identified, at: start + 36 * hour, StatusChange(0, .majorOutage))
        let page = try page(component("api"), since: at("2026-01-01T00:00Z"))
            .with(incident("incident", .partialOutage, from: start, worse))
        let report = try report(february, of: page, at: "2026-03-15T00:00Z")
        #expect(report.responses.all.affectedSeconds == 12 * hour)
    }

    @Test func incidentResolvedAsThePeriodBeginsIsNotOpenThen() throws {
        let start = try at("2026-02-01T00:00Z")
        for (end, open) in [(start, 0), (start + 1, 1)] {
            let page = try page(component("api"), since: at("2026-01-01T00:00Z"))
                .with(incident(from: start - hour, resolved(end)))
            #expect(try report(february, of: page, at: "2026-03-15T00:00Z").incidents.openAtStart == open)
        }
    }

    @Test func downtimeCountsWhereItWasFelt() throws {
        let report = try report(february, of: sample(), at: "2026-03-15T00:00Z")
        // 1,800 s of January's incident and 1,200 s; 0.3 · 3,600 s.
        #expect(report.components.map(\.uptime.downtimeMilliseconds) == [3_000_000, 1_080_000])
        #expect(report.whole.componentTime.observedSeconds == 2 * 2_419_200)
        #expect(report.whole.componentTime.downtimeMilliseconds == 4_080_000)
        #expect(report.components.map { $0.budget?.consumedText } == ["124.01%", nil])
    }

    @Test func budgetGoesDownDayByDay() throws {
        let report = try report(february, of: sample(), at: "2026-03-15T00:00Z")
        let course = try #require(report.budgets.first)
        #expect(report.budgets.count == 1)
        #expect(course.points.count == 28)
        #expect(try course.points.first?.at == at("2026-02-02T00:00Z"))
        // 1,800 / 2,419.2 is 74.4047…, rounded up 74.41; 3,000 / 2,419.2 is 124.0079…, rounded up 124.01.
        #expect(course.points.prefix(9).allSatisfy { $0.leftBasisPoints == 2_559 })
        #expect(course.points.dropFirst(9).allSatisfy { $0.leftBasisPoints == -2_401 })
    }

    @Test func runningPeriodEndsNow() throws {
        let page = try sample().seen(by: .internal, at: at("2026-02-10T10:10Z"))
        let report = try report(february, of: page, at: "2026-02-10T10:10Z")
        #expect(report.standing == .running)
        #expect(report.incidents.started == 1)
        #expect(report.incidents.openAtEnd == 1)
        #expect(report.budgets.first?.points.count == 10)
        #expect(try report.budgets.first?.points.last?.at == at("2026-02-10T10:10Z"))
        // The budget is that of the whole month: 1,800 + 600 of 2,419.2 s are 99.2063…
        #expect(report.components.first?.budget?.consumedText == "99.21%")
        #expect(report.restorations.isEmpty)
    }

    @Test func yearsBudgetGoesDownWeekByWeek() throws {
        let report = try report(.year(2026), of: sample(), at: "2026-03-15T00:00Z")
        // 73 days are ten weeks and three days.
        #expect(report.budgets.first?.points.count == 11)
        #expect(try report.budgets.first?.points.first?.at == at("2026-01-08T00:00Z"))
    }

    @Test func periodBeforeIsThereWhereItHasFigures() throws {
        let before = try #require(try report(february, of: sample(), at: "2026-03-15T00:00Z").before)
        #expect(before.period == .month(year: 2026, month: 1))
        #expect(before.responses.incidents == 1)
        #expect(before.whole.componentTime.downtimeMilliseconds == 1_800_000)
        let january = try report(.month(year: 2026, month: 1), of: sample(), at: "2026-03-15T00:00Z")
        #expect(january.before == nil)
    }

    @Test(arguments: [
        ("2025-12", PeriodReport.Standing.beforeRecords(first: Day(daysSinceEpoch: 20_468))),
        ("2026-01", .ended), ("2026-Q1", .running), ("2026-03", .running), ("2026-04", .ahead),
    ])
    func periodStandsWhereItsDaysAre(name: String, standing: PeriodReport.Standing) throws {
        // 2026-01-15 is day 20,468: 56 years with 14 leap days, and 14 days.
        let page = try page(component("api"), since: at("2026-01-15T00:00Z"))
        let period = try #require(Period(named: name))
        #expect(try page.history(now: at("2026-03-15T00:00Z")).standing(of: period) == standing)
    }

    @Test func periodIsOverAtItsEnd() throws {
        let page = try page(component("api"), since: at("2026-01-15T00:00Z"))
        #expect(try page.history(now: at("2026-03-01T00:00Z")).standing(of: february) == .ended)
    }

    @Test func incidentsBeforeTheSiteAreLeftOut() throws {
        var page = try sample()
        page.since = try at("2026-02-15T00:00Z")
        let report = try report(february, of: page, at: "2026-03-15T00:00Z")
        #expect(report.incidents.started == 2)
        // January's was resolved by then, February's first too.
        #expect(report.incidents.openAtStart == 0)
        #expect(report.before == nil)
    }

    @Test func monthsAreThoseUpToThePeriodsEnd() throws {
        let months = try report(february, of: sample(), at: "2026-03-15T00:00Z").months
        #expect(months.map(\.month.description) == ["2026-01", "2026-02"])
        #expect(months.map(\.bySeverity) == [[0, 1], [1, 2]])
        var old = try sample()
        old.since = try at("2024-06-01T00:00Z")
        let quarter = try report(.quarter(year: 2026, quarter: 1), of: old, at: "2026-03-15T00:00Z")
        #expect(quarter.months.first?.month.description == "2025-04")
        #expect(quarter.months.count == 12)
        let year = try report(.year(2025), of: old, at: "2026-03-15T00:00Z")
        #expect(year.months.map(\.month.description).first == "2025-01")
        #expect(year.months.count == 12)
    }

    @Test func orderOfTheRecordsDoesNotMatter() throws {
        var page = try sample()
        let expected = try report(february, of: page, at: "2026-03-15T00:00Z")
        page.records.reverse()
        let reversed = try report(february, of: page, at: "2026-03-15T00:00Z")
        #expect(reversed.incidents == expected.incidents)
        #expect(reversed.restorations.map(\.incident) == [1, 2, 3])
        #expect(reversed.restorations.map(\.seconds) == expected.restorations.map(\.seconds))
    }
}

@Suite struct MaintenanceFiguresTests {
    @Test func hoursThatWindowsShareCountOnce() throws {
        let announced = try maintenance(
            "announced",
            from: at("2026-02-05T02:00Z"),
            until: at("2026-02-05T04:00Z"),
            says(.scheduled, at: at("2026-02-03T02:00Z"))
        )
        let silent = try maintenance(
            "silent",
            from: at("2026-02-05T03:00Z"),
            until: at("2026-02-05T05:00Z")
        )
        let cancelled = try maintenance(
            "cancelled",
            from: at("2026-02-06T03:00Z"),
            until: at("2026-02-06T05:00Z"),
            says(.scheduled, at: at("2026-02-03T02:00Z")),
            says(.cancelled, at: at("2026-02-05T00:00Z"))
        )
        let carried = try maintenance(
            "carried",
            from: at("2026-01-31T23:00Z"),
            until: at("2026-02-01T01:00Z")
        )
        let page = try page(component("api"), since: at("2026-01-01T00:00Z"))
            .with(maintenance: [cancelled, silent, announced, carried])
        let february = PeriodReport(
            of: .month(year: 2026, month: 2),
            on: page,
            history: page.history(now: try at("2026-03-01T00:00Z"))
        )
        // An hour of January's window, and 02:00 to 05:00.
        #expect(february.maintenance.seconds == 4 * hour)
        #expect(february.maintenance.windows == 2)
        #expect(february.maintenance.leadTime == Summary(of: [2 * day]))
        #expect(february.maintenance.unannounced == 1)
        #expect(february.whole.componentTime.maintenanceSeconds == 4 * hour)
    }

    @Test func plannedWindowIsNoMaintenanceYet() throws {
        let planned = try maintenance(from: at("2026-02-20T02:00Z"), until: at("2026-02-20T04:00Z"))
        let page = try page(component("api"), since: at("2026-01-01T00:00Z")).with(maintenance: [planned])
        let report = PeriodReport(
            of: .month(year: 2026, month: 2),
            on: page,
            history: page.history(now: try at("2026-02-20T03:00Z"))
        )
        #expect(report.maintenance.seconds == hour)
        let before = PeriodReport(
            of: .month(year: 2026, month: 2),
            on: page,
            history: page.history(now: try at("2026-02-19T03:00Z"))
        )
        #expect(before.maintenance.seconds == 0)
        #expect(before.maintenance.windows == 0)
    }
}

/// A post-mortem is required within a day of SEV-1, and of no other.
@Suite struct FollowUpFiguresTests {
    @Test func postMortemsAreDoneDueAndOverdue() throws {
        let report = try report(
            sev1("early", resolvedAt: "2026-02-02T10:00Z", published: (2, 3)),
            sev1("late", resolvedAt: "2026-02-03T10:00Z", published: (2, 6)),
            sev1("forgotten", resolvedAt: "2026-02-04T10:00Z", published: nil),
            sev1("fresh", resolvedAt: "2026-02-19T18:00Z", published: nil),
            sev1("open", resolvedAt: nil, published: nil),
            other("welcome", published: (2, 10))
        )
        let figures = report.postMortems
        #expect(figures.done == 2)
        #expect(figures.doneLate == 1)
        #expect(figures.due == 1)
        #expect(figures.overdue.map { report.allIncidents[$0].record.slug } == ["forgotten"])
        #expect(figures.toCome == 1)
        #expect(figures.voluntary == 1)
    }

    @Test func actionItemsAreOverdueTheDayAfter() throws {
        let items = [
            ActionItem(text: "done late", isDone: true, owner: "Zoe", dueOn: day(2, 1)),
            ActionItem(text: "no day", isDone: false),
            ActionItem(text: "today", isDone: false, owner: "Ann", dueOn: day(2, 20)),
            ActionItem(text: "yesterday", isDone: false, owner: "Zoe", dueOn: day(2, 19)),
        ]
        let figures = try report(other("only", published: (2, 10), items: items)).actionItems
        #expect(figures.done == 1)
        #expect(figures.open == 2)
        #expect(figures.overdue == 1)
        #expect(figures.pending.map(\.item.text) == ["yesterday", "today", "no day"])
        #expect(figures.byOwner.map(\.owner) == ["Ann", "Zoe", nil])
        #expect(figures.byOwner.map(\.open) == [1, 0, 1])
        #expect(figures.byOwner.map(\.overdue) == [0, 1, 0])
        #expect(figures.byOwner.map(\.done) == [0, 1, 0])
    }

    @Test func publicReportKnowsNoOwnersAndNoPolicy() throws {
        let items = [ActionItem(text: "a", isDone: false, owner: "Zoe")]
        let report = try report(other("only", published: (2, 10), items: items), for: .public)
        #expect(report.actionItems.pending.map(\.item.owner) == [nil])
        #expect(report.actionItems.byOwner.isEmpty)
        #expect(report.policy == nil)
    }

    @Test func policyIsTalliedWithItsSilencesAndEscalations() throws {
        // Updates at 9:00, 9:30 and 10:00; the lead is due at 9:20 and called at 9:30, the CTO is due at 9:50.
        var incident = try sev1("only", resolvedAt: "2026-02-02T10:00Z", published: (2, 3))
        incident.updates.insert(says(.investigating, at: try at("2026-02-02T09:00Z")), at: 0)
        incident.updates.insert(says(.identified, at: try at("2026-02-02T09:30Z")), at: 1)
        incident.updates[1].escalatedTo = ["Lead"]
        let policy = try #require(try report(incident).policy)
        #expect(policy.tally[.updates, 0].missed == 1)
        #expect(policy.tally[.postMortem].met == 1)
        #expect(policy.silences.map(\.seconds) == [30 * minute])
        #expect(policy.silences.map(\.limit) == [25 * minute])
        #expect(policy.escalationsMade == 1)
        #expect(policy.escalationsLate.map(\.step.to) == ["Lead"])
        #expect(policy.escalationsLate.map(\.step.lateSeconds) == [10 * minute])
        #expect(policy.escalationsMissed.map(\.step.to) == ["CTO"])
        #expect(policy.missed.map(\.judgement.rule) == [.updates])
        #expect(policy.missed.map(\.seconds) == [5 * minute])
    }

    /// Post-mortems are due a day after the end, at 10:00: one came at midnight 5 days later, another half as late, and the
    /// third never, which was 16 days and 2 hours ago.
    @Test func missedRuleNamesItsIncidents() throws {
        let report = try report(
            sev1("later", resolvedAt: "2026-02-05T10:00Z", published: (2, 11)),
            sev1("late", resolvedAt: "2026-02-04T10:00Z", published: (2, 8)),
            sev1("never", resolvedAt: "2026-02-03T10:00Z", published: nil))
        let policy = try #require(report.policy)
        let missed = policy.missed.filter { $0.judgement.rule == .postMortem }
        #expect(missed.map { report.allIncidents[$0.incident].record.slug } == ["never", "later", "late"])
        #expect(
            missed.map(\.seconds) == [
                16 * 24 * hour + 2 * hour, 4 * 24 * hour + 14 * hour, 2 * 24 * hour + 14 * hour,
            ])
        #expect(missed.map { $0.judgement.doneAt == nil } == [true, false, false])
    }

    @Test func watchingThatWasTooShortIsMissedByWhatItLacked() throws {
        var page = try page(component("api"), since: at("2026-01-01T00:00Z"))
        page.severities[0].watchFor = 30 * minute
        var incident = try sev1("only", resolvedAt: "2026-02-02T10:00Z", published: nil)
        incident.updates.insert(
            says(.monitoring, at: try at("2026-02-02T09:40Z"), StatusChange(0, .operational)), at: 0)
        page.incidents = [incident]
        let seen = page.seen(by: .internal, at: try at("2026-02-20T12:00Z"))
        let judged = PolicyCompliance(of: seen.incidents[0], on: seen, now: try at("2026-02-20T12:00Z"))
        // Watched for 20 of 30 minutes.
        #expect(judged.judgements.map { $0.missedBy(asOf: .distantFuture) } == [10 * minute])
    }

    private func report(_ incidents: Record..., for audience: Audience = .internal) throws -> PeriodReport {
        var page = try page(component("api"), since: at("2026-01-01T00:00Z"))
        page.severities[0].postMortem = Severity.PostMortemDuty(isRequired: true, within: 24 * hour)
        page.severities[0].updateEvery = 25 * minute
        page.severities[0].escalations = [
            Severity.Escalation(.after(20 * minute), to: "Lead"),
            Severity.Escalation(.after(50 * minute), to: "CTO"),
        ]
        page.incidents = incidents
        let now = try at("2026-02-20T12:00Z")
        let seen = page.seen(by: audience, at: now)
        return PeriodReport(of: .month(year: 2026, month: 2), on: seen, history: seen.history(now: now))
    }

    /// An incident of an hour.
    private func sev1(
        _ slug: String,
        resolvedAt: String?,
        published: (month: Int, day: Int)?
    ) throws -> Record {
        let end = try resolvedAt.map(at)
        var incident = incident(
            slug,
            [StatusChange(0, .degradedPerformance)],
            from: try end.map { $0 - hour } ?? at("2026-02-20T11:00Z"),
            end.map { [resolved($0)] } ?? []
        )
        incident.severity = 0
        incident.postMortem = postMortem(published, [])
        return incident
    }

    private func other(
        _ slug: String,
        published: (month: Int, day: Int)?,
        items: [ActionItem] = []
    ) throws -> Record {
        var incident = try incident(
            slug,
            .degradedPerformance,
            from: at("2026-02-08T10:00Z"),
            resolved(at("2026-02-08T11:00Z"))
        )
        incident.postMortem = postMortem(published, items)
        return incident
    }

    private func postMortem(_ published: (month: Int, day: Int)?, _ items: [ActionItem]) -> PostMortem? {
        guard let published else { return nil }
        var postMortem = PostMortem(title: "Post-mortem")
        postMortem.publishedOn = day(published.month, published.day)
        postMortem.introduction = Prose(html: ["<p>So</p>\n"], text: "So")
        postMortem.sections = [PostMortem.Section(kind: .actionItems, title: "Action items", prose: .empty)]
        postMortem.sections[0].actionItems = items
        return postMortem
    }

    private func day(_ month: Int, _ day: Int) -> Day? { Day(year: 2026, month: month, day: day) }
}
