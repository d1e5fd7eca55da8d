import Diagnostics
import StatusModel
import TestSupport
import Testing

@testable import Records

/// Ids that a site keeps from a hosted page.
@Suite struct KeptIDsTests {
    private static let status = """
        site: {title: x, url: "https://status.example.com", ids: {statuspage: page00000000}}
        groups: [{id: core, name: Core, ids: {statuspage: group0000000}}]
        components: [{id: web, group: core, ids: {statuspage: comp00000000}}, {id: api, group: core}]
        severities: {SEV-1: {}}
        """

    @Test func theyAreReadWhereverTheyMayStand() throws {
        let (page, found) = try assembled(["a": record("ids: {statuspage: Rec_1-x}"), "b": record()])
        #expect(found.isEmpty)
        #expect(page.statuspageID.text == "page00000000")
        #expect(page.statuspageID(of: ComponentGroup.Index(0)).text == "group0000000")
        #expect(page.statuspageID(of: page.components[0]).text == "comp00000000")
        let ids = Dictionary(
            uniqueKeysWithValues: page.records.map { ($0.id, page.statuspageID(of: $0).text) })
        // FNV-1a of `https://status.example.com/incidents/b`, modulo 36^12, in base 36, by six lines of Python.
        #expect(ids == ["a": "Rec_1-x", "b": "m57mjqhhbe5q"])
    }

    /// The map `ids` begins in column 6 of line 6.
    @Test(arguments: [
        ("ids: {statuspage: a b}", ["6:19 error invalid-value"]),
        ("ids: {statuspage: ä}", ["6:19 error invalid-value"]),
        ("ids: {statuspage: ../up}", ["6:19 error invalid-value"]),
        ("ids: {statuspage: Unresolved}", ["6:19 error invalid-value"]),
        ("ids: {statuspage: \(String(repeating: "x", count: 65))}", ["6:19 error invalid-value"]),
        ("ids: {statuspage: \(String(repeating: "x", count: 64))}", []),
        ("ids: {statuspage: 1234567890}", []),
        ("ids: {statuspage: }", ["6:7 error empty-value"]), ("ids: k2x", ["6:6 error wrong-type"]),
        ("ids: {statuspag: k2x}", ["6:7 warning unknown-key"]), ("ids:", ["6:1 error empty-value"]),
    ])
    func whatCannotBeAnIDIsToldWithItsPlace(line: String, expected: [String]) throws {
        #expect(try SampleSite().told(record(line)) == expected)
    }

    @Test func nearestKeyIsNamed() throws {
        let found = try SampleSite().read(record("ids: {statuspag: k2x}")).diagnostics
        #expect(found.first?.hint?.contains("`statuspage`") == true)
    }

    @Test(arguments: [
        ("page00000000", "COMP00000000", "3:55"), ("comp00000000", "page00000000", "3:55"),
        ("group0000000", "page00000000", "2:51"),
    ])
    func twoOfStatusYMLCannotHaveOneID(old: String, new: String, place: String) {
        let text = Self.status.replacing(old, with: new)
        #expect(toldOfStatus(text) == ["\(place) duplicate-statuspage-id"])
    }

    @Test func idMadeOfAnAddressIsTaken() {
        // That of the component `api`.
        #expect(
            toldOfStatus(Self.status.replacing("page00000000", with: Self.idOfAPI)) == [
                "1:71 duplicate-statuspage-id"
            ])
    }

    @Test(arguments: [
        ("k2x", "ids: {statuspage: K2X}", "incidents/b.md", "incidents/a.md"),
        // The other's own id, made of its address.
        ("m57mjqhhbe5q", "ticket: x", "incidents/a.md", "incidents/b.md"),
        ("comp00000000", "ticket: x", "incidents/a.md", "status.yml"),
        (idOfAPI, "ticket: x", "incidents/a.md", "status.yml"),
    ])
    func anotherOfThatIDIsNamed(id: String, other: String, path: String, related: String) throws {
        let (page, found) = try assembled(["a": record("ids: {statuspage: \(id)}"), "b": record(other)])
        #expect(found.map(\.id) == [.duplicateStatuspageID])
        #expect(found.map(\.location.path) == [path])
        #expect(found.first?.related.map(\.location.path) == [related])
        // Whoever builds all the same has two files.
        #expect(Set(page.records.map { page.statuspageID(of: $0) }).count == 2)
    }

    @Test func seriesHasNoneAndItsWindowsKeepTheirs() throws {
        let series = { (keys: String) in
            """
            ---
            title: x
            maintenance: {from: 2026-02-01T02:00Z, until: 2026-02-01T04:00Z, repeat: weekly, repeat_until: 2026-02-28}
            \(keys)
            ---
            """
        }
        #expect(try SampleSite().told(series("ids: {statuspage: k2x}")) == ["4:19 error misplaced-key"])
        // The window of 1 February of `b`.
        let (_, found) = try assembled([
            "a": record("ids: {statuspage: r3r2raxgxmcj}"), "b": series("ticket: x"),
        ])
        #expect(found.map(\.id) == [.duplicateStatuspageID])
        #expect(found.first?.message.contains("`b@2026-02-01`") == true)
    }

    /// FNV-1a of `https://status.example.com/components/api`, by the same lines.
    private static let idOfAPI = "negf3h4dwmsb"

    private func assembled(_ files: KeyValuePairs<String, String>) throws -> (
        page: StatusPage, found: [Diagnostic]
    ) {
        let (site, found) = (try SampleSite(status: Self.status), Findings())
        let records = files.map { site.read($0.value, path: "incidents/\($0.key).md") }
        #expect(records.flatMap(\.diagnostics).isEmpty)
        let page = SiteAssembly(of: records, configuration: site.configuration, into: found).page
        return (page, found.all.inOrder)
    }

    private func record(_ keys: String = "ticket: x") -> String {
        """
        ---
        title: x
        severity: SEV-1
        started: 2026-01-02T16:00Z
        ended: 2026-01-02T17:00Z
        \(keys)
        ---
        """
    }
}
