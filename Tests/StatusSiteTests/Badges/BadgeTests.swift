import Diagnostics
import StatusModel
import TestSupport
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
        #expect(site["status.svg"].contains("<title>Map Bakery Status: Major outage</title>"))
        #expect(try JSON(site["status.json"])["message"].text == "Major outage")
        #expect(try JSON(RenderedSite(Sample.empty)["status.json"])["color"].text == "#327a52")
    }

    @Test func badgeTellsTheUptimeOfNinetyDays() throws {
        var page = Sample.empty
        page.components[1].formerIDs = ["counter"]
        page.incidents = [
            Sample.past(
                "a", "A", [StatusChange(1, .majorOutage)], from: "2026-11-10T00:00", to: "2026-11-11T00:00")
        ]
        let site = try RenderedSite(page)
        // A day of 90 is 1.1111 %, and of the 180 of the two together 0.5555 %.
        #expect(try JSON(site["badges/uptime/shop.json"])["message"].text == "98.88% in 90 days")
        #expect(try JSON(site["badges/uptime/bakery.json"])["message"].text == "99.44% in 90 days")
        #expect(site["badges/uptime/shop.svg"].contains("<title>Shop uptime: 98.88% in 90 days</title>"))
        #expect(site["badges/uptime/counter.svg"] == site["badges/uptime/shop.svg"])
        #expect(site["badges/counter.svg"].contains("<title>Shop: Operational</title>"))
        #expect(site["badges/bakery.svg"].contains("<title>Bakery: Operational</title>"))
    }

    @Test func halvesAreAsWideAsTheirTexts() throws {
        // Verdana's advances in 2,048ths: "Shop" 1400 + 1296 + 1243 + 1276 = 5215, × 11 ÷ 2048 = 28.01, so 29.
        // "Degraded": 1578 + 1220 + 1276 + 874 + 1230 + 1276 + 1220 + 1276 = 9950, × 11 ÷ 2048 = 53.4, so 54. With ten
        // pixels each: 39 and 64.
        let svg = try RenderedSite(Sample.full)["badges/shop.svg"]
        #expect(svg.values(of: "width") == ["103", "103", "39", "64"])
        #expect(svg.values(of: "textLength") == ["29", "54"])
        #expect(svg.values(of: "x") == ["0", "39", "19.5", "71"])
    }

    @Test func scriptsThatVerdanaLacksAreMeasuredToo() {
        // Four ideographs of a whole em: 4 × 2048 × 11 ÷ 2048 = 44. Without marks that stand on others, as
        // in 'e' and an acute accent: 1220 × 11 ÷ 2048 = 6.6, so 7. Ten Arabic letters of 950 and a space
        // of 720: 10220 × 11 ÷ 2048 = 54.9, so 55; DejaVu Sans has 59.2, Noto Sans Arabic 52.0.
        #expect("一部停止".widthInVerdana == 44)
        #expect("e\u{301}".widthInVerdana == 7)
        #expect("انقطاع جزئي".widthInVerdana == 55)
    }

    @Test func languageThatRunsFromRightToLeftHasItsLabelAtTheRight() {
        let phrases = SourceFile(path: "ar.phrases", bytes: Array("badge.title = {label}، {message}".utf8))
        let arabic = Language("ar", files: [LanguageFile(tag: "ar", file: phrases)])
        let words = Localizer(of: Sample.empty, in: arabic)
        let badge = Badge(label: "一部停止", message: "انقطاع جزئي", color: .partial, words: words)
        let svg = String(decoding: BadgeImage(of: badge).bytes, as: UTF8.self)
        #expect(svg.contains("<title>一部停止، انقطاع جزئي</title>"))
        #expect(svg.contains(#"direction="rtl""#))
        // Label and message in the order of the file: 54 and 65 wide.
        #expect(svg.values(of: "x") == ["65", "0", "92", "32.5"])
        // Letters that hang together are stretched, and not torn apart.
        #expect(svg.values(of: "lengthAdjust") == ["spacingAndGlyphs"])
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
