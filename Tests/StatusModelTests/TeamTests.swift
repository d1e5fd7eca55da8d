import Testing

@testable import StatusModel

@Suite struct TeamTests {
    @Test(arguments: [
        ("CTO", ["CTO"]), ("cto", ["CTO"]), ("CTO, CEO", ["CTO", "CEO"]),
        ("ceo/VP Engineering", ["CEO", "VP Engineering"]), ("CTO; CTO", ["CTO"]), (", /", []),
        // A role that is called so is one, whatever its name looks like.
        ("Press, law", ["Press, law"]), ("On-call lead", []), ("CTO and CEO", []), ("the CTO", []), ("", []),
    ])
    func stepsNameRoles(people: String, roles: [String]) {
        var team = Team()
        team.roles = ["CTO", "VP Engineering", "CEO", "Press, law"].map { Team.Role(name: $0) }
        #expect(team.roles(calledIn: people).map(\.name) == roles)
    }

    /// Both components have the address of the level's too: it comes once, under the level.
    @Test func runbooksComeOnceEach() {
        var level = Severity(level: "SEV-1")
        level.runbooks = ["https://w.example/1"]
        var page = StatusPage(
            title: "S", url: "https://s.example",
            components: ["a", "b", "c"].map { Component(id: $0, name: $0) }, severities: [level])
        page.components[0].runbooks = ["https://w.example/a", "https://w.example/1"]
        page.components[1].runbooks = ["https://w.example/b"]
        page.components[2].runbooks = ["https://w.example/c", "https://w.example/1"]
        #expect(
            page.runbooks(for: 0, affecting: [0, 2]) == [
                Runbook(subject: .severity(0), url: "https://w.example/1"),
                Runbook(subject: .component(0), url: "https://w.example/a"),
                Runbook(subject: .component(2), url: "https://w.example/c"),
            ])
        let seen = page.seen(by: .public, at: Instant(seconds: 0))
        #expect(seen.runbooks(for: 0, affecting: [0, 1, 2]).isEmpty)
    }
}
