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

    @Test func numbersWithoutAFormTakeTheUsualOneOfTheSameFile() {
        let few = words("banner.more[one] = jeden\nbanner.more[few] = {n} další", of: "cs")
        #expect([1, 3, 5].map { few.text.bannerMore($0) } == ["jeden", "3 další", "5 další"])
        let usual = words("banner.more[one] = jeden\nbanner.more[other] = {n} dalších", of: "cs")
        #expect([1, 3].map { usual.text.bannerMore($0) } == ["jeden", "3 dalších"])
    }

    @Test func formsOfAPhraseThatDependsOnNoNumberAreLeftOut() {
        #expect(words("history.title[one] = Historie", of: "cs").text.historyTitle == "History")
    }

    @Test func fewLinesReplaceThoseOfTheBuiltInLanguage() {
        let found = Findings()
        let german = language("history.title = Chronik", of: "de", for: "de", into: found)
        #expect(german.text.historyTitle == "Chronik")
        #expect(german.text.phaseResolved == "Behoben")
        let austrian = language("history.title = Chronik", of: "de-AT", for: "de-AT", into: found)
        #expect(austrian.text.historyTitle == "Chronik")
        #expect(austrian.text.phaseResolved == "Behoben")
        #expect(austrian.conventions.tag == "de-AT")
        let english = language("history.title = Past", of: "en", for: "en", into: found)
        #expect(english.text.historyTitle == "Past")
        #expect(english.conventions.tag == "en-GB")
        #expect(found.all.isEmpty)
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

    @Test func whatANewLanguageLacksIsCountedByPhraseAndBeginsAList() throws {
        let found = Findings()
        _ = language("duration.minutes = {n} min", of: "nl", for: "nl", into: found)
        let missing = try #require(found.all.first)
        let count = PhraseKeys.known.count - 2
        #expect(found.all.map(\.id) == [.missingPhrase])
        #expect(
            missing.message == "\(count) phrases are missing: `duration.seconds`, `duration.hours`, "
                + "`duration.days`, `duration.pair`, `duration.negative` and \(count - 5) more")
    }

    @Test(
        arguments: [
            (
                "pl", "en-GB",
                "numbers, dates and plural forms are those of `en-GB`, but this file is for `pl`"
            ),
            (
                "pl", "de-DE",
                "numbers, dates and plural forms are those of `de-DE`, but this file is for `pl`"
            ),
            ("pl", "polski", "`polski` is not a known language tag"),
            ("pl", "pl-QY", "`pl-QY` is not a known language tag"),
            ("pl", "pl-PL", nil), ("pl", "PL", nil), ("de-AT", "de", nil), ("zh-Hant", "zh-Hant-TW", nil),
        ] as [(String, String, String?)])
    func conventionsAreThoseOfTheFilesLanguage(tag: String, conventions: String, message: String?) {
        let found = Findings()
        // Its forms would be unknown in English.
        let text = "language.conventions = \(conventions)\nbanner.more[many] = {n} x\n"
        _ = language(
            message == nil ? String(text.prefix { $0 != "\n" }) : text, of: tag, for: "en", into: found)
        #expect(found.all.map(\.message) == (message.map { [$0] } ?? []))
        #expect(found.all.allSatisfy { $0.id == .wrongConventions && $0.location.column == 24 })
    }

    @Test func missingAndUnknownFormsAreReportedAtTheirLines() {
        let found = Findings()
        let text = """
            language.conventions = pl
            banner.more[one] = {n} inny
            banner.more[two] = {n} inne
            banner.more[other] = {n} innych
            banner.open-incidents[one] = jeden
            banner.open-incidents[few] = {n} otwarte
            banner.open-incidents[many] = {n} otwartych
            duration.days = {n} d
            """
        _ = language(text, of: "pl", for: "en", into: found)
        #expect(
            found.all.map { "\($0.location.line) \($0.message)" } == [
                "3 `pl` has no plural form `two`: its forms are `one`, `few`, `many` and `other`",
                "2 `banner.more` lacks `few` and `many`: pages use its `other`",
            ])
        #expect(found.all.allSatisfy { $0.id == .pluralForm && $0.severity == .warning })
    }

    @Test func theFormOfMillionsIsKnownAndNotAskedFor() {
        let found = Findings()
        let text = "banner.more[one] = {n} a\nbanner.more[other] = {n} b\n"
        _ = language(text, of: "fr", for: "en", into: found)
        _ = language(text + "banner.more[many] = {n} c\n", of: "fr", for: "en", into: found)
        #expect(found.all.isEmpty)
    }

    @Test func aValueWithAWrongNameIsOneMistake() {
        let found = Findings()
        let text = "time.with-date = {data} o {time}\nhistory.title = {x}\n"
        _ = language(text, of: "pl", for: "en", into: found)
        #expect(
            found.all.map { "\($0.location.line) \($0.message): \($0.hint ?? "")" } == [
                "1 unknown value `{data}`: did you mean `{date}`?",
                "2 unknown value `{x}`: remove it: `history.title` has no values",
            ])
    }

    @Test func onlyFormsForFewNumbersMaySpellThem() {
        let found = Findings()
        let text = "banner.more[one] = jeden\nbanner.more[few] = inne\nbanner.more[many] = {n} innych\n"
        _ = language(text, of: "pl", for: "en", into: found)
        #expect(
            found.all.map { "\($0.location.line) \($0.message)" } == [
                "2 `{n}` is missing from `banner.more[few]`"
            ])
    }

    @Test func aFileThatIsNotUTF8IsAnErrorWithTheOffset() throws {
        let found = Findings()
        let path = LanguageFile.path(of: "pl")
        let bytes = Array("history.title = Historia b".utf8) + [0xB3] + Array("\n".utf8)
        _ = SiteTemplates(
            overriding: [path: SourceFile(path: path, bytes: bytes)], language: "pl", into: found)
        let error = try #require(found.all.first)
        #expect(found.all.count == 1 && error.id == .notUTF8 && error.severity == .error)
        #expect(error.message == "the file is not valid UTF-8: invalid byte at offset 26")
        #expect(error.location.line == 1 && error.location.column == 27)
    }

    @Test(
        arguments: [
            (
                "languages/polish.phrases",
                "this file is not read as a language: `polish` is not a known language tag"
            ),
            ("languages/xx.phrases", "this file is not read as a language: `xx` is not a known language tag"),
            (
                "languages/pl-QY.phrases",
                "this file is not read as a language: `pl-QY` is not a known language tag"
            ),
            ("languages/PL.phrases", nil), ("languages/pt-BR.phrases", nil),
            ("languages/zh-Hant.phrases", nil),
            ("languages/es-419.phrases", nil),
        ] as [(String, String?)])
    func aLanguageIsNamedByItsTag(path: String, message: String?) {
        let found = Findings()
        let file = SourceFile(path: path, bytes: Array("history.title = Historia".utf8))
        _ = SiteTemplates(overriding: [path: file], into: found)
        #expect(found.all.map(\.message) == (message.map { [$0] } ?? []))
        #expect((LanguageFile.tag(ofPath: path) == nil) == (message != nil))
    }

    @Test(arguments: [("pl.properties", "pl"), ("pl_PL.txt", "pl-PL"), ("polish.phrases", "polish")])
    func aLanguageWhoseFileHasAnotherNameIsReportedOnce(name: String, tag: String) {
        let found = Findings()
        let path = LanguageFile.folder + name
        let file = SourceFile(path: path, bytes: Array("history.title = Historia".utf8))
        let place = SourceLocation.top(of: "status.yml")
        _ = SiteTemplates(overriding: [path: file], language: tag, statedAt: place, into: found)
        #expect(found.all.map(\.id) == [.unreadLanguage])
    }
}

extension LanguageTests {
    @Test(arguments: [
        (
            "pl", "there is no translation for `pl`",
            "translate `en.phrases` as `site-templates/languages/pl.phrases`"
        ),
        ("polish", "`polish` is not a known language tag", "the tag of a language that you translate"),
    ])
    func aLanguageWithoutAFileIsReported(tag: String, reason: String, addition: String) throws {
        let found = Findings()
        _ = SiteTemplates(language: tag, statedAt: SourceLocation.top(of: "status.yml"), into: found)
        let warning = try #require(found.all.first)
        #expect(warning.id == .unknownLanguage && found.all.count == 1)
        #expect(warning.message == reason + ", so pages are in English")
        #expect(warning.hint?.contains(", or " + addition) == true)
    }
}

private func words(_ text: String, of tag: String, for site: String? = nil) -> Localizer {
    let found = Findings()
    return Localizer(of: Sample.empty, in: language(text, of: tag, for: site ?? tag, into: found))
}

private func language(_ text: String, of tag: String, for site: String, into found: Findings)
    -> Language
{
    let path = LanguageFile.path(of: tag)
    let file = SourceFile(path: path, bytes: Array(text.utf8))
    let all = SiteTemplates.builtIn.merging([path: file]) { _, own in own }
    return SiteLanguage(site, statedAt: nil, among: all, own: [path], into: found).spoken
}
