import StatusModel
import Testing

@testable import StatusSite

/// What chats show of a link to a page: a title, a sentence that says how old it is, and a picture.
@Suite struct SharedLinkTests {
    @Test func theIndexTellsItsStateAndWhenThatWas() throws {
        let index = try RenderedSite(Sample.full)["index.html"]
        let title = "Ovens is down, Shop has degraded performance – Map Bakery Status"
        #expect(index.contains("<title>● \(title)</title>"))
        #expect(index.contains("<meta property=\"og:title\" content=\"\(title)\">"))
        let description = "As of 20 Nov, 12:00 UTC: Ovens is down, Shop has degraded performance"
        #expect(index.contains("<meta property=\"og:description\" content=\"\(description)\">"))
        #expect(index.contains("<meta name=\"description\" content=\"\(description)\">"))
        #expect(picture(of: index)?.hasPrefix("https://status.example.com/assets/share-major-") == true)
    }

    @Test func aQuietIndexHasTheSitesNameAlone() throws {
        let index = try RenderedSite(Sample.empty)["index.html"]
        #expect(index.contains("<title>Map Bakery Status</title>"))
        #expect(index.contains("content=\"As of 20 Nov, 12:00 UTC: All systems are operational\">"))
        #expect(picture(of: index)?.contains("/share-neutral-") == true)
    }

    @Test func aComponentTellsItsOwnStateUnlessItIsRetired() throws {
        var page = Sample.full
        page.components[2].until = Sample.at("2026-11-01T00:00")
        let site = try RenderedSite(page)
        let shop = site["components/shop.html"]
        #expect(shop.contains("<title>● Shop – Map Bakery Status</title>"))
        #expect(shop.contains("content=\"As of 20 Nov, 12:00 UTC: Shop has degraded performance.\">"))
        #expect(picture(of: shop)?.contains("/share-degraded-") == true)
        let ovens = "As of 20 Nov, 12:00 UTC: Ovens is down. Bake the maps that customers order"
        #expect(site["components/ovens.html"].contains("content=\"\(ovens)\">"))
        let retired = site["components/couriers.html"]
        #expect(retired.contains("<title>Couriers – Map Bakery Status</title>"))
        #expect(!retired.contains("content=\"As of"))
        #expect(picture(of: retired)?.contains("/share-neutral-") == true)
    }

    @Test func anIncidentTellsItsLatestUpdateAndWhenThatWas() throws {
        let page = try RenderedSite(Sample.full)["incidents/orders-slow.html"]
        #expect(page.contains("content=\"As of 20 Nov, 11:42 UTC: The pool is exhausted.\">"))
        #expect(picture(of: page)?.contains("/share-neutral-") == true)
    }

    @Test func everyPageHasAllThreeAndItsPictureIsThere() throws {
        let site = try RenderedSite(Sample.full)
        for path in site.pages where path != EmbedPage.path {
            #expect(!site[path].between("og:title\" content=\"", "\"").isEmpty, "\(path)")
            #expect(!site[path].between("og:description\" content=\"", "\"").isEmpty, "\(path)")
            let file = picture(of: site[path])?.dropFirst("https://status.example.com/".count)
            #expect(site.paths.contains(String(file ?? "")), "\(path)")
        }
    }

    private func picture(of page: String) -> String? {
        page.pieces(after: "og:image\" content=\"").first.map { String($0.prefix { $0 != "\"" }) }
    }
}
