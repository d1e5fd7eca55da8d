import Diagnostics
import Foundation
import StatusModel
import Testing

@testable import Records

/// Where a time is taken out of a record, and given back, the record says what it said.
@Suite struct StampingTests {
    @Test(arguments: RecordSite.records)
    func timeThatIsGivenBackLeavesTheRecordAsItWas(path: String) throws {
        let site = try RecordSite(of: path)
        let text = try ProjectFolder.text(of: path)
        guard let old = site.record(in: SourceFile(path: site.record, bytes: Array(text.utf8))) else {
            return
        }
        let variants = [text, text.replacing("\n", with: "\r\n"), text.trimmed, text.strewnWithControls]
        for variant in variants {
            for (place, time) in Self.times(in: variant) {
                var undated = variant
                undated.removeSubrange(time)
                let file = SourceFile(path: site.record, bytes: Array(undated.utf8))
                let missing = site.reader.marked(file)?.updates.map(\.timing).firstIndex(of: .missing)
                guard let number = missing else { continue }
                let isRestored = old.updates.contains { update in
                    let stamped = try? site.reader.stamping([number: update.at], in: file)
                    guard let stamped else { return false }
                    return file.isLeft(of: stamped) && site.record(in: stamped)?.updates == old.updates
                }
                #expect(isRestored, "\(place)")
            }
        }
    }

    @Test func somethingIsTakenOut() throws {
        let texts = try RecordSite.records.map { try ProjectFolder.text(of: $0) }
        #expect(texts.flatMap(Self.times).count > 50)
    }

    /// Where times stand: within brackets, and on lines of their own.
    private static func times(in text: String) -> [(String, Range<String.Index>)] {
        let inBrackets = text.matches(of: /\[[A-Z ]+?( [0-9][^\]]*)\]/).map { $0.output.1 }
        let onLines = text.matches(of: /(\r?\n)Updated: [^\r\n]*/).map { $0.output.0 }
        return (inBrackets + onLines).map { (String($0), $0.startIndex..<$0.endIndex) }
    }
}
