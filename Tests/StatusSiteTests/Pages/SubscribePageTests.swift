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
}
