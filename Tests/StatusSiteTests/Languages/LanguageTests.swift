import Diagnostics
import StatusModel
import Testing

@testable import StatusSite

@Suite struct LanguageTests {
    @Test func aLanguageOfTheSiteIsOneFile() {
        let words = words("phase.resolved = Opgelost", of: "nl")
        #expect(words.label(of: .resolved) == "Opgelost")
        #expect(words.conventions.tag == "nl")
    }

    @Test func whatAFileLacksIsSaidInEnglishAndCountedAsEnglishDoes() {
        let words = words("phase.resolved = Vyřešeno", of: "cs")
        #expect(words.label(of: .identified) == "Identified")
        // Czech would have `few` for 2.
        #expect(words.text.bannerMore(2) == "2 other incidents are open.")
    }

    @Test func aPhraseWithoutAFormForEachNumberIsEnglishAsAWhole() {
        let words = words("banner.more[one] = jeden\nhistory.title[one] = Historie", of: "cs")
        #expect(words.text.bannerMore(1) == "1 other incident is open.")
        #expect(words.text.bannerMore(5) == "5 other incidents are open.")
        #expect(words.text.historyTitle == "History")
    }

    @Test(arguments: ["DE", "de", "De-at"])
    func tagsAreTheSameInAnyCase(tag: String) {
        #expect(words("phase.resolved = Behoben", of: "de", for: tag).label(of: .resolved) == "Behoben")
    }

    @Test(arguments: [
        "history.title[ = x", "history.title] = x", "history.title[one = x", "history.title[] = x",
    ])
    func bracketsThatAreNoneAreTold(line: String) {
        let found = Findings()
        _ = language(line, of: "nl", for: "en", into: found)
        #expect(found.all.map(\.id.rawValue) == ["phrase-syntax"])
    }

    @Test func aFormWhereNoNumberCountsAndASecondWholeOneAreTold() {
        let found = Findings()
        let text = "history.title[one] = A\nsubscribe.title = B\nsubscribe.title[other] = C\n"
        _ = language(text, of: "nl", for: "en", into: found)
        #expect(
            found.all.map { "\($0.location.line) \($0.message)" } == [
                "3 this phrase appears twice", "1 `history.title` does not depend on a number",
            ]
        )
    }

    @Test func aRegionWithoutAFileTakesItsLanguages() {
        let words = words("phase.resolved = Opgelost", of: "nl", for: "nl-BE")
        #expect(words.label(of: .resolved) == "Opgelost")
        #expect(words.conventions.tag == "nl-BE")
    }

    @Test func theFormIsTheNumbersOwn() {
        let words = words(
            """
            banner.more[one] = otwarty {n}
            banner.more[few] = otwarte {n}
            banner.more[many] = otwartych {n}
            banner.more[other] = otwartego {n}
            """,
            of: "pl"
        )
        #expect(
            [1, 2, 5, 22].map { words.text.bannerMore($0) }
                == ["otwarty 1", "otwarte 2", "otwartych 5", "otwarte 22"]
        )
    }

    @Test func asHTMLAPhrasesOwnWordsAreEscapedAndItsValuesAreNot() {
        let words = words("update.promised = <{time}> & more", of: "nl")
        #expect(words.html.updatePromised(time: "<b>5</b>") == "&lt;<b>5</b>&gt; &amp; more")
        #expect(words.text.updatePromised(time: "5") == "<5> & more")
    }

    @Test func mistakesAreToldWhereTheyStand() {
        let found = Findings()
        let text =
            "phase.resolved = ok\nphase.resolvd = ok\nno equals\nupdate.promised = {tim}\nphase.resolved = again\n"
        _ = language(text, of: "nl", for: "en", into: found)
        #expect(
            found.all.map { "\($0.location.line) \($0.id.rawValue)" }
                == [
                    "3 phrase-syntax", "5 phrase-syntax", "2 unknown-phrase", "4 phrase-syntax",
                    "4 missing-slot",
                ]
        )
    }

    @Test(arguments: [
        "languages/nl.properties", "languages/nl.phrases.txt", "nl.phrases", "Languages/nl.phrases",
    ])
    func aFileThatOnlyLooksLikeALanguageIsReportedAndNotPublished(path: String) throws {
        let found = Findings()
        let file = SourceFile(path: "site-templates/" + path, bytes: Array("phase.resolved = Opgelost".utf8))
        let templates = try #require(SiteTemplates(overriding: [path: file], into: found))
        let warning = try #require(found.all.first)
        #expect(found.all.count == 1 && warning.id == .unreadLanguage && warning.severity == .warning)
        #expect(warning.location.path == "site-templates/" + path)
        #expect(warning.hint?.contains("rename it to `site-templates/languages/nl.phrases`") == true)
        #expect(!templates.assets.contains { $0.name == path })
    }

    @Test func whatTheSitesLanguageLacksIsListed() throws {
        let found = Findings()
        _ = language("phase.resolved = Opgelost", of: "nl", for: "nl", into: found)
        let missing = try #require(found.all.first { $0.id == .missingPhrase })
        #expect(missing.message.contains("`phase.identified`"))
        #expect(!missing.message.contains("`phase.resolved`"))
    }
}

private func words(_ text: String, of tag: String, for site: String? = nil) -> Words {
    let found = Findings()
    return Words(of: Sample.empty, in: language(text, of: tag, for: site ?? tag, into: found))
}

private func language(_ text: String, of tag: String, for site: String, into found: Findings)
    -> Language
{
    let path = LanguageFile.path(of: tag)
    let file = SourceFile(path: path, bytes: Array(text.utf8))
    let all = SiteTemplates.builtIn.merging([path: file]) { _, own in own }
    return SiteLanguage(site, statedAt: nil, among: all, own: [path], into: found).spoken
}
