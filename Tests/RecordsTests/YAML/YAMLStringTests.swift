import Diagnostics
import Testing

@testable import Records

/// What is written as YAML is read back as it was.
@Suite struct YAMLStringTests {
    @Test(arguments: [
        "a", "Größe", "a: b", "a\"b", "\"\u{301}", "\u{600}\"", "\\\u{301}", "\u{D4E}: x", "\u{D4E}#",
        "\u{D4E}\"", "a #\u{301}b", "'", "true",
        "a\nb", "a\u{2028}b", "", " a ", "- a", "{a", "e\u{301}", "日本 語",
    ])
    func textIsReadBackAsItWas(text: String) throws {
        let found = Findings()
        let bytes = Array("a: \(YAMLString.written(text))\n".utf8)
        let root = YAMLText(file: SourceFile(path: "a.yml", bytes: bytes), range: bytes.indices).compose(
            into: found
        )
        let value = try #require(root?.entries?.first?.value)
        #expect(found.all.isEmpty)
        #expect(value.string?.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
    }

    @Test func signThatALetterMakesOneWithIsNoPartOfAnAddress() {
        #expect("a\u{D4E}/\u{D4E}<b".asSlug == "a-b")
        #expect("cafe\u{301} – Größe".asSlug.unicodeScalars.elementsEqual("cafe\u{301}-größe".unicodeScalars))
    }
}
