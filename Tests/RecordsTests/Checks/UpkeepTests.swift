import Diagnostics
import StatusModel
import Testing

@testable import Records

/// What a record has come to by now. The policy is Monday to Friday, 09:00 to 17:00 UTC, where it says so;
/// 2026-01-02 is a Friday.
@Suite struct UpkeepTests {
    static let status = """
        site:
          title: Example Status
          url: https://status.example.com
          business_hours: {days: mon-fri, from: "09:00", until: "17:00"}
        components:
          - {id: story-api, name: Story API}
          - {id: web, name: Website}
        severities:
          SEV-1:
            update_every: 15m
            post_mortem: {required: true, within: 48h}
            checklist: [All components healthy, Support is told]
          SEV-2: {update_every: 4h, hours: business, post_mortem: {required: false, within: 48h}}
          SEV-3: {}
        """
}

/// What checks tell of records on that site.
private struct Upkeep {
    private var site: SampleSite

    init(by checks: any Check.Type...) throws {
        site = try SampleSite(status: UpkeepTests.status)
        site.checks = Checks(checks)
    }

    /// What is told of a record whose keys stand from line 3 on and whose body begins behind the second `---`.
    func diagnostics(of keys: String, _ body: String, at now: String) throws -> [Diagnostic] {
        var site = site
        site.now = try #require(Instant(writtenAs: now))
        return site.read("---\ntitle: x\n\(keys)\n---\n\(body)\n").diagnostics.inOrder
    }

    func told(_ keys: String, _ body: String, at now: String) throws -> [String] {
        try diagnostics(of: keys, body, at: now).map(\.summary)
    }

    /// What is told of an incident that was resolved on Friday at 17:45.
    func diagnostics(ofPostMortem postMortem: String, severity: String = "SEV-1", at now: String) throws
        -> [Diagnostic]
    {
        try diagnostics(of: UpkeepTests.keys(severity), "[RESOLVED 17:45] a\n\n\(postMortem)", at: now)
    }
}

extension UpkeepTests {
    fileprivate static func keys(_ severity: String) -> String {
        "severity: \(severity)\ncomponents: {web: partial}\nstarted: 2026-01-02T16:00Z"
    }
}

// MARK: - Words that are due

extension UpkeepTests {
    @Test func openIncidentIsSilentOnceItsCadenceIsPast() throws {
        let upkeep = try Upkeep(by: OpenIncidentIsNotSilent.self)
        let body = "[INVESTIGATING 16:05] a\n\n[IDENTIFIED 16:10] b"
        #expect(try upkeep.told(Self.keys("SEV-1"), body, at: "2026-01-02T16:25Z").isEmpty)
        let late = try upkeep.diagnostics(of: Self.keys("SEV-1"), body, at: "2026-01-02T16:26Z")
        #expect(late.map(\.summary) == ["9:1 warning silent-incident"])
        #expect(
            late.first?.message
                == "the last update was at 2026-01-02 16:10 UTC, and `SEV-1` requires one every `15m`"
        )
        #expect(late.first?.hint?.contains("`[UPDATE 2026-01-02 16:26 UTC]`") == true)
        #expect(try upkeep.told(Self.keys("SEV-3"), body, at: "2026-02-02T16:26Z").isEmpty)
    }

    @Test func silenceCountsFromTheLatestUpdateWhereverItStands() throws {
        let upkeep = try Upkeep(by: OpenIncidentIsNotSilent.self)
        let newestFirst = "[IDENTIFIED 2026-01-02 16:10] b\n\n[INVESTIGATING 2026-01-02 16:05] a"
        #expect(
            try upkeep.told(Self.keys("SEV-1"), newestFirst, at: "2026-01-02T16:26Z") == [
                "7:1 warning silent-incident"
            ])
    }

    @Test func silenceWithoutAnyUpdateCountsFromTheStart() throws {
        let upkeep = try Upkeep(by: OpenIncidentIsNotSilent.self)
        let late = try upkeep.diagnostics(of: Self.keys("SEV-1"), "", at: "2026-01-02T16:16Z")
        #expect(late.map(\.summary) == ["5:1 warning silent-incident"])
        #expect(late.first?.hint?.contains("`[INVESTIGATING 2026-01-02 16:16 UTC]`") == true)
        #expect(try upkeep.told(Self.keys("SEV-1"), "", at: "2026-01-02T16:15Z").isEmpty)
        #expect(try upkeep.told(Self.keys("SEV-1") + "\ndraft: true", "", at: "2026-01-02T16:16Z").isEmpty)
    }

    /// From Friday 16:10, 50 min are left of the day; the other 3 h 10 min end on Monday at 12:10.
    @Test func silenceCountsBusinessHoursWhereThePolicyDoes() throws {
        let upkeep = try Upkeep(by: OpenIncidentIsNotSilent.self)
        let body = "[INVESTIGATING 16:10] a"
        #expect(try upkeep.told(Self.keys("SEV-2"), body, at: "2026-01-05T12:10Z").isEmpty)
        let late = try upkeep.diagnostics(of: Self.keys("SEV-2"), body, at: "2026-01-05T12:11Z")
        #expect(late.map(\.id) == [OpenIncidentIsNotSilent.id])
        #expect(late.first?.message.hasSuffix("every `4h` of business hours") == true)
    }

    @Test func silenceIsMeasuredByTheHighestSeverity() throws {
        let upkeep = try Upkeep(by: OpenIncidentIsNotSilent.self)
        let body = "[INVESTIGATING 16:05] a\nSeverity: SEV-1\n\n[UPDATE 16:10] b\nSeverity: SEV-2"
        #expect(
            try upkeep.told(Self.keys("SEV-2"), body, at: "2026-01-02T16:26Z") == [
                "10:1 warning silent-incident"
            ])
    }

    @Test func promiseExcusesSilenceUntilItIsBroken() throws {
        let upkeep = try Upkeep(by: OpenIncidentIsNotSilent.self, PromisedUpdateIsGiven.self)
        let body = "[INVESTIGATING 16:10] a\nNext update: 18:00"
        #expect(try upkeep.told(Self.keys("SEV-1"), body, at: "2026-01-02T18:00Z").isEmpty)
        let late = try upkeep.diagnostics(of: Self.keys("SEV-1"), body, at: "2026-01-02T18:01Z")
        #expect(late.map(\.summary) == ["8:14 warning broken-promise"])
        #expect(late.first?.message == "the update promised for 2026-01-02 18:00 UTC has not been posted")
        #expect(try upkeep.told(Self.keys("SEV-3"), body, at: "2026-01-02T18:01Z").count == 1)
        #expect(
            try upkeep.told(Self.keys("SEV-3"), body + "\n\n[UPDATE 18:30] b", at: "2026-01-02T18:31Z")
                .isEmpty)
    }

    @Test func whatLiesAheadIsNoWordYet() throws {
        let upkeep = try Upkeep(by: OpenIncidentIsNotSilent.self, UpdatesLieInThePast.self)
        let body = "[INVESTIGATING 16:10] a\n\n[RESOLVED 17:00] b"
        #expect(
            try upkeep.told(Self.keys("SEV-1"), body, at: "2026-01-02T16:30Z") == [
                "7:1 warning silent-incident", "9:11 warning time-in-future",
            ])
    }

    @Test func recordWithErrorsIsToldOfThoseAlone() throws {
        let upkeep = try Upkeep(by: OpenIncidentIsNotSilent.self)
        let body = "[INVESTIGATING 16:10] a\nSeverity: SEV-77"
        #expect(
            try upkeep.told(Self.keys("SEV-1"), body, at: "2026-01-02T18:01Z") == [
                "8:11 error unknown-severity"
            ])
    }
}

// MARK: - Components

extension UpkeepTests {
    @Test func watchedComponentIsDown() throws {
        let upkeep = try Upkeep(by: WatchedComponentsWork.self)
        let body = "[INVESTIGATING 16:05] a\n\n[MONITORING 16:10] b\n\n[UPDATE 17:00] c"
        #expect(try upkeep.told(Self.keys("SEV-3"), body, at: "2026-01-02T16:09Z").isEmpty)
        let late = try upkeep.diagnostics(of: Self.keys("SEV-3"), body, at: "2026-01-02T16:10Z")
        #expect(late.map(\.summary) == ["9:1 warning monitoring-while-down"])
        #expect(
            late.first?.message
                == "this incident has been in MONITORING since 2026-01-02 16:10 UTC, but `web` is still `partial_outage`"
        )
        let ended = Self.keys("SEV-3") + "\nended: 2026-01-02T16:30Z"
        #expect(try upkeep.told(ended, body, at: "2026-01-02T18:10Z").isEmpty)
    }

    @Test func lastWordOnAComponentCounts() throws {
        let upkeep = try Upkeep(by: WatchedComponentsWork.self)
        let late = "2026-01-03T16:00Z"
        func last(_ body: String) throws -> [String] {
            try upkeep.told(Self.keys("SEV-3"), body, at: late)
        }
        #expect(try last("[MONITORING 16:10] b\nComponents: web degraded").isEmpty)
        #expect(
            try last(
                "[MONITORING 16:10] b\nComponents: web operational\n\n[UPDATE 16:20] c\nComponents: web major"
            ) == ["7:1 warning monitoring-while-down"])
        // Reopened, it is again as it was before RESOLVED.
        #expect(
            try last(
                "[RESOLVED 2026-01-02 16:10] b\nComponents: all operational\n\n[MONITORING 2026-01-02 16:20] c"
            ) == ["10:1 warning monitoring-while-down"])
    }

    @Test func highestSeverityNamesWhatItAffected() throws {
        let upkeep = try Upkeep(by: HighestSeverityHasComponents.self, OpenIncidentHasComponents.self)
        let resolved = "[RESOLVED 16:10] a"
        let late = "2026-01-03T16:00Z"
        func of(_ severity: String, _ body: String) throws -> [String] {
            try upkeep.diagnostics(
                of: "severity: \(severity)\nstarted: 2026-01-02T16:00Z", body, at: late
            )
            .map(\.summary)
        }
        #expect(try of("SEV-1", resolved) == ["3:1 warning highest-severity-without-components"])
        #expect(
            try of("SEV-3", "[IDENTIFIED 16:05] b\nSeverity: SEV-1") == [
                "3:1 warning highest-severity-without-components"
            ])
        #expect(try of("SEV-1", resolved + "\nComponents: web operational").isEmpty)
        #expect(try of("SEV-3", resolved).isEmpty)
    }
}

// MARK: - Post-mortems

extension UpkeepTests {
    @Test func postMortemIsDueByTheCalendar() throws {
        let upkeep = try Upkeep(by: PostMortemIsPublished.self)
        #expect(try upkeep.diagnostics(ofPostMortem: "", at: "2026-01-04T17:45Z").isEmpty)
        let late = try upkeep.diagnostics(ofPostMortem: "", at: "2026-01-04T17:46Z")
        #expect(late.map(\.summary) == ["7:1 warning overdue-post-mortem"])
        #expect(
            late.first?.message
                == "no post-mortem has been published, but `SEV-1` requires one within `48h` (by 2026-01-04 17:45 UTC)"
        )
        #expect(late.first?.hint?.contains("`Published: 2026-01-04`") == true)
        #expect(try upkeep.diagnostics(ofPostMortem: "", severity: "SEV-2", at: "2026-02-04T17:46Z").isEmpty)
    }

    @Test func postMortemIsThereOncePublished() throws {
        let upkeep = try Upkeep(by: PostMortemIsPublished.self, PostMortemIsNoDraft.self)
        let late = "2026-01-05T12:00Z"
        let postMortem = "# Post-mortem\n\nScheduled: 2026-01-06 10:00\n"
        #expect(
            try upkeep.diagnostics(ofPostMortem: postMortem, at: late).map(\.summary) == [
                "9:1 warning overdue-post-mortem"
            ])
        let told = { (text: String) in try upkeep.diagnostics(ofPostMortem: postMortem + text, at: late).count
        }
        #expect(try told("Published: 2026-01-06\nSo it was.") == 1)
        #expect(try told("Published: 2026-01-05\nSo it was.") == 0)
        #expect(try told("Visibility: internal\nPublished: 2026-01-05\nSo it was.") == 0)
    }

    @Test func openActionItemNeedsAnOwnerAndADay() throws {
        let upkeep = try Upkeep(by: ActionItemsAreComplete.self)
        let list = """
            # Post-mortem

            Visibility: internal

            ## Prevention

            Text.

            1. [ ] a (Owner: Ada, Due: 2026-01-09)
            2. [x] b
            3. [ ] c (Owner: Ada)

            ## Action items

            - [ ] d
              (Due: 2026-01-09)
            - e
            """
        let told = try upkeep.diagnostics(ofPostMortem: list, severity: "SEV-3", at: "2026-01-05T12:00Z")
        // The heading stands on line 9, and so c on 19, d on 23 and e on 25.
        #expect(
            told.map { "\($0.summary): \($0.message)" } == [
                "19:1 warning incomplete-action-item: this action item has no due date",
                "23:1 warning incomplete-action-item: this action item has no owner",
                "25:1 warning incomplete-action-item: this action item has no owner and no due date",
            ])
    }

    @Test(arguments: [
        ("- [ ] a (Owner: Ada, Due 2026-12-04)", "15:22"), ("- [ ] a, due 2026-12-04", "15:10"),
    ])
    func dueDateWithoutItsColonIsPointedAt(item: String, place: String) throws {
        let upkeep = try Upkeep(by: ActionItemsAreComplete.self)
        let postMortem = "# Post-mortem\n\nVisibility: internal\n\n## Action items\n\n\(item)"
        let told = try upkeep.diagnostics(ofPostMortem: postMortem, at: "2026-01-05T12:00Z")
        #expect(told.map(\.summary) == ["\(place) warning incomplete-action-item"])
        #expect(
            told.first?.message.hasSuffix("ue 2026-12-04` has no colon, so it is not read as the due date")
                == true)
        #expect(told.first?.hint == "write `Due: 2026-12-04`")
    }

    @Test func actionItemOfMaintenanceIsOneToo() throws {
        let upkeep = try Upkeep(by: ActionItemsAreComplete.self)
        let keys = "maintenance: {from: 2026-01-02T10:00Z, until: 2026-01-02T12:00Z}"
        let body = "[COMPLETED 2026-01-02 11:00] a\n\n# Post-mortem\n\n## Prevention\n\n- [ ] b (Owner: Ada)"
        #expect(
            try upkeep.told(keys, body, at: "2026-01-05T12:00Z") == ["11:1 warning incomplete-action-item"])
        #expect(try upkeep.told(keys + "\ndraft: true", body, at: "2026-01-05T12:00Z").isEmpty)
    }
}

// MARK: - The closing checklist

extension UpkeepTests {
    private static func ticked(_ items: String) -> String {
        Self.keys("SEV-1") + "\ninternal: {lead: Ada, checklist: \(items)}"
    }

    @Test func resolvedIncidentIsToldOfForNinetyDays() throws {
        let upkeep = try Upkeep(by: ChecklistIsTicked.self)
        let body = "[RESOLVED 17:45] a\n\n# Post-mortem\n\nPublished: 2026-01-03"
        let late = try upkeep.diagnostics(of: Self.keys("SEV-1"), body, at: "2026-04-02T17:45Z")
        #expect(late.map(\.summary) == ["7:1 warning unticked-checklist"])
        #expect(late.first?.message.hasSuffix("`All components healthy` and `Support is told`") == true)
        #expect(try upkeep.told(Self.keys("SEV-1"), body, at: "2026-04-02T17:46Z").isEmpty)
        #expect(try upkeep.told(Self.keys("SEV-3"), body, at: "2026-04-02T17:45Z").isEmpty)
    }

    @Test func checklistThatWasBegunIsToldUntilItIsWhole() throws {
        let upkeep = try Upkeep(by: ChecklistIsTicked.self)
        let body = "[RESOLVED 17:45] a\n\n# Post-mortem\n\nPublished: 2026-01-03"
        let late = "2026-03-09T17:45Z"
        let begun = try upkeep.diagnostics(of: Self.ticked("[Support is told]"), body, at: late)
        #expect(begun.map(\.summary) == ["8:1 warning unticked-checklist"])
        #expect(begun.first?.message.hasSuffix(": `All components healthy`") == true)
        #expect(
            try upkeep.told(Self.ticked("[\" support is TOLD \", all components healthy]"), body, at: late)
                .isEmpty)
    }

    /// The policy asks for Ada while it is investigated, for the repair at the end, and for a report with the post-mortem.
    private static let staged = UpkeepTests.status.replacing(
        "SEV-3: {}",
        with: """
            SEV-3:
                post_mortem: {required: true, within: 2w}
                checklist:
                  investigating: [Ada leads, Lawyers asked (if needed)]
                  identified: [Repair agreed]
                  monitoring: [Errors as before]
                  resolved: [Support is told]
                  after: [Report filed]
            """)

    private func toldByStage(_ body: String, ticked: String? = nil, at now: String) throws -> [String] {
        var site = try SampleSite(status: Self.staged)
        site.checks = Checks([ChecklistIsTicked.self])
        site.now = try #require(Instant(writtenAs: now))
        let ticks = ticked.map { "internal: {checklist: \($0)}" } ?? "tags: [a]"
        return site.read("---\ntitle: x\n\(Self.keys("SEV-3"))\n\(ticks)\n---\n\(body)\n").diagnostics.inOrder
            .map { "\($0.location.line): \($0.message)" }
    }

    @Test func openIncidentIsToldOfThePhasesThatItLeft() throws {
        let now = "2026-01-02T16:30Z"
        #expect(try toldByStage("[INVESTIGATING 16:10] a", at: now).isEmpty)
        let identified = "[INVESTIGATING 16:10] a\n\n[IDENTIFIED 16:20] b"
        #expect(
            try toldByStage(identified, at: now) == [
                "10: this incident is past INVESTIGATING, but the `SEV-3` checklist has an unticked item: `Ada leads`"
            ])
        #expect(try toldByStage(identified, ticked: "[ada leads]", at: now).isEmpty)
        // An update to come has left nothing yet.
        #expect(try toldByStage(identified, at: "2026-01-02T16:15Z").isEmpty)
    }

    @Test func eachPhaseIsToldOnceWhereItWasLeft() throws {
        let body =
            "[INVESTIGATING 16:10] a\n\n[MITIGATING 16:20] b\n\n[MONITORING 16:40] c\n\n[RESOLVED 17:00] d"
        let missing = "but the `SEV-3` checklist has an unticked item:"
        let left = [
            "10: this incident is past INVESTIGATING, \(missing) `Ada leads`",
            "12: this incident is past IDENTIFIED, \(missing) `Repair agreed`",
            "14: this incident is past MONITORING, \(missing) `Errors as before`",
            "14: this incident is resolved, \(missing) `Support is told`",
        ]
        // The post-mortem is due on the 16th at 17:00, and so is what comes with it.
        let late = ["14: the post-mortem is overdue, \(missing) `Report filed`"]
        #expect(try toldByStage(body, at: "2026-01-16T17:00Z") == left)
        #expect(try toldByStage(body, at: "2026-01-16T17:01Z") == left + late)
        // 90 days after 2 January are 29 + 28 + 31 + 2 days on: 2 April. What came later is asked for as much longer.
        #expect(try toldByStage(body, at: "2026-04-02T17:00Z") == left + late)
        #expect(try toldByStage(body, at: "2026-04-02T17:01Z") == late)
        #expect(try toldByStage(body, at: "2026-04-16T17:00Z") == late)
        #expect(try toldByStage(body, at: "2026-04-16T17:01Z").isEmpty)
        let published = body + "\n\n# Post-mortem\n\nPublished: 2026-01-03\n\nA pool."
        #expect(
            try toldByStage(
                published, ticked: "[Ada leads, Repair agreed, Errors as before, Support is told]",
                at: "2026-03-01T12:00Z")
                == ["16: the post-mortem is published, \(missing) `Report filed`"])
    }

    @Test func openIncidentNeedsNoTicks() throws {
        let upkeep = try Upkeep(by: ChecklistIsTicked.self)
        #expect(
            try upkeep.told(Self.ticked("[Support is told]"), "[MONITORING 16:10] a", at: "2026-01-02T16:20Z")
                .isEmpty)
    }

    @Test func itemThatIsNoneIsToldWithTheNearest() throws {
        let upkeep = try Upkeep(by: ChecklistIsTicked.self, ChecklistItemsAreKnown.self)
        let body = "[RESOLVED 17:45] a"
        let now = "2026-01-02T18:00Z"
        let slip = try upkeep.diagnostics(
            of: Self.ticked("[Suport is told, All components healthy]"), body, at: now)
        #expect(slip.map(\.summary) == ["6:35 warning unknown-checklist-item"])
        #expect(slip.first?.hint == "did you mean `Support is told`?")
        let other = try upkeep.diagnostics(of: Self.ticked("[Lights are out]"), body, at: now)
        #expect(other.map(\.id) == [ChecklistItemsAreKnown.id, ChecklistIsTicked.id])
        #expect(other.first?.hint == "its items are `All components healthy` and `Support is told`")
        let none = Self.keys("SEV-3") + "\ninternal: {checklist: [Support is told]}"
        #expect(
            try upkeep.diagnostics(of: none, body, at: now).first?.hint?.contains("has no `checklist`")
                == true)
    }

    @Test func ticksAreNoDetail() throws {
        var site = try SampleSite(status: Self.status)
        site.now = try #require(Instant(writtenAs: "2026-01-02T18:00Z"))
        let record = "---\ntitle: x\n\(Self.ticked("Support is told"))\n---\n[RESOLVED 17:45] a\n"
        guard let incident = site.read(record).record else {
            Issue.record("no incident")
            return
        }
        #expect(incident.tickedItems == ["Support is told"])
        #expect(incident.internalDetails == [Record.Detail(label: "lead", text: "Ada")])
        let capital = record.replacing("checklist:", with: "Checklist:")
        #expect(site.read(capital).record?.tickedItems == ["Support is told"])
        let list = "---\ntitle: x\n\(Self.ticked("{a: b}"))\n---\n"
        #expect(site.told(list) == ["6:34 error wrong-type"])
    }
}

// MARK: - The policy itself

extension UpkeepTests {
    private func toldOfReview(
        _ review: String, zone: String = "UTC", records: [String] = [], at now: String
    ) throws -> [String] {
        let status = Self.status.replacing(
            "title: Example Status",
            with: "title: x\n  policy_review: \(review)\n  time_zone: \(zone)"
        )
        let found = Findings()
        let sample = try SampleSite(status: status)
        let configuration = sample.configuration
        let site = CheckedSite(
            SiteAssembly(of: records.map { sample.read($0) }, configuration: configuration, into: found),
            configuration: configuration,
            at: try #require(Instant(writtenAs: now))
        )
        site.check(by: Checks([PolicyIsReviewed.self]), into: found)
        return found.all.map { "\($0.summary): \($0.message)" }
    }

    @Test func policyReviewIsDue() throws {
        // 90 days after 2 January are 29 + 28 + 31 + 2 days on: 2 April.
        let review = "{last: 2026-01-02, every: 90d}"
        #expect(try toldOfReview(review, at: "2026-04-02T00:00Z").isEmpty)
        #expect(
            try toldOfReview(review, at: "2026-04-02T00:01Z") == [
                "3:3 warning policy-review-due: the severity policy is due for review: it was last reviewed on 2026-01-02, and the next review was due on 2026-04-02"
            ])
    }

    @Test func policyIsReviewedAfterAnIncident() throws {
        let review = "{last: 2026-01-02, every: 90d, after: SEV-2}"
        func record(_ severity: String, resolved: String) -> String {
            "---\ntitle: x\n\(Self.keys(severity))\n---\n[RESOLVED \(resolved)] a\n"
        }
        func told(_ severity: String, resolved: String, at now: String = "2026-01-04T00:00Z") throws
            -> [String]
        {
            try toldOfReview(review, records: [record(severity, resolved: resolved)], at: now)
        }
        let due = [
            "3:3 warning policy-review-due: the severity policy is due for review: it was last reviewed on 2026-01-02, and `slow` was resolved on 2026-01-03"
        ]
        #expect(try told("SEV-2", resolved: "2026-01-03 00:00") == due)
        #expect(try told("SEV-1", resolved: "2026-01-03 00:00") == due)
        // A lower level, the very day of the look, and what is still to come ask for none.
        #expect(try told("SEV-3", resolved: "2026-01-03 00:00").isEmpty)
        #expect(try told("SEV-2", resolved: "2026-01-02 23:59").isEmpty)
        #expect(try told("SEV-2", resolved: "2026-01-03 00:01", at: "2026-01-03T00:00Z").isEmpty)
        // The level is one of the policy's, and no other.
        let findings = Findings()
        let file = SourceFile(
            path: "status.yml",
            bytes: Array(
                "site: {title: x, url: http://a.example, policy_review: {last: 2026-01-02, every: 1d, after: P7}}"
                    .utf8))
        #expect(Configuration(reading: file, into: findings) == nil)
        #expect(findings.all.map(\.summary) == ["1:93 error unknown-severity"])
    }

    @Test func daysOfAReviewAreThoseOfTheCalendar() throws {
        // Berlin's 30 days from 1 October are an hour longer: the clocks go back on 25 October.
        let review = "{last: 2026-10-01, every: 30d}"
        #expect(try toldOfReview(review, zone: "Europe/Berlin", at: "2026-10-30T23:00Z").isEmpty)
        #expect(try toldOfReview(review, zone: "Europe/Berlin", at: "2026-10-30T23:01Z").count == 1)
    }

    /// What is said of a site with a record of 2 January and these settings.
    private func toldOfSince(_ site: String = "", component: String = "", record: String = record("")) throws
        -> [String]
    {
        let sample = try SampleSite(
            status: """
                site: {title: Example, url: "https://status.example.com"\(site)}
                components: [{id: web\(component)}]
                severities: {SEV-2: {component_status: partial_outage}}
                """)
        let found = Findings()
        let assembly = SiteAssembly(
            of: [sample.read(record)], configuration: sample.configuration, into: found)
        CheckedSite(assembly, configuration: sample.configuration, at: SampleSite.now)
            .check(by: Checks([FiguresHaveABeginning.self]), into: found)
        return found.all.map { "\($0.summary): \($0.message)" }
    }

    private static func record(_ keys: String) -> String {
        SampleSite.record("").replacing("title: Slow\n", with: "title: Slow\n\(keys)")
    }

    @Test func siteWithoutABeginningIsReminded() throws {
        #expect(
            try toldOfSince() == [
                "1:7 warning missing-since: without `since`, components are tracked only from the first record, which started on 2026-01-02"
            ])
        #expect(try toldOfSince(", since: 2026-01-01").isEmpty)
        #expect(try toldOfSince(component: ", since: 2026-01-01").isEmpty)
        #expect(try toldOfSince(component: ", uptime: false").isEmpty)
        // Nothing began yet, so nothing is counted.
        let later = Self.record("").replacing(
            "started: 2026-01-02T16:00Z", with: "started: 2026-04-02T16:00Z")
        #expect(try toldOfSince(record: later).isEmpty)
    }
}
