import StatusModel
import Testing

@testable import StatusSite

/// Which changes of a record readers can see, field by field.
struct ReadableRecordTests {
    private let later = Sample.at("2026-01-02T18:00")

    private var record: Record {
        Sample.past(
            "slow", "Stories are slow", [StatusChange(0, .partialOutage)], from: "2026-01-02T17:00",
            to: "2026-01-02T17:45")
    }

    @Test func everyPublicFieldOfAnUpdateIsCompared() {
        let changes: [String: (inout Update) -> Void] = [
            "phase": { $0.phase = .monitoring },
            "at": { $0.at = later },
            "prose": { $0.prose = Prose(html: ["<p>Else.</p>"], text: "Else.") },
            "changes": { $0.changes = [StatusChange(0, .majorOutage)] },
            "nextUpdateAt": { $0.nextUpdateAt = later },
            "estimate": { $0.estimate = .words("this afternoon") },
            "severity": { $0.severity = 0 },
            "rootCause": { $0.rootCause = "the pool" },
            "fix": { $0.fix = "a larger pool" },
            "from": { $0.from = later },
            "until": { $0.until = later },
        ]
        // The phase shows whether `UPDATE` was written, and whom the team called in is its own.
        let unseen: Set = ["keepsPhase", "escalatedTo"]
        #expect(Self.fields(of: record.updates[0]) == unseen.union(changes.keys))
        for (name, change) in changes {
            expectEdit(name) { change(&$0.updates[1]) }
        }
    }

    @Test func everyPublicFieldOfARecordIsCompared() throws {
        let series = try Sample.series().series
        let changes: [String: (inout Record) -> Void] = [
            "title": { $0.title = "Stories were slow" },
            "from": { $0.from = Sample.at("2026-01-02T16:00") },
            "until": { $0.until = Sample.at("2026-01-02T17:30") },
            "series": { $0.series = series },
            "severity": { $0.severity = 0 },
            "components": { $0.components = [] },
            "detectedAt": { $0.detectedAt = later },
            "detectedBy": { $0.detectedBy = .customer },
            "acknowledgedAt": { $0.acknowledgedAt = later },
            "summary": { $0.summary = Prose(html: ["<p>Else.</p>"], text: "Else.") },
            "updates": { $0.updates.removeFirst() },
            "ticket": { $0.ticket = "INC-2" },
            "links": { $0.links = ["https://example.com/other"] },
            "tags": { $0.tags = ["database"] },
            "impact": { $0.impact = [Record.Detail(label: "users", text: "700")] },
            "postMortem": { $0.postMortem?.title = "Review" },
        ]
        // What names or places the record, what only the team sees, and what follows from the rest.
        let unseen: Set = [
            "kind", "id", "ids", "slug", "path", "isStartStated", "untoldUpdates", "visibility", "related",
            "internalLinks", "aliases", "internalDetails", "tickedItems", "escalations",
            "firstPublicUpdate",
            "hasInternalPostMortem", "ticketProse", "seriesWindow",
        ]
        #expect(Self.fields(of: record) == unseen.union(changes.keys))
        for (name, change) in changes { expectEdit(name, change) }
    }

    @Test func everyPartOfARuleIsCompared() throws {
        let before = try Sample.series()
        #expect(edit(from: before, to: before) == nil)
        for after in [
            try Sample.series(.everyWeeks(2)), try Sample.series(until: "2026-11-29"),
            try Sample.series(hours: 3), try Sample.series(except: ["2026-11-22"]),
            try Sample.series(moved: ["2026-11-22": "2026-11-23T02:00"]),
        ] {
            let change = edit(from: before, to: after)?.changes.first { $0.label == "Maintenance" }
            #expect(change != nil && change?.before?.words != change?.after?.words)
        }
    }

    /// What was only given another name in `status.yml` says what it said.
    @Test func namesOfTodayAreCompared() {
        var (former, present) = (Sample.empty, Sample.empty)
        former.components[0].id = "old-id"
        former.severities[1].level = "P2"
        present.components[0].formerIDs = ["old-id"]
        present.severities[1].aliases = ["P2"]
        let before = ReadablePage(former, today: present, in: nil).readable(record)
        let after = ReadablePage(present, today: present, in: nil).readable(record)
        #expect(Self.edit(from: before, to: after) == nil)
    }

    @Test func sinceIsAmongTheWords() throws {
        var (before, after) = (record, record)
        before.updates[0].changes = [
            StatusChange(0, .degradedPerformance, since: Sample.at("2026-01-02T16:20"))
        ]
        after.updates[0].changes = [
            StatusChange(0, .degradedPerformance, since: Sample.at("2026-01-02T16:30"))
        ]
        let change = try #require(edit(from: before, to: after)?.changes.first)
        #expect(change.before?.words.contains("16:20") == true)
        #expect(change.after?.words.contains("16:30") == true)
    }
}

private extension ReadableRecordTests {
    /// Expects that the change is an edit whose words tell it.
    func expectEdit(_ name: String, _ change: (inout Record) -> Void) {
        var before = record
        before.tags = ["network"]
        before.links = ["https://example.com/one"]
        before.impact = [Record.Detail(label: "users", text: "500")]
        before.detectedBy = .alert
        before.postMortem = PostMortem(title: "Post-mortem")
        before.postMortem?.introduction = Prose(html: ["<p>The pool.</p>"], text: "The pool.")
        var after = before
        change(&after)
        let edit = edit(from: before, to: after)
        #expect(edit != nil, "\(name)")
        for change in edit?.changes ?? [] {
            let (one, other) = (change.before, change.after)
            #expect(one?.words != other?.words || one?.label != other?.label, "\(name)")
        }
    }

    func edit(from before: Record, to after: Record) -> Edit? {
        let page = ReadablePage(Sample.empty, today: Sample.empty, in: nil)
        return Self.edit(from: page.readable(before), to: page.readable(after))
    }

    static func edit(from before: ReadableRecord, to after: ReadableRecord) -> Edit? {
        Edit(
            from: before, to: after, at: Sample.at("2026-01-03T10:00"), commit: nil,
            formerCommit: "1f3a5b7")
    }

    /// The names of the fields behind the reference of a record or an update.
    static func fields(of value: Any) -> Set<String> {
        var mirror = Mirror(reflecting: value)
        while mirror.children.count == 1, let only = mirror.children.first {
            mirror = Mirror(reflecting: only.value)
        }
        return Set(mirror.children.compactMap(\.label))
    }
}
