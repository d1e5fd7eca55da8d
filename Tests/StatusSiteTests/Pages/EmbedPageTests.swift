import StatusModel
import TestSupport
import Testing

@testable import StatusSite

@Suite struct EmbedPageTests {
    @Test func itSaysWhatIsWrongAndLeadsToThePage() throws {
        let site = try RenderedSite(Sample.full)
        let sentence = "Ovens is down, Shop has degraded performance"
        #expect(site["index.html"].contains("</span> \(sentence)</h1>"))
        #expect(
            site["embed.html"].contains(
                "<a href=\"index.html\" target=\"_blank\" rel=\"noopener\">\(sentence)</a>"
            )
        )
    }

    @Test func threeOpenIncidentsAreNamedAtMost() throws {
        var page = Sample.empty
        page.incidents = (0..<5).map { number in
            Sample.incident(
                "open-\(number)",
                "Open \(number)",
                [StatusChange(0, .majorOutage)],
                from: "2026-11-20T0\(9 - number):00",
                [Sample.update(.investigating, "2026-11-20T0\(9 - number):00", "We look.")]
            )
        }
        let text = try RenderedSite(page)["embed.html"].withoutTags
        #expect(text.contains("Open 0 Open 1 Open 2 2 other incidents are open."))
        #expect(!text.contains("Open 3"))
    }

    @Test func everyLinkOpensAPageOfItsOwn() throws {
        let page = try RenderedSite(Sample.full)["embed.html"]
        let links = page.pieces(after: "<a href=\"").map { $0.prefix { $0 != ">" } }
        #expect(links.count > 1)
        #expect(links.allSatisfy { $0.contains("target=\"_blank\" rel=\"noopener\"") })
    }

    @Test func whatIsInternalIsForNoOtherSite() throws {
        #expect(try !RenderedSite(Sample.full, for: .internal).paths.contains("embed.html"))
    }
}
