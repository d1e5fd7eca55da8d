import StatusModel
import Testing

@testable import StatusSite

@Suite struct HeaderTests {
    @Test func thePlaceWhereOneIsIsMarked() throws {
        let site = try RenderedSite(Sample.full)
        for path in ["index.html", "history.html", "reports.html", "subscribe.html"] {
            #expect(header(of: site[path]).contains("<a href=\"\(path)\" aria-current=\"page\">"), "\(path)")
            #expect(site[path].pieces(after: "aria-current").count == 1, "\(path)")
        }
        for path in ["maintenance.html", "components/ovens.html", "history/2026-11.html", "404.html"] {
            #expect(!header(of: site[path]).isEmpty, "\(path)")
            #expect(!site[path].contains("aria-current"), "\(path)")
        }
    }

    @Test func aLogoStandsForTheName() throws {
        var page = Sample.empty
        let index = try header(of: RenderedSite(page)["index.html"])
        #expect(index.contains("index.html\">Map Bakery Status</a>"))
        page.brand = StatusPage.Brand(logo: "our logo.svg", darkLogo: "dark.svg")
        let month = try header(of: RenderedSite(page)["history/2026-11.html"])
        #expect(month.contains("<img src=\"../our%20logo.svg\" alt=\"Map Bakery Status\">"))
        #expect(month.contains("<source srcset=\"../dark.svg\" media="))
        #expect(!month.contains(">Map Bakery Status<"))
    }

    private func header(of page: String) -> String { page.between("<header>", "</header>") }
}
