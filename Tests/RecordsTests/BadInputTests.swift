import Diagnostics
import StatusModel
import Testing

@testable import Records

/// What no record may be, and what every record may be.
@Suite struct BadInputTests {
    let site: SampleSite
    static let good = SampleSite.record("[RESOLVED 17:00 UTC] Over.")

    init() throws { site = try SampleSite() }

    @Test func bytesThatAreNoTextAreToldWithTheirOffset() {
        var bytes = Array("---\ntitle: Sl\u{F6}w".utf8)
        bytes[bytes.count - 3] = 0xFF
        let parsed = site.read(bytes)
        #expect(parsed.diagnostics.map(\.summary) == ["2:10 error not-utf8"])
        #expect(parsed.diagnostics[0].message.contains("offset 13"))
    }

    @Test func charactersCutInTwoAreToldAtTheirFirstByte() {
        let bytes = Array("---\n".utf8) + [0xE2, 0x82]
        #expect(site.read(bytes).diagnostics.map(\.summary) == ["2:1 error not-utf8"])
    }

    @Test func oneMebibyteIsReadAndOneByteMoreIsNot() {
        let record = Array(Self.good.utf8)
        let most = record + [UInt8](repeating: 0x20, count: 1_048_576 - record.count)
        #expect(site.read(most).diagnostics.isEmpty)
        #expect(site.read(most + [0x20]).diagnostics.map(\.summary) == ["1:1 error file-too-large"])
    }

    @Test(arguments: ["\r\n", "\r"])
    func otherLineEndsMeanTheSame(lineEnd: String) {
        let parsed = site.read(Self.good.replacing("\n", with: lineEnd))
        #expect(parsed.diagnostics.isEmpty)
        #expect(parsed.record?.updates.map(\.prose.text) == ["Over."])
        let wrong = Self.good.replacing("partial", with: "brokn").replacing("\n", with: lineEnd)
        #expect(site.told(wrong) == ["4:19 error unknown-status"])
    }

    @Test func byteOrderMarkCountsForNoColumn() {
        #expect(site.read("\u{FEFF}" + Self.good).diagnostics.isEmpty)
        let found = site.read("\u{FEFF}# Slow\n").diagnostics
        #expect(found.map(\.summary) == ["1:1 error missing-front-matter"])
        #expect(found[0].location.excerpt == "# Slow")
        #expect(
            site.told("\u{FEFF}" + Self.good.replacing("SEV-2", with: "SEV-9")) == [
                "3:11 error unknown-severity"
            ]
        )
    }

    @Test func frontMatterMustBeginAndEnd() {
        #expect(site.told("") == ["1:1 error missing-front-matter"])
        #expect(site.told("\n---\ntitle: x\n---\n") == ["1:1 error missing-front-matter"])
        #expect(site.told("---") == ["1:1 error unclosed-front-matter"])
        #expect(site.told("---\ntitle: x\n ---\n") == ["1:1 error unclosed-front-matter"])
        #expect(site.told("---\n---\n") == ["1:1 error missing-key"])
    }

    @Test func dashesThatAKeyboardMadeLongAreSeen() {
        let found = site.read("\u{2014}-\ntitle: Slow\n---\n").diagnostics
        #expect(found.map(\.id) == [.missingFrontMatter])
        #expect(found[0].hint?.contains("hyphens with a dash") == true)
    }

    @Test func rulesInTheBodyAreNoFrontMatter() {
        #expect(site.toldOfBody("One.\n\n---\n\nTwo.\n\n---\n\n[RESOLVED 17:00 UTC] Over.\n\n---\n").isEmpty)
    }

    @Test func fileThatCannotBeReadIsTold() {
        let parsed = ParsedRecord(unreadable: "incidents/slow.md", because: "no permission")
        #expect(parsed.isBroken)
        #expect(parsed.slug == "slow")
        #expect(parsed.diagnostics.map(\.id) == [.unreadableFile])
    }
}
