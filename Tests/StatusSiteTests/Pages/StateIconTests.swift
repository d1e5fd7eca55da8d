import Diagnostics
import StatusModel
import Testing

@testable import StatusSite

@Suite struct StateIconTests {
    @Test func pagesThatTellOfTroubleWearIt() throws {
        let site = try RenderedSite(Sample.full)
        #expect(icon(of: site["index.html"]).hasPrefix("assets/icon-major-"))
        #expect(icon(of: site["components/shop.html"]).hasPrefix("../assets/icon-degraded-"))
        for path in ["components/couriers.html", "history/2026-11.html"] {
            #expect(icon(of: site[path]).hasPrefix("../assets/icon-"), "\(path)")
            #expect(!StateIcon.kinds.contains { icon(of: site[path]).contains($0) }, "\(path)")
        }
        for path in ["index.html", "components/shop.html"] {
            let file = icon(of: site[path]).trimmingPrefix("../")
            #expect(site.paths.contains(String(file)), "\(path)")
        }
    }

    @Test func theDotLiesOnTheSitesOwnIcon() throws {
        // The test vectors of RFC 4648, §10.
        for (text, encoded) in [("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")] {
            let icon = try stateIcon(over: Array(text.utf8), named: "icon.svg")
            #expect(icon.contains("href=\"data:image/svg+xml;base64,\(encoded)\""))
            #expect(icon.contains("class=\"major\""))
        }
        #expect(try stateIcon(over: [0xFF], named: "icon.png").contains("\"data:image/png;base64,/w==\""))
    }

    @Test func anIconThatIsTooLargeIsLeftOut() throws {
        let largest = [UInt8](repeating: 65, count: 20_480)
        #expect(try stateIcon(over: largest, named: "icon.png").contains("<image"))
        let icon = try stateIcon(over: largest + [65], named: "icon.png")
        #expect(!icon.contains("<image"))
        #expect(icon.contains("<circle class=\"major\""))
    }

    @Test func theBrandsIconIsThatOfTabsAndAPNGThatOfPhones() throws {
        var page = Sample.empty
        page.brand.icon = "icon.png"
        let index = try RenderedSite(page)["index.html"]
        #expect(icon(of: index) == "icon.png")
        #expect(index.contains("<link rel=\"apple-touch-icon\" href=\"icon.png\">"))
        page.brand.icon = "icon.svg"
        let other = try RenderedSite(page)["index.html"]
        #expect(icon(of: other) == "icon.svg")
        #expect(other.contains("<link rel=\"apple-touch-icon\" href=\"assets/touch-icon-"))
    }

    private func icon(of page: String) -> String { page.between("<link rel=\"icon\" href=\"", "\"") }

    private func stateIcon(over bytes: [UInt8], named path: String) throws -> String {
        let templates = try #require(SiteTemplates(brandIcon: bytes, into: Findings()))
        let assets = templates.assets(for: StatusPage.Brand(icon: path))
        let icon = try #require(assets.first { $0.name == StateIcon.name(of: "major") })
        return String(decoding: icon.bytes, as: UTF8.self)
    }
}
