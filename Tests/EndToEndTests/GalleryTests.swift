import Diagnostics
import Foundation
import Publishing
import StatusModel
import StatusSite
import TestSupport
import Testing

@testable import allclear

@Suite struct GalleryTests {
    @Test func everyStatusPhaseAndSeverityIsShown() throws {
        let pages = try Self.pages()
        let front = try #require(pages["every-state/index.html"])
        for status in ["operational", "maintenance", "degraded", "partial", "major"] {
            #expect(front.contains("<span class=\"status \(status)\">"), "\(status)")
        }
        for phase in Phase.allCases where !["resolved", "completed", "cancelled"].contains("\(phase)") {
            #expect(front.contains(Self.label(of: phase)), "\(phase)")
        }
        let records = pages.filter { $0.key.hasPrefix("every-state/incidents/") }.values
        for phase in Phase.allCases {
            #expect(records.contains { $0.contains(Self.label(of: phase)) }, "\(phase)")
        }
        for severity in 1...4 {
            #expect(records.contains { $0.contains("severities.html#sev-\(severity)\"") }, "\(severity)")
        }
        for kind in ["major", "partial", "degraded", "maintenance", "notice", "operational"] {
            #expect(pages.values.contains { $0.contains("<div class=\"banner \(kind)\">") }, "\(kind)")
        }
    }

    @Test func recordsHaveTheMistakesAloneThatTheyAreThereToShow() throws {
        let gallery = try Gallery(in: Self.look())
        #expect(gallery.diagnostics.isEmpty)
        for situation in gallery.situations {
            #expect(situation.site != nil, "\(situation.name)")
            let ids = situation.diagnostics.map(\.id.rawValue)
            #expect(ids == Self.intended[situation.name] ?? [], "\(situation.name): \(situation.diagnostics)")
        }
    }

    @Test func indexLeadsToEveryMadeUpSiteAndNowhereElse() throws {
        let gallery = try Gallery(in: Self.look())
        let paths = Set(gallery.outputs.map(\.path))
        #expect(paths.count == gallery.outputs.count)
        let index = try #require(try Self.pages()["index.html"])
        let links = index.split(separator: " href=\"").dropFirst()
            .map { String($0.prefix { $0 != "\"" && $0 != "#" }) }
            .filter { !$0.contains(":") }
        #expect(links.count > 60)
        for link in links { #expect(paths.contains(link), "\(link)") }
        for situation in gallery.situations {
            #expect(links.contains("\(situation.name)/index.html"), "\(situation.name)")
        }
    }

    @Test(arguments: [("five-years", 50, 800, 0), ("two-hundred-components", 200, 90, 3)])
    func largeSiteHasAsMuchAsItsNameSays(name: String, components: Int, incidents: Int, open: Int) throws {
        let page = try Self.page(of: name)
        #expect(page.components.count == components)
        #expect(page.incidents.count == incidents)
        #expect(page.incidents.filter { $0.isOpen }.count == open)
        #expect(page.incidents.allSatisfy { $0.from < Gallery.now })
    }

    /// The years that end on 20 May 2026.
    @Test func fiveYearsHaveIncidentsInEachOfTheirMonths() throws {
        let months = try Set(Self.page(of: "five-years").incidents.map { $0.from.description.prefix(7) })
        #expect(months.count == 61)
        #expect(months.min() == "2021-05")
        #expect(months.max() == "2026-05")
    }

    /// Sixty days on which something went wrong, on which the weight of the index is measured.
    @Test func fiveYearsHaveSixtyEventfulDaysOnTheIndex() throws {
        let index = try #require(try Self.pages()["five-years/index.html"])
        let days = index.components(separatedBy: "tabindex=\"-1\"><title>").count - 1
        #expect((60...75).contains(days), "\(days)")
    }

    @Test func groupOfOneIsShownAsAComponent() throws {
        let index = try #require(try Self.pages()["group-of-one/index.html"])
        #expect(index.contains("groups/apps.html"))
        #expect(!index.contains("groups/partners.html"))
        #expect(index.contains("components/payments.html"))
    }

    @Test func siteWithoutGroupsHasNone() throws {
        let page = try Self.page(of: "without-groups")
        #expect(page.groups.isEmpty)
        #expect(page.components.count == 14)
    }

    /// Each language's group has a name, components and an incident.
    @Test func longWordsAreThereInEachLanguage() throws {
        let page = try Self.page(of: "long-words")
        #expect(page.groups.count == 6)
        for group in page.groups.indices {
            let members = page.components.indices.filter { page.components[$0].group == group }
            #expect(members.count == 2)
            #expect(
                page.incidents.contains { $0.components.contains { members.contains($0.component) } },
                "\(group)")
            for name in [page.groups[group].name] + members.map({ page.components[$0].name }) {
                #expect(name.count >= 20 && !name.contains(" "), "\(name)")
            }
        }
    }

    @Test func pageForAddressesThatLeadNowhereIsReadFromTheDisk() throws {
        let page = try #require(try Self.pages()["every-state/404.html"])
        #expect(page.contains("<link rel=\"stylesheet\" href=\"assets/style-"))
        #expect(page.contains("href=\"index.html\""))
    }

    @Test func galleryIsInTheLookOfTheSiteAndHoldsNoneOfItsRecords() throws {
        let scratch = try Scratch()
        try scratch.write(
            "site:\n  title: Ours\n  url: https://status.example.com\n  brand: {color: \"#aa2200\"}\n",
            to: "status.yml"
        )
        try scratch.write("<p>{{siteTitle}}: {{{banner}}}</p>", to: "site-templates/index.mustache")
        let refused = try Program.run("build", "--gallery", "--site", scratch.path)
        #expect(refused.status == 1)
        try scratch.write(
            "<p>{{siteTitle}}: {{#banner}}{{sentence}}{{/banner}}</p>",
            to: "site-templates/index.mustache"
        )
        try scratch.write("not a record", to: "incidents/ours.md")
        let result = try Program.run("build", "--gallery", "--site", scratch.path)
        #expect(result.status == 0, "\(result.error)")
        #expect(result.error.isEmpty)
        let page = try String(contentsOfFile: scratch.path + "/gallery/empty/index.html", encoding: .utf8)
        #expect(page.hasPrefix("<p>Ours: "))
        #expect(!FileManager.default.fileExists(atPath: scratch.path + "/public"))
        let again = try Program.run("build", "--gallery", "--site", scratch.path)
        #expect(again.output.contains(": 0 new, 0 changed"), "\(again.output)")
    }

    @Test(arguments: [["--audience", "internal"], ["--now", "2026-01-02T17:05Z"], ["--best-effort"]])
    func whatTheGalleryDoesNotHeedIsRefused(option: [String]) throws {
        let result = try Program.run(["build", "--gallery"] + option)
        #expect(result.status == 64)
        #expect(result.error.contains("leave out \(option[0])"))
    }
}

extension GalleryTests {
    /// What a site without records looks like.
    static func look() throws -> LoadedSite {
        let scratch = try Scratch()
        try scratch.write("site:\n  title: Ours\n  url: https://status.example.com\n", to: "status.yml")
        let diagnostics = Findings()
        return try #require(LoadedSite(lookOf: scratch.path, into: diagnostics))
    }
}

private extension GalleryTests {
    /// What is told of the made-up records, by site.
    static let intended = [
        "broken-record": ["unknown-component"],
        "internal": ["overdue-action-item"],
        "unaffected": ["open-without-components"],
    ]

    static func page(of name: String) throws -> StatusPage {
        let situation = try #require(try Gallery(in: look()).situations.first { $0.name == name })
        return try #require(situation.site).page
    }

    static func pages() throws -> [String: String] {
        let files = try Gallery(in: look()).outputs.filter { $0.path.hasSuffix(".html") }
        return Dictionary(files.map { ($0.path, $0.text) }) { $1 }
    }

    static func label(of phase: Phase) -> String {
        switch phase {
        case .inProgress: "In progress"
        default: "\(phase)".prefix(1).uppercased() + "\(phase)".dropFirst()
        }
    }
}
