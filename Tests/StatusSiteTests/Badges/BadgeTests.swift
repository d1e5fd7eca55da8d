import StatusModel
import Testing

@testable import StatusSite

/// One after the other: Foundation's XML parser is not made for several threads.
@Suite(.serialized) struct BadgeTests {
    @Test func badgeTellsAComponentsStatus() throws {
        let site = try RenderedSite(Sample.full)
        let json = try JSON(site["badges/ovens.json"])
        #expect(json["schemaVersion"].number == 1)
        #expect(json["label"].text == "Ovens")
        #expect(json["message"].text == "Major outage")
        #expect(json["color"].text == "#b31319")
        #expect(site["badges/ovens.svg"].contains("<title>Ovens: Major outage</title>"))
    }

    @Test func siteHasItsBadgeInTheRoot() throws {
        let site = try RenderedSite(Sample.full)
        #expect(site["status.svg"].contains("<title>Map Bakery Status: Partial System Outage</title>"))
        #expect(try JSON(site["status.json"])["message"].text == "Partial System Outage")
        #expect(try JSON(RenderedSite(Sample.empty)["status.json"])["color"].text == "#327a52")
    }

    @Test func halvesAreAsWideAsTheirTexts() throws {
        // Verdana's advances in 2,048ths: "Shop" 1400 + 1296 + 1243 + 1276 = 5215, × 11 ÷ 2048 = 28.01, so 29.
        // "Degraded performance": 1578 + 1220 + 1276 + 874 + 1230 + 1276 + 1220 + 1276 = 9950, a space of 720,
        // 1276 + 1220 + 874 + 720 + 1243 + 874 + 1992 + 1230 + 1296 + 1067 + 1220 = 13012; 23682 × 11 ÷ 2048
        // = 127.2, so 128. With ten pixels each: 39 and 138.
        let svg = try RenderedSite(Sample.full)["badges/shop.svg"]
        #expect(svg.values(of: "width") == ["177", "177", "39", "138"])
        #expect(svg.values(of: "textLength") == ["29", "128"])
        #expect(svg.values(of: "x") == ["0", "39", "19.5", "108"])
    }

    @Test func textsAreEscaped() throws {
        var page = Sample.empty
        page.components[0].name = "Ovens <\"&"
        let svg = try #require(
            XMLDocumentReader.root(of: Array(RenderedSite(page)["badges/ovens.svg"].utf8))
        )
        #expect(svg.all("title").map(\.text) == ["Ovens <\"&: Operational"])
    }

    @Test func retiredComponentSaysSo() throws {
        var page = Sample.empty
        page.components[1].until = Sample.at("2026-11-01T00:00")
        #expect(try JSON(RenderedSite(page)["badges/shop.json"])["message"].text == "Retired")
    }

    @Test(arguments: Badge.Color.allCases)
    func whiteLettersCanBeRead(color: Badge.Color) throws {
        let ground = try #require(SRGBColor(hex: color.rawValue))
        let white = try #require(SRGBColor(hex: "#ffffff"))
        #expect(white.contrast(to: ground) >= 4.5)
    }
}
