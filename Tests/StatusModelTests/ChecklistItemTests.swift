import Testing

@testable import StatusModel

/// When the items of a policy's checklists are asked for. Times are minutes from the incident's start, at midnight UTC.
@Suite struct ChecklistItemTests {
    private static let severity: Severity = {
        var severity = Severity(level: "SEV-1")
        severity.postMortem = Severity.PostMortemDuty(isRequired: true, within: 60 * 60)
        severity.checklists = [
            Checklist(.investigating, ["Lead named", "Lawyers asked (If Needed)"]),
            Checklist(.identified, ["Repair agreed"]),
            Checklist(.monitoring, ["Errors as before"]),
            Checklist(.resolved, ["Support is told"]),
            Checklist(.after, ["Report filed"]),
        ]
        return severity
    }()

    /// The phases, a minute apart from the first on, and the numbers of what is asked for a minute after the last.
    @Test(arguments: [
        ([], []),
        ([Phase.investigating], []),
        ([.investigating, .identified], [1, 2]),
        ([.identified], [1, 2]),
        ([.investigating, .mitigating], [1, 2]),
        ([.investigating, .identified, .monitoring], [1, 2, 3]),
        ([.investigating, .monitoring], [1, 2, 3]),
        ([.investigating, .identified, .monitoring, .resolved], [1, 2, 3, 4, 5]),
        // A phase that is skipped is left all the same.
        ([.investigating, .resolved], [1, 2, 3, 4, 5]),
        ([.resolved], [1, 2, 3, 4, 5]),
        // The way back asks for nothing, and takes nothing back.
        ([.investigating, .identified, .investigating], [1, 2]),
        ([.investigating, .monitoring, .identified], [1, 2, 3]),
        // What was opened again waits for its next end.
        ([.investigating, .resolved, .investigating], [1, 2, 3]),
        ([.identified, .monitoring, .resolved, .identified, .resolved], [1, 2, 3, 4, 5]),
    ])
    func itemIsAskedForOnceItsPhaseIsLeft(phases: [Phase], expected: [Int]) {
        let items = items(of: incident(phases), after: phases.count + 1)
        #expect(items.filter(\.isAskedFor).map(\.number) == expected)
        #expect(items.map(\.number) == [1, 2, 3, 4, 5, 6])
    }

    @Test func lastItemsComeWithThePostMortem() {
        var incident = incident([.resolved])
        // Resolved at minute 1; an hour later it is still in time, a second after that it is late.
        #expect(!items(of: incident, after: 61)[5].isAskedFor)
        #expect(items(of: incident, after: 61, seconds: 1)[5].isAskedFor)
        incident.postMortem = PostMortem(title: "x")
        #expect(!items(of: incident, after: 10)[5].isAskedFor)
        // Published on the day of the incident: from its end on, as the day had begun before.
        incident.postMortem?.publishedOn = Zone.utc.day(of: Self.start)
        #expect(incident.askedAt(.after, by: Self.severity, in: .utc) == incident.from + 60)
        // One that nobody has to write is never late.
        var welcome = Self.severity
        welcome.postMortem?.isRequired = false
        incident.postMortem = nil
        #expect(incident.askedAt(.after, by: welcome, in: .utc) == nil)
        incident.updates = []
        #expect(incident.askedAt(.after, by: Self.severity, in: .utc) == nil)
    }

    @Test func itemThatMayNotBeNeededIsNeverOwed() {
        var incident = incident([.identified])
        #expect(items(of: incident, after: 2).filter(\.isOwed).map(\.number) == [1])
        #expect(items(of: incident, after: 2).tally == (0, 5, 1))
        incident.tickedItems = ["lead NAMED", "lawyers asked (if needed)", "Report filed"]
        let ticked = items(of: incident, after: 2)
        #expect(ticked.filter(\.isDone).map(\.number) == [1, 2, 6])
        #expect(ticked.filter(\.isOwed).isEmpty)
        #expect(ticked.tally == (2, 5, 0))
    }

    /// Resolved at minute 2. The post-mortem is late an hour and a second later, and what comes with it is asked for then.
    @Test func whatNobodyTickedIsOwedForNinetyDays() {
        let incident = incident([.identified, .resolved])
        func owed(_ seconds: Int, _ incident: Record) -> [String] {
            incident.owedChecklists(of: Self.severity, in: .utc, at: Self.start + seconds).map {
                "\($0.stage) \($0.items.map(\.number)) from \($0.askedAt - Self.start)"
            }
        }
        let all = [
            "investigating [1] from 60", "identified [3] from 120", "monitoring [4] from 120",
            "resolved [5] from 120",
        ]
        let last = "after [6] from 3721"
        #expect(owed(3_720, incident) == all)
        let ninetyDays = 90 * 86_400
        #expect(owed(120 + ninetyDays, incident) == all + [last])
        #expect(owed(121 + ninetyDays, incident) == [last])
        #expect(owed(3_721 + ninetyDays, incident) == [last])
        #expect(owed(3_722 + ninetyDays, incident) == [])
        var begun = incident
        begun.tickedItems = ["Repair agreed"]
        #expect(owed(2 * ninetyDays, begun) == [all[0], all[2], all[3], last])
    }

    @Test func incidentThatEndedWithoutAWordHasLeftAllPhases() {
        var incident = incident([])
        incident.until = incident.from + 60
        #expect(items(of: incident, after: 1).filter(\.isAskedFor).map(\.number) == [1, 2, 3, 4, 5])
    }

    @Test func otherRecordsHaveNone() {
        let notice = Record(.notice, id: "a", slug: "a", path: "a.md", title: "a", from: Self.start)
        #expect(items(of: notice, after: 9).isEmpty)
    }
}

private extension ChecklistItemTests {
    static let start = Instant(seconds: 1_767_312_000)  // 2026-01-02T00:00:00Z

    func incident(_ phases: [Phase]) -> Record {
        var record = Record(.incident, id: "a", slug: "a", path: "a.md", title: "a", from: Self.start)
        record.updates = phases.enumerated().map { place, phase in
            Update(phase: phase, at: Self.start + (place + 1) * 60)
        }
        return record
    }

    func items(of record: Record, after minutes: Int, seconds: Int = 0) -> [ChecklistItem] {
        record.checklist(of: Self.severity, in: .utc, at: Self.start + minutes * 60 + seconds)
    }
}
