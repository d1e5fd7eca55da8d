import Diagnostics
import Foundation
import Reliability
import StatusModel
import TestSupport
import Testing

@testable import StatusSite

/// What follows from a file's kind: what is said of it, and that only what may move moves.
@Suite struct OutputKindTests {
    /// Until the next change that a site knows of, only figures for periods up to now move.
    @Test func nothingElseMovesWithTheClock() throws {
        let first = try files(at: Sample.now)
        let next = NextChange(of: Sample.full, seenAs: seen, after: Sample.now).at
        let last = try files(at: next - 1)
        #expect(first.map(\.path) == last.map(\.path))
        for (one, other) in zip(first, last) where one.kind.movement == .nothing {
            #expect(one.render() == other.render(), "\(one.path)")
        }
        // What is said to move does: else its kind says too little of it.
        for kind in [OutputKind.page, .runningReport, .runningReportFigures, .statistics] {
            let moved = zip(first, last).contains { $0.kind == kind && $0.render() != $1.render() }
            #expect(moved, "\(kind.files)")
        }
    }

    @Test func everyKindIsOfSomeFile() throws {
        let found = Set(try files(at: Sample.now).map(\.kind))
        #expect(Set(OutputKind.allCases).subtracting(found) == [.ownAsset])
    }

    @Test func theDocumentHasTheTable() throws {
        let document = repository.appending(path: "docs/deploying.md")
        let text = try String(contentsOf: document, encoding: .utf8)
        let start = try #require(text.range(of: "<!-- Made from the code: UPDATE_DOCS=1 swift test -->\n"))
            .upperBound
        let end = try #require(text.range(of: "\n\n", range: start..<text.endIndex)).lowerBound
        let environment = ProcessInfo.processInfo.environment
        if environment["UPDATE_DOCS"] == "1" {
            try #require(environment["CI"] == nil, "UPDATE_DOCS is not for CI")
            return try text.replacingCharacters(in: start..<end, with: OutputKind.table)
                .write(to: document, atomically: true, encoding: .utf8)
        }
        #expect(text[start..<end] == OutputKind.table, "run `UPDATE_DOCS=1 swift test`")
    }
}

private extension OutputKindTests {
    var seen: StatusPage { Sample.full.seen(by: .public, at: Sample.now) }

    func files(at now: Instant) throws -> [SiteFile] {
        let templates = try #require(SiteTemplates(overriding: [:], into: Findings()))
        return SitePlan(of: Sample.full, for: .public, at: now, templates: templates)
            .files(provenance: Provenance(generator: "allclear 1.0.0", revision: nil))
    }
}

extension OutputKind {
    /// The kinds as a table in Markdown.
    fileprivate static var table: String {
        let rows = allCases.map { kind in
            let framing =
                switch kind.framing {
                case .nobody: "no"
                case .anySite: "yes"
                case nil: ""
                }
            let lifetime =
                switch kind.lifetime {
                case .minute: "a minute"
                case .forever: "forever"
                case .asTheHostSays: "set by the host"
                }
            let movement =
                switch kind.movement {
                case .nothing: "nothing"
                case .figures: "figures for periods up to now"
                case .everything: "everything"
                }
            return
                "| \(kind.files) | \(framing) | \(kind.isOpen ? "yes" : "no") | \(lifetime) | \(movement) |"
        }
        let head =
            "| files | can be framed | readable by other sites | cached for | changes with the clock |"
        return ([head, "|---|---|---|---|---|"] + rows).joined(separator: "\n")
    }
}
