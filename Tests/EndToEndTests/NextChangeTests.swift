import Foundation
import Publishing
import Reliability
import StatusModel
import StatusSite
import Testing

@testable import Records
@testable import allclear

/// Between two scheduled changes a site stands still, and at each of them it does not: held against whole
/// builds of the golden sites and of the demonstration.
@Suite struct NextChangeTests {
    static let sites = GoldenSiteTests.sites.map { "Tests/EndToEndTests/Sites/" + $0 } + ["."]

    @Test(arguments: sites, [Audience.public, .internal])
    func siteStandsStillUntilItsNextChange(site path: String, audience: Audience) throws {
        let folder = ProjectFolder.path + "/" + path
        let stated = try? String(contentsOfFile: folder + "/now", encoding: .utf8).trimmed
        var now = try #require(Instant(writtenAs: stated ?? "2026-11-20T12:00Z"))
        // One of the golden sites cannot be built.
        guard let site = try SiteReading(of: folder, at: now).site else { return }
        var first = stillParts(of: site, audience, now)
        for _ in 0..<(path == "." ? 2 : 4) {
            let seen = site.page.seen(by: audience, at: now)
            let next = NextChange(of: site.page, seenAs: seen, after: now).at
            let (last, changed) = (
                stillParts(of: site, audience, next - 1), stillParts(of: site, audience, next)
            )
            #expect(differences(first, last) == [], "\(path), \(audience): from \(now) until before \(next)")
            #expect(last != changed, "\(path), \(audience): nothing at \(next)")
            (now, first) = (next, changed)
        }
    }

    /// The site's files without what moves with every second: figures of ranges that end now and lengths of
    /// what still lasts, in numbers and drawings, and when the index was built.
    private func stillParts(of site: LoadedSite, _ audience: Audience, _ now: Instant) -> [String: String] {
        let files = LoadedSite(
            page: site.page,
            templates: site.templates,
            staticFiles: site.staticFiles,
            at: now
        )
        .planned(for: audience).filter { $0.kind.movement != .everything }
        return Dictionary(
            files.map { file in
                let text = String(decoding: file.render(), as: UTF8.self)
                return (file.path, file.kind.movement == .figures ? text.withoutRunningFigures : text)
            },
            uniquingKeysWith: { first, _ in first }
        )
    }

    private func differences(_ one: [String: String], _ other: [String: String]) -> [String] {
        Set(one.keys).union(other.keys).filter { one[$0] != other[$0] }.sorted().flatMap { path in
            let (first, last) = (one[path] ?? "", other[path] ?? "")
            let lines = zip(first.split(separator: "\n"), last.split(separator: "\n")).filter { $0 != $1 }
            return ["\(path): \(first.utf8.count) and \(last.utf8.count) bytes"]
                + lines.map { "\($0.prefix(300))\n\($1.prefix(300))" }
        }
    }
}

extension String {
    fileprivate var withoutRunningFigures: String {
        [
            "<p>Page generated .*", "content=\"As of [^:]*:\\d\\d", "(?s)<div class=\"lanes\">.*?</section>",
            "</?strong[^>]*>", "\\d[\\d.,]*%",
            "\u{2212}?\\d+[ \u{A0}](s|min|h|d)\\b([ \u{A0}]\\d+[ \u{A0}](s|min|h)\\b)*",
            "(?<=>)\u{2212}?\\d[\\d.,]*(?=<)",
            "(?<=<td>|<td class=\"wide\">)#*(?=</td>)", "(<p class=\"facts\">[^\n]*</p>)?</th>",
            // How far the bars of the days up to now are filled.
            "<path class=\"pale [^>]*>", "M\\d+\\.5 \\d+V32",
        ]
        .reduce(self) { $0.replacingOccurrences(of: $1, with: "#", options: .regularExpression) }
    }
}
