import StatusModel
import Testing

@testable import StatusSite

@Suite struct SubscribePageTests {
    @Test func everyHeaderLeadsToIt() throws {
        let site = try RenderedSite(Sample.full)
        for path in site.pages where path != EmbedPage.path {
            let root = path == "404.html" ? "/" : path.contains("/") ? "../" : ""
            #expect(site[path].contains("<a href=\"\(root)subscribe.html\""), "\(path)")
        }
    }

    @Test func eachWayHasTheAddressItNeeds() throws {
        let page = try RenderedSite(Sample.full)["subscribe.html"]
        #expect(page.contains("<code>/feed subscribe https://status.example.com/feed.xml</code>"))
        #expect(page.contains("<code>https://status.example.com/calendar.ics</code>"))
        #expect(page.values(of: "href").contains("webcal://status.example.com/calendar.ics"))
    }

    @Test func componentsThatAreNotRetiredHaveTheirFeeds() throws {
        var page = Sample.empty
        page.components[1].until = Sample.at("2026-11-01T00:00")
        let links = try RenderedSite(page)["subscribe.html"].between("<main>", "</main>").values(of: "href")
        #expect(
            links.filter { $0.hasPrefix("components/") } == [
                "components/ovens.xml", "components/couriers.xml",
            ]
        )
    }

    /// Two hundred components, of which three hundred feeds' links would be a page of their own: a fold for each group.
    @Test func feedsOfALargeSiteAreFoldedByGroup() throws {
        var page = Sample.empty
        page.components = (0..<200).map { place in
            Component(id: "c\(place)", name: "C\(place)", group: place < 120 ? 0 : place < 190 ? 1 : nil)
        }
        let main = try RenderedSite(page)["subscribe.html"].between("<main>", "</main>")
        let folds = main.pieces(after: "<details class=\"group\">\n<summary><h3>")
        #expect(folds.map { $0.prefix { $0 != "<" } } == ["Bakery", "Partners", "10 other components"])
        let counts = main.split(separator: "</details>").map { String($0).pieces(after: "<li>").count }
        // A group's own feed comes first. Nothing stands outside.
        #expect(counts == [121, 71, 10, 0])
        #expect(
            main.contains(
                "<li><a href=\"groups/partners.xml\">Partners</a></li>\n<li><a href=\"components/c120.xml\">")
        )
    }

    @Test func largeSiteWithoutGroupsHasOneFold() throws {
        var page = Sample.empty
        page.groups = []
        page.components = (0..<13).map { Component(id: "c\($0)", name: "C\($0)") }
        #expect(try RenderedSite(page)["subscribe.html"].contains("<summary><h3>All 13 components</h3>"))
        page.components.removeLast()
        #expect(try !RenderedSite(page)["subscribe.html"].contains("<details"))
    }

    @Test func linksToPagesHaveWhatPreviewsShow() throws {
        let site = try RenderedSite(Sample.full)
        for path in site.pages where path != EmbedPage.path {
            #expect(site[path].contains("<meta property=\"og:type\" content=\"website\">"), "\(path)")
            #expect(
                site[path].contains("<meta property=\"og:site_name\" content=\"Map Bakery Status\">"),
                "\(path)"
            )
        }
        let page = site["subscribe.html"]
        #expect(
            page.contains("<meta property=\"og:url\" content=\"https://status.example.com/subscribe.html\">")
        )
        #expect(
            page.contains(
                "<meta property=\"og:description\" content=\"Get incident and maintenance updates from Map "
            )
        )
        #expect(!site["404.html"].contains("og:url"))
    }

    /// A list comes before all else; without one, services that turn feeds into email are named.
    @Test func mailingListsAreOfferedFirst() throws {
        var page = Sample.full
        page.mailingList = MailingList(
            address: "all@lists.example.com", join: "https://lists.example.com/all?a=1&b=2",
            leave: "https://lists.example.com/leave")
        page.components[1].mailingList = MailingList(
            address: "shop@lists.example.com", join: "mailto:shop-join@lists.example.com",
            leave: "mailto:shop-leave@lists.example.com")
        let site = try RenderedSite(page)
        let all = #"<a href="https://lists.example.com/all?a=1&amp;b=2">Get emails</a>"#
        let shop = #"<a href="mailto:shop-join@lists.example.com">Get emails about Shop only</a>"#
        let main = site["subscribe.html"].between("<main>", "</main>")
        #expect(main.values(of: "href").first == "https://lists.example.com/all?a=1&amp;b=2")
        #expect(main.contains(all) && main.contains(shop) && !main.contains("Blogtrottr"))
        #expect(!main.contains("cannot email"))
        #expect(site["components/shop.html"].contains(all) && site["components/shop.html"].contains(shop))
        #expect(site["components/ovens.html"].contains(all) && !site["components/ovens.html"].contains(shop))
        // Orders were slow in both, the shop ran out of paper, and chimneys are the ovens'.
        for (slug, isOfTheShop) in [("orders-slow", true), ("paper", true), ("sweep", false)] {
            let record = site["incidents/\(slug).html"]
            #expect(record.contains(all) && record.contains(shop) == isOfTheShop, "\(slug)")
        }
        let without = try RenderedSite(Sample.full)
        #expect(without["subscribe.html"].contains("Blogtrottr"))
        #expect(!without["incidents/orders-slow.html"].contains("Get emails"))
    }
}
