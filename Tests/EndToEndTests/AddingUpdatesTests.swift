import Diagnostics
import Foundation
import StatusModel
import Testing

@testable import Records

/// An update that is added to a record leaves every other byte of the file, and all else it says, as it was.
@Suite struct AddingUpdatesTests {
    /// Every record of the sites in this folder, and of the demonstration.
    static let records: [String] =
        ([ProjectFolder.path]
        + GoldenSiteTests.sites.map { GoldenSiteTests.folder + "/" + $0 })
        .flatMap { site in
            let files = FileManager.default.enumerator(atPath: site + "/incidents")?.compactMap {
                $0 as? String
            }
            return (files ?? []).filter { $0.hasSuffix(".md") }.map { "\(site)/incidents/\($0)" }
        }
        .map { String($0.dropFirst(ProjectFolder.path.count + 1)) }.sorted()

    static let texts = [
        "All is well.", "We look into it.\n\n- readers\n- writers", "> said she", "17:05 UTC", ": and more",
        "```\n[RESOLVED] in code\n```", "1. one\n2. two\n\nand *more*", "`a` \\[RESOLVED] b\\",
        "# A heading\n\ntext",
        "---\n\nbelow a rule", "Two lines\nin a paragraph.", "Reader\u{301} – “quotes” 日本 🚒",
        "[x] <https://a.example>",
    ]

    @Test(arguments: records)
    func onlyTheUpdateIsNew(path: String) throws {
        let site = try Site(of: path)
        let text = try ProjectFolder.text(of: path)
        let variants = [
            text, text.replacing("\n", with: "\r\n"), "\u{FEFF}" + text, text.trimmed, text + "\n\n  \n",
        ]
        for variant in variants {
            let file = SourceFile(path: site.record, bytes: Array(variant.utf8))
            guard let old = site.record(in: file) else { continue }
            for text in Self.texts { try expectOnlyTheUpdateIsNew(saying: text, in: file, old, of: site) }
        }
    }

    private func expectOnlyTheUpdateIsNew(
        saying text: String,
        in file: SourceFile,
        _ old: Record,
        of site: Site
    ) throws {
        let isMaintenance = old.updates.first?.phase.isOfMaintenance ?? false
        let phase = PhaseWord(isMaintenance ? .verifying : .monitoring)
        let draft = UpdateDraft(
            phase,
            text,
            at: Site.now,
            changes: [.init(site.component, .operational)],
            nextUpdate: "20m"
        )
        let changed = try site.reader.adding(draft, to: file)
        let new = try #require(site.record(in: changed))
        #expect(Array(new.updates.dropLast()) == old.updates)
        #expect((new.title, new.summary) == (old.title, old.summary))
        #expect(new.postMortem?.sections.map(\.title) == old.postMortem?.sections.map(\.title))
        let added = try #require(new.updates.last)
        #expect(added.at == Site.now && added.phase == phase.phase && !added.prose.isEmpty)
        #expect(added.nextUpdateAt == Site.now + 1_200 && added.changes.map(\.status) == [.operational])
        #expect(file.isLeft(of: changed), "\(text)")
    }

    /// A site that one of its records is read in.
    private struct Site {
        /// Later than all records, and to the minute.
        static let now = Instant(seconds: 1_893_456_000)
        let record: String
        let reader: RecordReader
        let component: String

        init(of path: String) throws {
            let parts = path.split(separator: "incidents/", maxSplits: 1).map(String.init)
            let site = parts.count == 2 ? parts[0] : ""
            record = "incidents/" + (parts.last ?? "")
            var found: [Diagnostic] = []
            let file = SourceFile(
                path: "status.yml",
                bytes: Array(try ProjectFolder.text(of: site + "status.yml").utf8)
            )
            let configuration = try #require(Configuration(reading: file, into: &found))
            let paths = AddingUpdatesTests.records.filter { $0.hasPrefix(site + "incidents/") }
                .map { String($0.dropFirst(site.count)) }
            reader = RecordReader(
                configuration: configuration,
                index: RecordIndex(paths: paths),
                now: Self.now
            )
            component = configuration.page.components[0].id
        }

        /// The record, where it is sound and may have updates.
        func record(in file: SourceFile) -> Record? {
            var (reading, found): (Reading, [Diagnostic]) = (Reading(file: file, slug: "a"), [])
            reader.read(&reading, into: &found)
            if case .notice = reading.content { return nil }
            return found.hasErrors ? nil : reading.content?.record
        }
    }
}

extension SourceFile {
    /// Whether the other file is this one with something put in at one place.
    fileprivate func isLeft(of other: SourceFile) -> Bool {
        let before = zip(bytes, other.bytes).prefix { $0 == $1 }.count
        let behind = zip(bytes.reversed(), other.bytes.reversed()).prefix { $0 == $1 }.count
        let ending = bytes.last == UInt8(ascii: "\n")
        return before + behind >= bytes.count && ending == (other.bytes.last == UInt8(ascii: "\n"))
    }
}
