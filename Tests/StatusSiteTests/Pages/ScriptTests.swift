import Diagnostics
import StatusModel
import Testing

@testable import StatusSite

/// What pages tell the script. What it makes of that is seen in a browser: Tests/Browser.
@Suite struct ScriptTests {
    @Test func theScriptIsSmallAndHoldsNoMarkup() throws {
        let script = try #require(SiteTemplates.builtIn["script.js"]).bytes
        #expect(script.count <= 2_560)
        #expect(!script.contains(UInt8(ascii: "<")))
    }

    @Test func everyPageHasTheScriptOnce() throws {
        let site = try RenderedSite(Sample.full)
        let name = try #require(site.paths.first { $0.hasPrefix("assets/script-") })
        for page in site.pages {
            let sources = site[page].values(of: "src").filter { $0.hasSuffix(".js") }
            #expect(sources.count == 1, "\(page)")
            #expect(sources.allSatisfy { $0.hasSuffix(name) }, "\(page)")
            #expect(site[page].contains("\" defer></script>"), "\(page)")
        }
    }

    @Test func theIndexAndOpenIncidentsSayWhatIsNewsToThem() throws {
        let site = try RenderedSite(Sample.full)
        let status = try JSON(site["api/v2/status.json"])
        let known =
            try #require(status["page"]["updated_at"].text) + #require(status["status"]["description"].text)
        for page in site.pages {
            let isOpen = site[page].contains("Next update") || page == "embed.html"
            #expect(site[page].values(of: "data-state") == (isOpen ? [known] : []), "\(page)")
        }
        #expect(site["index.html"].values(of: "data-from") == ["api/v2/status.json"])
    }

    @Test func theIndexKnowsWhenItIsDueToChange() throws {
        // The open incident's promise.
        let next = "2026-11-20T12:10:00Z"
        let index = try RenderedSite(Sample.full)["index.html"]
        #expect(index.values(of: "data-due") == ["\(next)"])
        #expect(index.between("id=\"due\" hidden>", "</p>").contains("<time datetime=\"\(next)\">"))
        let quiet = try RenderedSite(Sample.empty)["index.html"]
        #expect(quiet.values(of: "data-due") == [""])
        #expect(!quiet.contains("id=\"due\""))
    }

    /// The duration is as of the build: the script shows the state without it, in any language.
    @Test func statesTellTheirTextWithoutTheDuration() throws {
        let site = try RenderedSite(Sample.full)
        let banner = site["index.html"].between("<span class=\"state\">", "</h1>")
        let alone = try #require(banner.values(of: "data-alone").first)
        #expect(banner.contains("\">\(alone), ") && banner.contains(" so far</span></span>"), "\(banner)")
        // What is over has no duration to leave out.
        #expect(!site["incidents/oven-door.html"].contains("data-alone"))
    }

    @Test func timesTellTheFormOfTheirTexts() {
        let words = Localizer(of: Sample.full, in: .english)
        let (from, to) = (Sample.at("2026-01-02T17:00"), Sample.at("2026-01-02T17:45"))
        let day = words.zone.day(of: from)
        #expect(
            words.element(from, on: day, age: .past)
                == "<time datetime=\"2026-01-02T17:00:00Z\" data-clock data-age>17:00 UTC</time>"
        )
        #expect(
            words.element(from, on: day.advanced(by: -1))
                == "<time datetime=\"2026-01-02T17:00:00Z\">2 Jan 2026, 17:00 UTC</time>"
        )
        #expect(
            words.element(from: from, to: to)
                == "<time datetime=\"2026-01-02T17:00:00Z\" data-to=\"2026-01-02T17:45:00Z\">2 Jan 2026, 17:00–17:45 UTC</time>"
        )
        #expect(words.element(day) == "<time datetime=\"2026-01-02\">2 Jan 2026</time>")
    }
}
