import Diagnostics
import Foundation
import Reliability
import StatusModel
import TestSupport
import Testing

@testable import Importers

/// Two real teams' issues: as they are, as they were first committed, and those that were deleted later.
@Suite struct CStateCorpusTests {
    /// How many files there are of a state, and how many of them are refused.
    struct State: Sendable {
        let team: String
        let folder: String
        let files: Int
        let refused: [String]
    }

    static let states = [
        State(
            team: "jenkins-infra+status",
            folder: "",
            files: 297,
            // Each ends before it begins.
            refused: [
                "2021-09-23-puppet-outage", "2021-11-18-jenkins-io-outage", "2022-06-13-repo-slow",
                "2023-02-23-maintenance-aks-k8s-1-24", "2023-06-02-trusted.ci-migration-to-azure",
                "2023-12-06-systempool-tainted", "2024-06-05-RPU-trusted",
                "2026-04-29-ci-maintenance-sec-advisory",
            ]
        ),
        State(
            team: "jenkins-infra+status",
            folder: "_first-version/",
            files: 263,
            // `T011:00:00`, and the 94th of July.
            refused: ["2021-05-03-maintenance-ingress", "2023-07-04-ci-maintenance"]
        ),
        State(
            team: "jenkins-infra+status",
            folder: "_deleted-later/",
            files: 28,
            // A colon for the `T`.
            refused: ["2023-04-12-ci-outage"]
        ),
        State(
            team: "wmde+wikibase-cloud-status",
            folder: "",
            files: 19,
            // Each ends before it begins.
            refused: ["2025-04-02-database", "2025-04-02-database-2"]
        ),
        State(
            team: "wmde+wikibase-cloud-status",
            folder: "_first-version/",
            files: 16,
            // `04:0:00`, and one that ends before it begins.
            refused: ["2024-06-23-mw-web-and-platform-instability", "2025-04-02-database-2"]
        ),
        State(team: "wmde+wikibase-cloud-status", folder: "_deleted-later/", files: 6, refused: []),
    ]

    @Test(.enabled(if: Corpora.areThere, Corpora.absence), arguments: states)
    func everyFileIsImportedOrRefusedWithItsPlace(state: State) throws {
        let imported = try #require(ImportFormat.cstate.imported(from: try Self.files(of: state)))
        let issues = imported.results.filter { $0.path.hasPrefix("content/issues/") }
        #expect(issues.count == state.files)
        let refused = issues.filter { $0.outcome == .refused }
        #expect(Set(refused.map(\.path)) == Set(state.refused.map { "content/issues/\($0).md" }))
        #expect(refused.allSatisfy { $0.remarks.count == 1 && $0.remarks[0].location.line > 1 })
        let site = try Corpora.site(of: imported)
        let count = site.incidents.count + site.maintenance.count + site.notices.count
        #expect(count == imported.records.count && count == state.files - state.refused.count)
    }

    /// What the front matter says is in the record, for every issue: read here once more in another way.
    @Test(.enabled(if: Corpora.areThere, Corpora.absence), arguments: states)
    func titlesStartsAndEndsAreThoseOfTheFrontMatter(state: State) throws {
        let files = try Self.files(of: state)
        let imported = try #require(ImportFormat.cstate.imported(from: files))
        let site = try Corpora.site(of: imported)
        for incident in site.incidents {
            let file = try #require(files.first { $0.path == "content/issues/\(incident.id).md" })
            let text = String(decoding: file.bytes, as: UTF8.self)
            #expect(incident.from.seconds == Self.seconds(of: "date", in: text), "\(file.path)")
            let isResolved = text.contains("\nresolved: true")
            #expect(incident.isOpen == !isResolved, "\(file.path)")
            let end = incident.until ?? incident.resolvedAt
            if isResolved, let expected = Self.seconds(of: "resolvedWhen", in: text) {
                #expect(end?.seconds == expected, "\(file.path)")
            }
        }
    }

    /// Read here once more in another way: what is over at an instant there is over at it here, and what it affects
    /// there it affects here from its start until then.
    @Test(.enabled(if: Corpora.areThere, Corpora.absence), arguments: states)
    func whatAnIssueAffectsItAffectsUntilItIsOver(state: State) throws {
        let files = try Self.files(of: state)
        let site = try Corpora.site(of: try #require(ImportFormat.cstate.imported(from: files)))
        for incident in site.incidents {
            let file = try #require(files.first { $0.path == "content/issues/\(incident.id).md" })
            let text = String(decoding: file.bytes, as: UTF8.self)
            let timeline = try #require(IncidentFacts(of: incident, now: Self.afterAll)).timeline
            let end = text.contains("\nresolved: true") ? Self.seconds(of: "resolvedWhen", in: text) : nil
            for span in timeline.spans {
                #expect(span.range.from.seconds == Self.seconds(of: "date", in: text), "\(file.path)")
                if let end { #expect(span.range.to.seconds == end, "\(file.path)") }
                #expect(span.isOpen == !text.contains("\nresolved: true"), "\(file.path)")
            }
            let names = Set(Self.affected(in: text))
            let ours = Set(incident.components.map { Self.letters(of: site.components[$0.component].name) })
            #expect(ours == names, "\(file.path)")
            if incident.from != (incident.until ?? incident.resolvedAt) {
                #expect(timeline.components.count == names.count, "\(file.path)")
            }
        }
    }

    /// Later than every instant of the files, and early enough for what is open to last beyond it.
    private static let afterAll = Instant(seconds: 4_102_444_800)

    /// The items under `affected:`, or those between its brackets.
    private static func affected(in text: String) -> [String] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let start = lines.firstIndex(where: { $0.hasPrefix("affected:") }) else { return [] }
        let rest = lines[start].dropFirst("affected:".count)
        let items = lines[(start + 1)...].prefix {
            $0.drop { $0 == " " }.first == "-" && !$0.hasPrefix("---")
        }
        let list = rest.contains("[") ? rest.split(separator: ",").map(String.init) : items.map(String.init)
        return list.map { letters(of: $0) }.filter { !["", "nothing", "none"].contains($0) }
    }

    private static func letters(of name: String) -> String {
        name.lowercased().filter { $0.isLetter || $0.isNumber }
    }

    /// No word of a text is lost, but for those that became phases and times, and addresses of other issues.
    @Test(.enabled(if: Corpora.areThere, Corpora.absence), arguments: states)
    func everyWordOfATextIsInTheRecord(state: State) throws {
        let files = try Self.files(of: state)
        let imported = try #require(ImportFormat.cstate.imported(from: files))
        for record in imported.records {
            let name = record.path.split(separator: "/").last ?? ""
            let file = try #require(files.first { $0.path == "content/issues/\(name)" })
            let (theirs, ours) = (
                Self.words(behindFrontMatterOf: file.bytes), Self.words(of: record.bytes[...])
            )
            for (word, count) in theirs where ours[word, default: 0] < count {
                Issue.record("`\(word)` of \(file.path) is lost")
            }
        }
    }

    private static func words(behindFrontMatterOf bytes: [UInt8]) -> [String: Int] {
        let mark = Array("\n---".utf8)
        let end = bytes.indices.first { bytes[$0...].starts(with: mark) } ?? 0
        // Nobody saw what stands in comments, nor tags that Markdown has marks for.
        let text = String(decoding: bytes[end...], as: UTF8.self)
            .replacing(/(?s)<!--.*?-->|<\/?strike>/, with: "")
        return words(of: Array(text.replacing("](https://status.jenkins.io/issues/", with: "](").utf8)[...])
    }

    private static func words(of bytes: ArraySlice<UInt8>) -> [String: Int] {
        let isLetter = { (byte: UInt8) in (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80 }
        let words = bytes.split { !isLetter($0) }.map { String(decoding: $0, as: UTF8.self).lowercased() }
        let said: Set = [
            "update", "investigating", "monitoring", "resolved", "final", "message", "track", "at", "h", "t",
            "utc",
            "th", "of", "february",
        ]
        return Dictionary(words.filter { !said.contains($0) }.map { ($0, 1) }, uniquingKeysWith: +)
    }

    /// The issues of a state, as if they stood in the repository.
    private static func files(of state: State) throws -> [SourceFile] {
        try Corpora.files(of: "cstate/\(state.team)").compactMap { file in
            if file.path == "config.yml" { return file }
            guard file.path.hasPrefix(state.folder), !state.folder.isEmpty || !file.path.hasPrefix("_") else {
                return nil
            }
            return SourceFile(path: String(file.path.dropFirst(state.folder.count)), bytes: file.bytes)
        }
    }

    /// The seconds since 1970 of a time, read by its numbers: Foundation knows the calendar.
    private static func seconds(of key: String, in text: String) -> Int? {
        guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix(key + ": 2") }) else {
            return nil
        }
        let numbers = line.split { !$0.isNumber }.compactMap { Int($0) }
        let parts = Array((numbers + [0, 0, 0]).prefix(6))
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let date = calendar.date(
            from: DateComponents(
                year: parts[0],
                month: parts[1],
                day: parts[2],
                hour: parts[3],
                minute: parts[4],
                second: parts[5]
            )
        )
        let zone =
            line.hasSuffix("00:00") || !line.contains("T") || line.suffix(6).first != "-" ? 0 : numbers[6]
        return date.map { Int($0.timeIntervalSince1970) + zone * 3_600 }
    }
}
