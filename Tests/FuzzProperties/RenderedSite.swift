import Diagnostics
import Foundation
import StatusModel
import StatusSite

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// One file of each kind in a site, for one of the audiences.
struct RenderedSite: Equatable {
    private let files: [String: [UInt8]]

    /// 2026-04-01T00:00:00Z.
    static let now = Instant(seconds: 1_775_001_600)

    init(of page: StatusPage, for audience: Audience = .public, by templates: SiteTemplates? = builtIn) {
        guard let templates else {
            files = [:]
            return
        }
        let planned = SitePlan(of: page, for: audience, at: Self.now, templates: templates)
            .files(provenance: Provenance(generator: "allclear", revision: nil))
        let kept = planned.filter { Self.isLookedAt($0.path) }.map { ($0.path, $0.render()) }
        files = Dictionary(kept) { first, _ in first }
    }

    /// Descriptions of what is not well formed, and of what would run.
    var violations: [String] {
        files.sorted { $0.key < $1.key }.flatMap { path, bytes in
            Self.mistakes(in: bytes, of: path).map { "\(path): \($0)" }
        }
    }

    private static let builtIn: SiteTemplates? = {
        let found = Findings()
        return SiteTemplates(into: found)
    }()

    private static func isLookedAt(_ path: String) -> Bool {
        ["index.html", "feed.xml", "feed.json", "calendar.ics", "api/v2/summary.json"].contains(path)
            || path.hasPrefix("incidents/") && path.hasSuffix(".html")
    }

    private static func mistakes(in bytes: [UInt8], of path: String) -> [String] {
        switch path.split(separator: ".").last {
        case "html": return HTMLShape(of: bytes).mistakes
        case "json":
            let isJSON = (try? JSONSerialization.jsonObject(with: Data(bytes))) != nil
            return isJSON ? [] : ["it is no JSON"]
        case "xml": return XMLParser(data: Data(bytes)).parse() ? [] : ["it is no XML"]
        default: return bytes.mistakesOfCalendar
        }
    }
}

extension [UInt8] {
    /// Descriptions of violations of RFC 5545: lines of at most 75 octets, ended by CR LF, with no control
    /// characters but tabs.
    fileprivate var mistakesOfCalendar: [String] {
        guard suffix(2) == [13, 10] else { return ["its last line has no end"] }
        let lines = dropLast().split(separator: 10, omittingEmptySubsequences: false)
        let isWhole = lines.allSatisfy { line in
            line.last == 13 && line.count <= 76
                && line.dropLast().allSatisfy { $0 >= 32 && $0 != 127 || $0 == 9 }
        }
        return isWhole ? [] : ["a line is too long, or holds a control character"]
    }
}
