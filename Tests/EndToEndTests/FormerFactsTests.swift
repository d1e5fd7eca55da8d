import Foundation
import Testing

/// What is made internal after an incident's end: no public byte tells it any more, about the past either.
@Suite struct FormerFactsTests {
    private let repository: Repository

    init() throws {
        repository = try Repository()
        try repository.write(Self.site(), to: "status.yml")
        try repository.commit(at: "2026-01-01T00:00Z")
    }

    /// What a record says before and after a fact was made internal: the planted value is `ACME-7`.
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        var before = ""
        var after = ""
        var bodyBefore = Self.body
        var bodyAfter = Self.body
        var site = ""

        static let body =
            "[INVESTIGATING 2026-01-02 17:05 UTC] We look.\n\n[RESOLVED 17:45 UTC] All is well.\n"
        static let postMortem = body + "\n# Post-mortem\nPublished: 2026-01-03\n\n"
    }

    static let cases = [
        Case(
            testDescription: "an impact's mark", before: "impact: {users: \"500\", Revenue impact: ACME-7}\n",
            after: "impact: {users: \"500\", Revenue impact: ACME-7 (internal)}\n"),
        Case(
            testDescription: "an impact's mark, its value another",
            before: "impact: {Revenue impact: ACME-7}\n",
            after: "impact: {revenue_impact: \"9 (internal)\"}\n"),
        Case(
            testDescription: "the site's list", before: "impact: {Revenue impact (estimated): ACME-7}\n",
            after: "impact: {Revenue impact (estimated): ACME-7}\n",
            site: ", internal_impact: [revenue impact]"),
        Case(
            testDescription: "the site's list, in the post-mortem",
            bodyBefore: Case.postMortem + "It was the pool.\n\n## Impact\n\n- Churn: ACME-7\n- Users: 500\n",
            bodyAfter: Case.postMortem + "It was the pool.\n\n## Impact\n\n- Churn: ACME-7\n- Users: 500\n",
            site: ", internal_impact: [churn]"),
        Case(
            testDescription: "a post-mortem's fact",
            bodyBefore: Case.postMortem + "It was the pool.\n\n## Impact\n\n- Churn: ACME-7\n- Users: 500\n",
            bodyAfter: Case.postMortem
                + "It was the pool.\n\n## Impact\n\n- Churn: 9 (internal)\n- Users: 500\n"
        ),
        Case(
            testDescription: "a line of a post-mortem",
            bodyBefore: Case.postMortem
                + "It was the pool.\n\n## Lessons learned\n\nACME-7 called.\n\nWe know more.\n",
            bodyAfter: Case.postMortem
                + "It was the pool.\n\n## Lessons learned\n\nACME-7 called. (internal)\n\nWe know more.\n"),
        Case(
            testDescription: "a line with a link",
            bodyBefore: Case.postMortem
                + "It was the pool.\n\n## Lessons learned\n\n- The [vendor](https://v.example) ACME-7 failed.\n- We know.\n",
            bodyAfter: Case.postMortem
                + "It was the pool.\n\n## Lessons learned\n\n- The [vendor](https://v.example) ACME-7 failed. (internal)\n- We know.\n"
        ),
        Case(
            testDescription: "a section",
            bodyBefore: Case.postMortem + "It was the pool.\n\n## Customers\n\nACME-7\n",
            bodyAfter: Case.postMortem + "It was the pool.\n\n## Customers (internal)\n\nACME-7\n"),
        Case(
            testDescription: "the post-mortem",
            bodyBefore: Case.postMortem + "It was ACME-7.\n",
            bodyAfter: Case.postMortem.replacing("Published", with: "Visibility: internal\nPublished")
                + "It was ACME-7.\n"),
        Case(
            testDescription: "a fact moved under internal", before: "impact: {churn: ACME-7}\n",
            after: "internal: {Churn: ACME-7}\n"),
        Case(
            testDescription: "a fact moved under internal, with another label",
            before: "impact: {users left: ACME-7}\n", after: "internal: {customer: ACME-7}\n"),
        Case(
            testDescription: "a ticket", before: "ticket: ACME-7\n", after: "internal: {ticket: ACME-7}\n"),
        Case(
            testDescription: "a link", before: "links: [\"https://x.example/ACME-7\"]\n",
            after: "internal: {wiki: \"https://x.example/ACME-7\"}\n"),
        Case(
            testDescription: "an update before the raise",
            bodyBefore: "ACME-7 rang.\n\n" + Case.body.replacing("We look.", with: "ACME-7 is out."),
            bodyAfter: "ACME-7 rang.\n\n"
                + Case.body.replacing("We look.", with: "ACME-7 is out.").replacing(
                    "[RESOLVED", with: "[UPDATE 17:10 UTC] All are out.\nSeverity: SEV-1\n\n[RESOLVED")),
    ]

    @Test(arguments: cases) func noPublicByteTellsIt(of change: Case) throws {
        try write(change.before, change.bodyBefore)
        try repository.commit(at: "2026-01-04T10:00Z")
        #expect(try built("public").contains("ACME-7"))
        try repository.write(Self.site(change.site), to: "status.yml")
        let isRaised = change.testDescription.contains("raise")
        try write(
            isRaised ? "visibility: public\n" : change.after, change.bodyAfter,
            severity: isRaised ? "SEV-4" : "SEV-1")
        for format in ["text", "markdown", "json"] {
            #expect(try !diff("--format", format).contains("ACME-7"), "\(format)")
            #expect(try !diff("--format", format, "--strict", "--allow", "x").contains("ACME-7"), "\(format)")
        }
        try repository.commit(at: "2026-01-05T10:00Z")
        #expect(try !built("public").contains("ACME-7"))
        // Another edit of the same record shows its own words, and none of those.
        try write(
            isRaised ? "visibility: public\n" : change.after,
            change.bodyAfter.replacing("All is well.", with: "All is well again."),
            severity: isRaised ? "SEV-4" : "SEV-1")
        try repository.commit(at: "2026-01-06T10:00Z")
        let bytes = try built("public")
        #expect(!bytes.contains("ACME-7") && bytes.contains("All is well.</dd>"))
        if change.testDescription != "an impact's mark, its value another",
            change.testDescription != "a post-mortem's fact"
        {
            #expect(try built("internal").contains("ACME-7"))
        }
    }

    /// That there was an edit is said, as of words that are withheld.
    @Test func editIsToldWithItsDateAlone() throws {
        try write("impact: {users: \"500\", Revenue impact: ACME-7}\n")
        try repository.commit(at: "2026-01-04T10:00Z")
        try write("impact: {users: \"500\", Revenue impact: ACME-7 (internal)}\n")
        try repository.commit(at: "2026-01-05T10:00Z")
        let page = try built("public")
        #expect(page.contains("Text withheld on <time datetime=\"2026-01-05\">5 Jan 2026</time>"))
    }

    /// A label that was made internal hides no other, and a fact that everyone still reads stays.
    @Test func whatIsPublicTodayIsShown() throws {
        try write("impact: {users: \"500\", churn: none}\ninternal: {users: ACME-7}\n")
        try repository.commit(at: "2026-01-04T10:00Z")
        try write("impact: {users: \"700\", churn: none}\ninternal: {users: ACME-7}\n")
        let text = try diff()
        #expect(text.contains("impact: users: 500; churn: none → users: 700; churn: none"), "\(text)")
        try repository.commit(at: "2026-01-05T10:00Z")
        #expect(try built("public").contains("<dd>500</dd>"))
    }

    @Test func recordThatIsMadeInternalIsToldByItsFileAlone() throws {
        try write("tags: [ACME-7]\n", title: "ACME-7 is down")
        try repository.commit(at: "2026-01-04T10:00Z")
        try write("tags: [ACME-7]\nvisibility: internal\n", title: "ACME-7 is down")
        for format in ["text", "markdown", "json"] {
            let output = try diff("--format", format)
            #expect(!output.contains("ACME-7") && output.contains("slow"), "\(output)")
        }
        // The figures that it takes with it are told.
        #expect(try diff().contains("removed: incident “slow” (slow)"))
        #expect(try diff("--audience", "internal").contains("ACME-7"))
    }
}

private extension FormerFactsTests {
    static func site(_ more: String = "") -> String {
        """
        site: {title: A, url: https://example.com, since: 2026-01-01\(more)}
        severities: {SEV-1: {}, SEV-4: {visibility: internal}}

        """
    }

    func write(
        _ keys: String, _ body: String = Case.body, severity: String = "SEV-1",
        title: String = "Stories are slow"
    ) throws {
        try repository.write(
            "---\ntitle: \(title)\nseverity: \(severity)\n\(keys)---\n\n\(body)", to: "incidents/slow.md")
    }

    func diff(_ arguments: String...) throws -> String {
        let result = try Program.run(
            ["diff", "--site", repository.path, "--now", "2026-01-10T00:00Z"] + arguments)
        #expect(result.status == 0, "\(result.error)")
        return result.output
    }

    func built(_ audience: String) throws -> String {
        let output = repository.path + "/public-\(audience)"
        let result = try Program.run([
            "build", "--site", repository.path, "--output", output, "--audience", audience, "--now",
            "2026-01-10T00:00Z",
        ])
        #expect(result.status == 0, "\(result.error)")
        return try Scratch.contents(of: output).values.joined()
    }
}
