import Diagnostics
import Testing

@testable import Records

@Suite struct DuplicateKeyTests {
    let site: SampleSite

    init() throws { site = try SampleSite() }

    @Test(arguments: [
        ("title: a\ntitle: b", ["3:1"]),
        ("title: a\nticket: title\ninternal:\n  title: x\ntitle: b", ["6:1"]),
        ("internal:\n  lead: a\n  role: b\n  lead: c", ["5:3"]),
        ("internal: {lead: a, role: lead, lead: c}", ["2:33"]),
        ("internal: {\"lead\": a, lead: c}", ["2:23"]),
        ("\"title\": a\ntitle: b", ["3:1"]),
        ("tags:\n- a: 1\n- a: 2\ntags: x", ["5:1"]),
        ("internal:\n  lead: a\n  lead: b\ntitle: a\ntitle: b", ["4:3", "6:1"]),
        ("title: a\ntitle: b\ntitle: c", ["3:1", "4:1"]),
        ("title: a\nimpact: |\n  title: x\ntitle: b", ["5:1"]),
        ("t\u{EF}tle: \u{20AC}\ninternal: {\u{20AC}: a, \u{20AC}: b}", ["3:20"]),
    ])
    func secondKeyIsToldAtItsPlace(yaml: String, places: [String]) {
        let told = site.told("---\n\(yaml)\n---\n").filter { $0.hasSuffix("duplicate-key") }
        #expect(told == places.map { "\($0) error duplicate-key" })
    }

    @Test func firstKeyIsNamedBesideIt() {
        let found = site.read("---\ntitle: a\n\ntitle: b\n---\n").diagnostics
        #expect(found.first?.related.map(\.location.line) == [2])
    }

    @Test func sameKeyInOtherMapsIsNoDuplicate() {
        #expect(site.toldOfKeys("internal:\n  title: x\n  started: y\nimpact: {title: z}").isEmpty)
    }

    @Test func componentNamedTwiceInTwoWaysIsTold() {
        let text =
            "---\ntitle: x\nseverity: SEV-2\nstarted: 2026-01-02T16:00Z\ncomponents: {web: partial, Website: major}\n---\n"
        #expect(site.told(text) == ["5:28 error duplicate-key"])
    }
}
