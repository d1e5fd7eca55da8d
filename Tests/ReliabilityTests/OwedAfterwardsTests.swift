import StatusModel
import Testing

@testable import Reliability

/// An incident from 17:00 to 18:00 on 2 January 2026, of a policy that asks for a meeting within 2 hours, a post-mortem within
/// a day and two ticks.
@Suite struct OwedAfterwardsTests {
    @Test func whatIsDoneIsOwedNoMore() throws {
        let incident = try over()
        #expect(
            try owed(incident, at: "2026-01-02T18:10Z") == [
                "post_mortem_held 2026-01-02T20:00:00Z", "post_mortem 2026-01-03T18:00:00Z",
                "resolved [1] 2026-01-02T18:00:00Z",
            ])
        #expect(
            try owed(incident, at: "2026-01-03T18:01Z").last == "after [2] 2026-01-03T18:00:01Z")
        var done = incident
        done.tickedItems = ["support is told", "report filed"]
        done.postMortem = PostMortem(title: "Post-mortem")
        done.postMortem?.scheduledAt = try at("2026-01-09T10:00Z")
        #expect(try owed(done, at: "2026-01-03T18:01Z") == ["post_mortem 2026-01-03T18:00:00Z"])
        done.postMortem?.publishedOn = Day(year: 2026, month: 1, day: 4)
        #expect(try owed(done, at: "2026-01-03T18:01Z") == ["post_mortem 2026-01-03T18:00:00Z"])
        #expect(try owed(done, at: "2026-01-04T00:00Z") == [])
    }

    /// Due on the 9th: owed from the 10th on, for 90 days, which are 22 + 28 + 31 + 9 days on: 9 April.
    @Test func actionItemIsOwedOnceItsDayIsOver() throws {
        var incident = try over()
        incident.tickedItems = ["Support is told", "Report filed"]
        incident.postMortem = PostMortem(title: "Post-mortem")
        incident.postMortem?.publishedOn = Day(year: 2026, month: 1, day: 2)
        var section = PostMortem.Section(kind: .actionItems, title: "Action items", prose: .empty)
        let day = Day(year: 2026, month: 1, day: 9)
        section.actionItems = [
            ActionItem(text: "Warn", isDone: false, dueOn: day),
            ActionItem(text: "Mend", isDone: true, dueOn: day),
            ActionItem(text: "Think", isDone: false),
        ]
        incident.postMortem?.sections = [section]
        #expect(try owed(incident, at: "2026-01-09T23:59Z") == [])
        let item = "Warn 2026-01-09T23:59:59Z"
        #expect(try owed(incident, at: "2026-01-10T00:00Z") == [item])
        #expect(try owed(incident, at: "2026-04-09T23:59Z") == [item])
        #expect(try owed(incident, at: "2026-04-10T00:00Z") == [])
    }

    @Test func openIncidentOwesNothingYet() throws {
        var incident = try over()
        incident.updates.append(Update(phase: .identified, at: try at("2026-01-02T18:05Z")))
        #expect(try owed(incident, at: "2026-02-02T18:10Z") == [])
    }
}

private extension OwedAfterwardsTests {
    func over() throws -> Record {
        incident(
            "incident", [StatusChange(0, .majorOutage)], from: try at("2026-01-02T17:00Z"),
            [resolved(try at("2026-01-02T18:00Z"))])
    }

    func owed(_ incident: Record, at now: String) throws -> [String] {
        var page = page(component("api"))
        page.severities[1].postMortem = Severity.PostMortemDuty(
            isRequired: true, within: 24 * hour, heldWithin: 2 * hour)
        page.severities[1].checklists = [
            Checklist(.resolved, ["Support is told"]), Checklist(.after, ["Report filed"]),
        ]
        return OwedAfterwards.all(after: incident, on: page, now: try at(now)).map { owed in
            let what =
                switch owed.what {
                case .postMortem(let rule): rule.rawValue
                case .checklist(let stage, let items): "\(stage) \(items.map(\.number))"
                case .actionItem(let item): item.text
                }
            return "\(what) \(owed.dueAt)"
        }
    }
}
