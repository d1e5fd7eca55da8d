import StatusModel
import Testing

@testable import Records

/// Action items in all their forms; owner and ticket never stay in the text that everyone sees.
@Suite struct ActionItemTests {
    let site: SampleSite

    init() throws { site = try SampleSite() }

    private func items(_ list: String, under heading: String = "Action items") throws -> [ActionItem] {
        let body = "[RESOLVED 17:00] x\n\n# Post-mortem\n\n## \(heading)\n\n\(list)\n"
        return try site.incident(body).postMortem?.actionItems ?? []
    }

    static let due = Day(year: 2026, month: 1, day: 9)

    @Test(arguments: [
        "- [ ] Add an alarm (Owner: Data team, Due: 2026-01-09, Ticket: OPS-12)",
        "- [ ] Add an alarm - Owner: Data team - Due: 2026-01-09 - Ticket: OPS-12",
        "- [ ] Add an alarm – Owner: Data team – Due: 2026-01-09 – Ticket: OPS-12",
        "- [ ] Add an alarm - Owner: Data team, Due: 2026-01-09, Ticket: OPS-12",
        "1. [ ] Add an alarm (ticket: OPS-12, owner: Data team, due: 2026-01-09)",
        "1. Add an alarm (Owner: Data team, Due: 2026-01-09, Ticket: OPS-12)",
        "- [] Add an alarm\n  (Owner: Data team, Due: 2026-01-09, Ticket: OPS-12)",
        "- [ ] Add an alarm (Owner: Data team,\n  Due: 2026-01-09, Ticket: OPS-12)",
        "- [ ] Add an alarm (Owner: Data\n  team, Due: 2026-01-09, Ticket: OPS-12)",
        "- [ ] Add an alarm (Owner: Data team) (Due: 2026-01-09) (Ticket: OPS-12)",
        "- [ ] Add an alarm (Due: 2026-01-09) - Owner: Data team - Ticket: OPS-12",
        "- [ ] Add an alarm [Owner: Data team, Due: 2026-01-09, Ticket: OPS-12]",
        "- [ ] Add an alarm, Owner: Data team; Due: 2026-01-09; Ticket: OPS-12",
        "- [ ] Add an alarm\n  Owner: Data team\n  Due: 2026-01-09\n  Ticket: OPS-12",
        "- [ ] Add an alarm\n  - Owner: Data team\n  - Due: 2026-01-09\n  - **Ticket:** OPS-12",
        "- [ ] Add\n  an alarm\n\n  Owner: Data team, Due: 2026-01-09\n\n  Ticket: OPS-12",
    ])
    func everyFormIsRead(list: String) throws {
        let expected = ActionItem(
            text: "Add an alarm",
            isDone: false,
            owner: "Data team",
            dueOn: Self.due,
            ticket: "OPS-12"
        )
        #expect(try items(list) == [expected])
    }

    @Test(arguments: [
        ("- [x] Add it (Owner: Smith, Jane, Due: 2026-01-09)", "Add it", "Smith, Jane"),
        ("- [x] Add it (Owner: Jane (SRE))", "Add it", "Jane (SRE)"),
        ("- [x] Add it - phase 2 - Owner: Jane", "Add it - phase 2", "Jane"),
        ("- [x] Add it - Owner: Data team (platform)", "Add it", "Data team (platform)"),
        ("- [x] Add it (see the page) - Owner: Jane", "Add it (see the page)", "Jane"),
        ("- [x] Add it (see the page) (Owner: Jane)", "Add it (see the page)", "Jane"),
        ("- [x] Add it (Owner: Jane) soon", "Add it soon", "Jane"),
        ("- [x] Add it (Owner: Jane", "Add it", "Jane"),
        ("- [X] Add it (Owner: Jane).", "Add it .", "Jane"),
    ])
    func ownerIsNoPartOfTheText(list: String, text: String, owner: String) throws {
        let item = try #require(try items(list).first)
        #expect((item.text, item.owner, item.isDone) == (text, owner, true))
    }

    @Test func boxesAndFieldsMakeActionItemsInAnySection() throws {
        #expect(try items("- [ ] a\n- b\n- c (Owner: d)", under: "Prevention").map(\.text) == ["a", "c"])
        #expect(try items("- a\n- b").map(\.text) == ["a", "b"])
    }

    @Test func dayThatIsNoneIsTold() {
        let body = "[RESOLVED 17:00] x\n\n# Post-mortem\n\n## Action items\n\n- [ ] a (Due: 2026-02-30)\n"
        #expect(site.toldOfBody(body) == ["13:15 error invalid-time"])
    }
}
