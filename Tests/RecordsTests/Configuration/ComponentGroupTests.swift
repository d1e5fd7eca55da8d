import StatusModel
import Testing

@testable import Records

@Suite struct ComponentGroupTests {
    private static let site = "site: {title: x, url: \"https://x.example\", target: 99}\n"

    @Test func aNameAloneMakesAGroupOfItsLetters() throws {
        let page = try SampleSite(
            status: Self.site + """
                components:
                  - {id: api, group: API}
                  - {id: web, group: Überall & mehr}
                  - {id: app, group: API}
                  - {id: tv, group: "***"}
                """
        ).configuration.page
        // A component has the letters of "API" already.
        #expect(page.groups.map(\.id) == ["api-2", "überall-mehr", "group"])
        #expect(page.groups.map(\.name) == ["API", "Überall & mehr", "***"])
        #expect(page.components.map(\.group) == [0, 1, 0, 2])
        #expect(page.componentsByGroup == [[0, 2], [1], [3]])
    }

    @Test func noGroupHasAnIdThatAComponentHasOrHad() throws {
        let page = try SampleSite(
            status: Self.site
                + "components: [{id: shop, renamed_from: store, group: Store}, {id: a, group: STORE}]"
        ).configuration.page
        #expect(page.groups.map(\.id) == ["store-2"])
        let listed = "components: [{id: shop, renamed_from: store}]\ngroups: [{id: store}]\n" + Self.site
        #expect(toldOfStatus(listed) == ["2:10 duplicate-component"])
        #expect(toldOfStatus("groups: [{id: store}]\n" + Self.site) == ["1:10 empty-group"])
    }

    /// `Group - Name` is another component's own name: that one is meant.
    @Test func aNameOfItsOwnWinsOverOneWithTheGroup() throws {
        let site = try SampleSite(
            status: Self.site + """
                components: [{id: a, name: Europe - API}, {id: b, name: API, group: Europe}]
                severities: {SEV-2: {component_status: partial}}
                """)
        #expect(
            site.told(SampleSite.record("").replacing("{web: partial}", with: "[Europe - API]")) == [])
    }

    @Test func groupsAreListedWithTheirPartsAndObjectives() throws {
        let page = try SampleSite(
            status: Self.site + """
                components:
                  - {id: finder, group: Search}
                  - {id: web, group: EUROPE}
                  - {id: mail}
                  - {id: login, group: us, target: 90}
                groups:
                  - {id: search, name: Search, parent: europe, target: 99.9}
                  - {id: europe, name: Europe, target: 99.5, description: Frankfurt and Paris}
                  - {id: us}
                """
        ).configuration.page
        #expect(page.groups.map(\.parent) == [1, nil, nil])
        #expect(page.groups.map(\.summary) == [nil, "Frankfurt and Paris", nil])
        #expect(page.groups[2].name == "us")
        #expect(page.components.map(\.group) == [0, 1, nil, 2])
        #expect(page.componentsByGroup == [[0], [0, 1], [3]])
        #expect(page.fullName(of: page.components[0]) == "Europe - Search - finder")
        // Its own part's, its group's, the site's, and its own.
        let targets = page.components.indices.map {
            page.rules.target(of: $0, at: .distantFuture)?.millionths
        }
        #expect(targets == [999_000, 995_000, 990_000, 900_000])
    }

    /// Groups, on line 3.
    @Test(arguments: [
        ("{id: Core}", ["3:10 invalid-value"]), ("{name: Core}", ["3:5 missing-key"]),
        ("core", ["3:5 wrong-type"]), ("{id: core, parents: x}", ["3:16 unknown-key"]),
        ("{id: core, parent: core}", ["3:24 invalid-value"]),
        ("{id: core, parent: cor}", ["3:24 invalid-value"]),
        ("{id: core, target: 101}", ["3:24 invalid-value"]),
        ("{id: web}", ["3:5 duplicate-component"]),
        ("{id: core}\n  - {id: core}", ["4:5 duplicate-component"]),
        ("{id: core}\n  - {id: other, name: Core}", ["4:5 duplicate-component"]),
        ("{id: core}\n  - {id: a, parent: core}\n  - {id: b, parent: a}", ["5:21 invalid-value"]),
        ("{id: core}\n  - {id: other}", ["4:5 empty-group"]),
        ("{id: a, name: core}\n  - {id: b, name: Core, parent: a}", ["1:31 ambiguous-name"]),
    ])
    func mistakesAreToldAtTheirColumn(groups: String, expected: [String]) {
        let text = "components: [{id: web, group: core}]\ngroups:\n  - \(groups)\n" + Self.site
        #expect(toldOfStatus(text) == expected)
    }

    @Test(arguments: [
        ("{id: shop, renamed_from: [store, Store]}", ["2:38 invalid-value"]),
        ("{id: shop, renamed_from: web}", ["2:5 duplicate-component"]),
        ("{id: shop, renamed_from: [store, shop]}", ["2:30 invalid-value"]),
        ("{id: shop, renamed_from: [store, store]}", ["2:30 invalid-value"]),
        ("{id: shop, renamed_from: store, group: Store},\n    {id: bank, group: b}", []),
        ("{id: shop, url: javascript:x}", ["2:21 unsafe-link"]),
        ("{id: shop, headline: never}", ["2:26 invalid-value"]),
    ])
    func keysOfComponentsAreToldAtTheirColumn(component: String, expected: [String]) {
        let text = "components: [{id: web},\n    \(component)]\n" + Self.site
        #expect(toldOfStatus(text) == expected)
    }

    private static let twice =
        site + """
            components:
              - {id: search-eu, name: Search, group: Europe}
              - {id: search-us, name: Search, group: US}
              - {id: web, name: Website, renamed_from: [site, home]}
            severities: {SEV-2: {component_status: partial}}
            """

    @Test func oneNameMayStandInTwoGroupsAndMeansNeitherInARecord() throws {
        let site = try SampleSite(status: Self.twice)
        #expect(site.configuration.page.componentNames == ["Europe - Search", "US - Search", "Website"])
        func told(_ components: String) -> [String] {
            site.told(SampleSite.record("").replacing("{web: partial}", with: components))
        }
        #expect(told("[Search]") == ["4:14 error ambiguous-name"])
        #expect(told("[search-eu, us - search]") == [])
        #expect(told("[home]") == [])
    }

    @Test(arguments: [
        "{id: a, name: Search, group: Europe}, {id: b, name: search, group: Europe}",
        "{id: a, name: Search, group: Europe}, {id: b, name: Search}",
        "{id: search, name: Search, group: Europe}, {id: b, name: Search, group: US}",
        "{id: a, name: Search, group: Europe}, {id: b, aliases: [Search], group: US}",
    ])
    func anyOtherDoubleIsAMistake(components: String) {
        let text = "components: [\(components)]\n" + Self.site
        let told = toldOfStatus(text)
        #expect(told.count == 1 && told[0].hasSuffix(" duplicate-component"))
    }
}
