import Diagnostics
import StatusModel
import Testing

@testable import Records

/// No slip in what hides a record publishes it, and none in what changes a status hides an outage.
@Suite struct HidingSlipTests {
    let site: SampleSite

    init() throws { site = try SampleSite() }

    @Test(arguments: [
        "visibilty: internal", "Visibility: internal", "visability: internal", "visible: false",
        "private: true",
        "public: false", "audience: internal", "access: Internal", "Draft: true", "drafts: true",
        "intern: {lead: Ada}",
        "hidden: true",
    ])
    func keyThatWasMeantToHideIsAnError(key: String) {
        #expect(site.toldOfKeys(key) == ["2:1 error unknown-key"])
    }

    @Test(arguments: ["tag: [a]", "owner: Ada", "vendor: Acme", "region: international", "audiences: all"])
    func otherUnknownKeysAreWarnings(key: String) {
        #expect(site.toldOfKeys(key) == ["2:1 warning unknown-key"])
    }

    @Test(arguments: [
        ("component: {web: major}", "components"), ("componets: [web]", "components"),
        ("start: 2026-01-02T16:00Z", "started"), ("starts: 2026-01-02T16:00Z", "started"),
        ("end: 2026-01-02T18:00Z", "ended"), ("maintenence: {from: 2026-01-02T16:00Z}", "maintenance"),
    ])
    func slipInAKeyThatChangesTheStatusIsAnError(key: String, meant: String) {
        let found = site.read(
            "---\ntitle: a\nseverity: SEV-2\n\(key)\n---\n[INVESTIGATING 2026-01-02T17:00Z] a\n"
        ).diagnostics
        #expect(found.map(\.summary) == ["4:1 error unknown-key"])
        #expect(found.first?.hint == "did you mean `\(meant)`?")
    }

    @Test(arguments: ["component: web", "security: reviewed", "start: 2026-01-02T16:00Z"])
    func keyBesideTheOneItIsNearIsAWarning(key: String) {
        #expect(site.toldOfKeys(key) == ["2:1 warning unknown-key"])
    }

    @Test(arguments: [
        "impact: {visibility: internal}", "internal: {visibility: internal}", "impact: {Visibilty: internal}",
        "internal: {visibility: public}", "internal: {draft: true}",
    ])
    func keyInTheWrongMapIsAnError(key: String) {
        let column = key.prefix { $0 != "{" }.count + 2
        #expect(site.toldOfKeys(key) == ["2:\(column) error misplaced-key"])
    }

    @Test func mapsWithKeysOfTheirOwnTellItToo() {
        let told = site.told(
            "---\ntitle: a\nnotice: {from: 2026-01-02T16:00Z, visibility: internal}\n---\nText.\n"
        )
        #expect(told == ["3:35 error unknown-key"])
        #expect(
            toldOfStatus(SampleSite.status.replacing("name: Website", with: "name: Website, internal: true"))
                == [
                    "4:30 unknown-key"
                ]
        )
    }

    @Test func lessonUnderImpactIsText() {
        #expect(site.toldOfKeys("impact: {visibility: dashboards were blind}") == [])
    }
}
