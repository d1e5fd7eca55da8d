import Testing

@testable import Records

/// By the grammar of RFC 5646, section 2.1.
@Suite struct LanguageTagTests {
    @Test(arguments: ["en", "de-AT", "zh-Hant-TW", "es-419", "sl-rozaj", "de-CH-1996", "gsw", "PT-br"])
    func tags(tag: String) { #expect(tag.isLanguageTag) }

    @Test(arguments: [
        "", "c", "a1", "abc-d", "x-foo", "en-", "-en", "en--GB", "en-a1", "languagetags", "en_GB",
    ])
    func whatIsNone(tag: String) { #expect(!tag.isLanguageTag) }
}
