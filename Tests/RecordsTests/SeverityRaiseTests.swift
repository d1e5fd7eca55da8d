import Diagnostics
import StatusModel
import Testing

@testable import Records

/// An incident of an internal severity that turns out to be one of a public severity.
@Suite struct SeverityRaiseTests {
    let site: SampleSite

    init() throws { site = try SampleSite() }

    private func record(severity: String = "SEV-3", visibility: String? = nil, _ updates: String) -> String {
        let keys = visibility.map { "visibility: \($0)\n" } ?? ""
        return "---\ntitle: Slow\nseverity: \(severity)\nstarted: 2026-01-02T16:00Z\n\(keys)---\n\(updates)"
    }

    private func incident(_ text: String) throws -> Record {
        let parsed = site.read(text)
        guard let incident = parsed.record else {
            throw SampleSite.Unreadable(told: parsed.diagnostics.map(\.summary))
        }
        return incident
    }

    private static let raised = """
        One tenant is slow.

        [INVESTIGATING 17:00 UTC] It is Acme.

        [IDENTIFIED 17:10 UTC] All are slow.
        Severity: SEV-1

        [RESOLVED 17:20 UTC] Over.

        """

    @Test func raiseIsAnErrorUntilTheFrontMatterDecides() throws {
        let told = site.read(record(Self.raised)).diagnostics.filter { $0.severity == .error }
        #expect(told.map(\.summary) == ["11:11 error undecided-visibility"])
        #expect(told.first?.hint?.contains("`visibility: public`") == true)
        #expect(told.first?.related.first?.location.line == 3)
    }

    @Test func publicOnesShowFromTheRaiseOn() throws {
        let incident = try incident(record(visibility: "public", Self.raised))
        #expect(incident.visibility == .public && incident.firstPublicUpdate == 1)
        #expect(incident.updates.count == 3)
    }

    @Test func internalOnesStayInside() throws {
        let incident = try incident(record(visibility: "internal", Self.raised))
        #expect(incident.visibility == .internal && incident.firstPublicUpdate == nil)
    }

    @Test func firstUpdateIsTheEarliestWhateverTheOrderOfTheFile() throws {
        let newestFirst = """
            [RESOLVED 2026-01-02 17:20 UTC] Over.

            [IDENTIFIED 2026-01-02 17:10 UTC] All are slow.
            Severity: SEV-2

            [INVESTIGATING 2026-01-02 17:00 UTC] It is Acme.

            """
        #expect(try incident(record(visibility: "public", newestFirst)).firstPublicUpdate == 1)
    }

    @Test(arguments: [
        // A public level, lowered and raised again; a rise within the internal ones; one that is stated wrongly.
        (
            "SEV-2",
            "[INVESTIGATING 17:00 UTC] a\nSeverity: SEV-3\n\n[IDENTIFIED 17:10 UTC] b\nSeverity: SEV-1\n"
        ),
        ("SEV-3", "[INVESTIGATING 17:00 UTC] a\nSeverity: SEV-3\n"),
    ])
    func otherChangesAskNothing(severity: String, updates: String) throws {
        #expect(try incident(record(severity: severity, updates)).firstPublicUpdate == nil)
    }
}
