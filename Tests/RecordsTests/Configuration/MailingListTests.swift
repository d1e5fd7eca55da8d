import StatusModel
import Testing

@testable import Records

@Suite struct MailingListTests {
    private func status(site: String = "", components: String = "[{id: web}]") -> String {
        "site: {title: x, url: \"https://x.example\"\(site.isEmpty ? "" : ", subscribe: {email: {\(site)}}")}\n"
            + "components: \(components)\n"
    }

    private static let join = "join: \"https://l.example/join\""
    private static let leave = "leave: \"mailto:a-leave@l.example?body=x\""

    @Test func theSiteAndItsComponentsHaveLists() throws {
        let page = try SampleSite(
            status: status(
                site: "list: All@l.example, \(Self.join), \(Self.leave)",
                components:
                    "[{id: web, subscribe: {email: {list: web@l.example, \(Self.join), \(Self.leave)}}}, {id: api}]"
            )
        ).configuration.page
        #expect(page.mailingList?.address == "All@l.example")
        #expect(page.mailingList?.join == "https://l.example/join")
        #expect(page.mailingList?.leave == "mailto:a-leave@l.example?body=x")
        #expect(page.mailingList?.listID == "All.l.example")
        #expect(page.components.map { $0.mailingList?.address } == ["web@l.example", nil])
        let lists = page.mailingLists(of: [1, 0, 0])
        #expect(lists.map(\.list.address) == ["All@l.example", "web@l.example"])
        #expect(lists.map(\.component) == [nil, 0])
        #expect(page.mailingLists(of: [1]).map(\.list.address) == ["All@l.example"])
    }

    /// Each is a mistake, and where.
    @Test(arguments: [
        ("list: a@l.example", ["1:61 missing-key", "1:61 missing-key"]),
        ("list: a@l.example, join: \"https://l.example\"", ["1:61 missing-key"]),
        ("join: \"https://l.example\", leave: \"https://l.example\"", ["1:61 missing-key"]),
    ]) func allThreeAreRequired(site: String, expected: [String]) {
        let told = toldOfStatus(status(site: site))
        #expect(told.map { $0.split(separator: " ").last } == expected.map { $0.split(separator: " ").last })
    }

    @Test(arguments: [
        "a", "a@", "@l.example", "A <a@l.example>", "a@l.example, b@l.example", "a b@l.example",
        #"a@l.example\nBcc: b@l.example"#, "ä@l.example", "a@l..example",
    ]) func whatIsNoAddressIsRefused(address: String) {
        let told = toldOfStatus(status(site: "list: \"\(address)\", \(Self.join), \(Self.leave)"))
        #expect(told.map { $0.split(separator: " ").last } == ["invalid-value"], "\(told)")
    }

    /// A header has them between `<` and `>`.
    @Test(arguments: [
        "javascript:alert(1)", "http://l.example", "https://", "mailto:", "https://l.example/a b",
        "https://l.example/<a>", "https://l.example/a,b", #"https://l.example/\nBcc: x"#,
        "https://l.example/ä",
        "l.example",
    ]) func whatIsNoPlaceToJoinIsRefused(address: String) {
        for key in ["join", "leave"] {
            let other = key == "join" ? Self.leave : Self.join
            let told = toldOfStatus(status(site: "list: a@l.example, \(key): \"\(address)\", \(other)"))
            #expect(told.map { $0.split(separator: " ").last } == ["unsafe-link"], "\(key): \(told)")
        }
    }

    @Test func listOfAnotherIsRefused() {
        let own = { (address: String) in "subscribe: {email: {list: \(address), \(Self.join), \(Self.leave)}}"
        }
        let site = "list: a@l.example, \(Self.join), \(Self.leave)"
        for (components, count) in [
            ("[{id: web, \(own("A@L.example"))}]", 1), ("[{id: web, \(own("b@l.example"))}]", 0),
            ("[{id: web, \(own("b@l.example"))}, {id: api, \(own("b@l.example"))}]", 1),
        ] {
            let told = toldOfStatus(status(site: site, components: components))
            #expect(told.count == count && told.allSatisfy { $0.hasSuffix("invalid-value") }, "\(told)")
        }
    }
}
