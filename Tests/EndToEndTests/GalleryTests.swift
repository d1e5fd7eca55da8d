import Diagnostics
import Foundation
import Publishing
import StatusModel
import StatusSite
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

private extension GalleryTests {
    /// What is told of the made-up records, by site.
    static let intended = [
        "broken-record": ["unknown-component"],
        "unaffected": ["open-without-components"],
    ]

    static func look() throws -> LoadedSite {
        let scratch = try Scratch()
        try scratch.write("site:\n  title: Ours\n  url: https://status.example.com\n", to: "status.yml")
        let diagnostics = Findings()
        return try #require(LoadedSite(lookOf: scratch.path, into: diagnostics))
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
