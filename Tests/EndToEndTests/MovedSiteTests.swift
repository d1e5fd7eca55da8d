import Foundation
import Testing

/// Sites that move to another host and path, with and without `ids_from`.
@Suite struct MovedSiteTests {
    /// Files and messages with ids of every kind.
    private static let holders = [
        "feed.xml", "history.rss", "atom.xml", "history.atom", "feed.json", "calendar.ics",
        "api/v2/summary.json", "api/v2/components.json", "email", "webhook",
    ]

    @Test(arguments: ["four-phases", "every-sunday"])
    func everyIDStaysWithTheFormerAddress(name: String) throws {
        let before = try Outputs(of: name, keys: ["url: https://old.example.com"])
        let after = try Outputs(
            of: name,
            keys: ["url: https://status.example.org/eu", "ids_from: https://old.example.com/"])
        for (path, text) in before.texts where !Outputs.ids(in: text).isEmpty {
            #expect(Outputs.ids(in: after.texts[path] ?? "") == Outputs.ids(in: text), "\(path)")
        }
        for path in Self.holders {
            let (text, other) = (try #require(before.texts[path]), try #require(after.texts[path]))
            #expect(!Outputs.ids(in: text).isEmpty, "\(path)")
            // What leads somewhere leads to where the site is now.
            #expect(text != other && other.contains("status.example.org"), "\(path)")
        }
        #expect(try Program.run("verify", after.folder).status == 0)
    }

    @Test func withoutItEveryIDIsAnother() throws {
        let before = try Outputs(of: "four-phases", keys: ["url: https://old.example.com"])
        let after = try Outputs(of: "four-phases", keys: ["url: https://status.example.org/eu"])
        for path in Self.holders {
            let (text, other) = (try #require(before.texts[path]), try #require(after.texts[path]))
            #expect(Set(Outputs.ids(in: text)).isDisjoint(with: Outputs.ids(in: other)), "\(path)")
        }
    }
}

/// All that programs read of one of the sites in `Sites/`: its files, by path, and two messages.
private struct Outputs {
    let texts: [String: String]
    let folder: String
    private let scratch: Scratch

    /// - Parameter keys: what takes the place of the site's `url`.
    init(of name: String, keys: [String]) throws {
        scratch = try Scratch()
        let (source, site) = (GoldenSiteTests.folder + "/" + name, scratch.path + "/site")
        try FileManager.default.copyItem(atPath: source, toPath: site)
        let settings = try String(contentsOfFile: source + "/status.yml", encoding: .utf8)
            .replacing(/url: https:.*/) { _ in keys.joined(separator: "\n  ") }
        try scratch.write(settings, to: "site/status.yml")
        let now = try String(contentsOfFile: source + "/now", encoding: .utf8).split(separator: "\n")[0]
        let common = ["--site", site, "--now", String(now)]
        folder = scratch.path + "/public"
        let build = try Program.run(["build", "--output", folder] + common)
        #expect(build.status == 0, "\(build.error)")
        var texts = try Scratch.contents(of: folder)
        let record = name == "four-phases" ? "2026-01-02-stories-are-slow" : "index-rebuild"
        for format in ["email", "webhook"] {
            let message = try Program.run(["announce", record, "--format", format] + common)
            #expect(message.status == 0, "\(message.error)")
            texts[format] = message.output
        }
        self.texts = texts
    }

    /// The ids in a text by which programs tell things apart. Those of records and components themselves are left out: they
    /// do not depend on the address.
    static func ids(in text: String) -> [String] {
        let isAPI = text.hasPrefix("{\"page\":") || text.hasPrefix("{\"meta\":")
        let members = /"(?:id|page_id|incident_id|group_id|code)":"[^"]*"/
        let others = /<guid[^<]*|<id>[^<]*|"id":"tag:[^"]*"|"statuspage_id":"[^"]*"/
        let lines = /(?:^|\n)(?:UID|Message-ID|In-Reply-To|References):[^\n]*/
        let plain = text.replacing("\r\n", with: "\n").replacing("\n ", with: "")
        return (isAPI ? plain.matches(of: members) : plain.matches(of: others)).map { String($0.output) }
            + plain.matches(of: lines).map { String($0.output) }
    }
}
