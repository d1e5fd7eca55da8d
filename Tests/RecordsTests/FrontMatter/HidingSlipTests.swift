import StatusModel
import Testing

@testable import Records

/// No slip in what hides a record publishes it.
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
