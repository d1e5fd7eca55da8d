import Diagnostics
import Foundation
import StatusModel
import Testing

@testable import Records

/// An update that is added to a record leaves every other byte of the file, and all else it says, as it was.
@Suite struct AddingUpdatesTests {
    static let texts = [
        "All is well.", "We look into it.\n\n- readers\n- writers", "> said she", "17:05 UTC", ": and more",
        "```\n[RESOLVED] in code\n```", "1. one\n2. two\n\nand *more*", "`a` \\[RESOLVED] b\\",
        "# A heading\n\ntext",
        "---\n\nbelow a rule", "Two lines\nin a paragraph.", "Reader\u{301} – “quotes” 日本 🚒",
        "[x] <https://a.example>",
    ]

    @Test(arguments: RecordSite.records)
    func onlyTheUpdateIsNew(path: String) throws {
        let site = try RecordSite(of: path)
        let text = try ProjectFolder.text(of: path)
        let variants = [
            text, text.replacing("\n", with: "\r\n"), "\u{FEFF}" + text, text.trimmed, text + "\n\n  \n",
            text.strewnWithControls,
        ]
        for variant in variants {
            let file = SourceFile(path: site.record, bytes: Array(variant.utf8))
            // An update of a series has to lie in a window, which this instant does not.
            guard let old = site.record(in: file), old.series == nil else { continue }
            for text in Self.texts { try expectOnlyTheUpdateIsNew(saying: text, in: file, old, of: site) }
        }
    }

    private func expectOnlyTheUpdateIsNew(
        saying text: String,
        in file: SourceFile,
        _ old: Record,
        of site: RecordSite
    ) throws {
        let isMaintenance = old.updates.first?.phase.isOfMaintenance ?? false
        let phase = PhaseWord(isMaintenance ? .verifying : .monitoring)
        let draft = UpdateDraft(
            phase,
            text,
            at: RecordSite.now,
            changes: [.init(site.component, .operational)],
            nextUpdate: "20m"
        )
        let changed = try site.reader.adding(draft, to: file)
        let new = try #require(site.record(in: changed))
        #expect(Array(new.updates.dropLast()) == old.updates)
        #expect((new.title, new.summary) == (old.title, old.summary))
        #expect(new.postMortem?.sections.map(\.title) == old.postMortem?.sections.map(\.title))
        let added = try #require(new.updates.last)
        #expect(added.at == RecordSite.now && added.phase == phase.phase && !added.prose.isEmpty)
        #expect(added.nextUpdateAt == RecordSite.now + 1_200 && added.changes.map(\.status) == [.operational])
        #expect(file.isLeft(of: changed), "\(text)")
    }
}

extension String {
    /// The text with control characters before words and at line ends; reading leaves them out.
    var strewnWithControls: String {
        replacing("\ntitle: ", with: "\ntitle: \u{1}").replacing("\n\n", with: "\u{7}\n\u{85}\n\u{0}")
    }
}

extension SourceFile {
    /// Whether the other file is this one with something put in at one place.
    func isLeft(of other: SourceFile) -> Bool {
        let before = zip(bytes, other.bytes).prefix { $0 == $1 }.count
        let behind = zip(bytes.reversed(), other.bytes.reversed()).prefix { $0 == $1 }.count
        let ending = bytes.last == UInt8(ascii: "\n")
        return before + behind >= bytes.count && ending == (other.bytes.last == UInt8(ascii: "\n"))
    }
}
