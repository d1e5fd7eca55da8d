import Diagnostics
import StatusModel
import Testing

@testable import Records

/// Ticks in any record of the sites here leave every other byte of the file, and all else it says, as it was.
@Suite struct TickingRecordsTests {
    @Test(arguments: RecordSite.records)
    func onlyTheTicksAreNew(path: String) throws {
        let site = try RecordSite(of: path)
        let text = try ProjectFolder.text(of: path)
        let variants = [
            text, text.replacing("\n", with: "\r\n"), "\u{FEFF}" + text, text.trimmed,
            text.strewnWithControls,
        ]
        for variant in variants {
            let file = SourceFile(path: site.record, bytes: Array(variant.utf8))
            guard let old = site.record(in: file),
                let open = try site.reader.checklist(in: file)?.items.filter({ !$0.isDone }), !open.isEmpty
            else { continue }
            let changed = try site.reader.ticking(open.map(\.text), in: file)
            var new = try #require(site.record(in: changed))
            #expect(try site.reader.checklist(in: changed)?.items.allSatisfy(\.isDone) == true)
            new.tickedItems = old.tickedItems
            #expect(new == old)
            #expect(file.isLeft(of: changed))
        }
    }
}
