import StatusModel
import Testing

@testable import StatusSite

@Suite struct BrandColorTests {
    @Test func contrastIsThatOfTheGuidelines() throws {
        let (white, gray) = (try #require(SRGBColor(hex: "#ffffff")), try #require(SRGBColor(hex: "#767676")))
        let black = try #require(SRGBColor(hex: "#000000"))
        #expect(abs(white.contrast(to: black) - 21) < 0.001)
        // 0.4621 to the power of 2.4… is 0.1811: 1.05 / 0.2311.
        #expect(abs(gray.contrast(to: white) - 4.54) < 0.005)
    }

    @Test func readableColorIsKept() throws {
        let rules = try #require(BrandColor(of: StatusPage.Brand(color: "#0b57d0"))).rules
        #expect(rules.contains("--brand: #0b57d0; --link: #0b57d0"))
    }

    @Test(arguments: ["#ffcc00", "#ffffff", "#000000", "#808080", "#6b2fb5"])
    func linksCanBeReadInBothSchemes(color: String) throws {
        let rules = try #require(BrandColor(of: StatusPage.Brand(color: color))).rules
        let links = rules.pieces(after: "--link: ").compactMap { SRGBColor(hex: String($0.prefix(7))) }
        let grounds = ["#fbfcfd", "#121417"].compactMap(SRGBColor.init(hex:))
        #expect(links.count == 2)
        for (link, (ground, least)) in zip(links, zip(grounds, [4.5, 7])) {
            #expect(link.contrast(to: ground) >= least)
        }
    }

    @Test func groundsAreThoseOfTheStyleSheet() throws {
        let sheet = try RenderedSite(Sample.empty)
        let path = try #require(sheet.paths.first { $0.hasPrefix("assets/style") })
        #expect(sheet[path].contains("--back: #fbfcfd"))
        #expect(sheet[path].contains("--back: #121417"))
        // The bars of browsers have the same.
        let meta = "<meta name=\"theme-color\" content="
        let index = sheet["index.html"]
        #expect(index.contains("\(meta)\"#fbfcfd\" media=\"(prefers-color-scheme: light)\">"))
        #expect(index.contains("\(meta)\"#121417\" media=\"(prefers-color-scheme: dark)\">"))
    }

    @Test func styleSheetOfABrandHasAnAddressOfItsOwn() throws {
        var page = Sample.empty
        page.brand.color = "#6b2fb5"
        let (plain, branded) = (try RenderedSite(Sample.empty), try RenderedSite(page))
        let path = try #require(branded.paths.first { $0.hasPrefix("assets/style") })
        #expect(!plain.paths.contains(path))
        #expect(branded[path].contains("--brand: #6b2fb5"))
        #expect(branded["index.html"].contains("<link rel=\"stylesheet\" href=\"\(path)\">"))
    }
}
