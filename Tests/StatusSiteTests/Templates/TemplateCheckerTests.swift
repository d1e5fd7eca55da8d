import Diagnostics
import Testing

@testable import StatusSite

@Suite struct TemplateCheckerTests {
    @Test func unknownNamesAreToldWithTheNearestKnownOne() throws {
        let diagnostics = Findings()
        #expect(shelf("<h1>\n  {{ titel }}</h1>", into: diagnostics) == nil)
        let mistake = try #require(diagnostics.all.first)
        #expect(
            mistakes(in: "<h1>\n  {{ titel }}</h1>")
                == ["shelf.mustache:2:6 unknown-template-name: unknown name `titel`"]
        )
        #expect(mistake.hint == "did you mean `title`?")
        #expect(mistake.location.length == 5)
    }

    @Test func namesOfAListsElementsAreAtHandWithinItAlone() {
        #expect(mistakes(in: "{{#books}}{{name}}{{#authors}}{{name}}{{/authors}}{{/books}}").isEmpty)
        #expect(
            mistakes(in: "{{#books}}{{/books}}{{name}}")
                == ["shelf.mustache:1:23 unknown-template-name: unknown name `name`"]
        )
        #expect(
            mistakes(in: "{{^books}}{{name}}{{/books}}")
                == ["shelf.mustache:1:13 unknown-template-name: unknown name `name`"]
        )
    }

    @Test func partialsAreCheckedInTheScopeTheyAreIncludedFrom() throws {
        let partial = ["book": "<li>\n{{name}}"]
        #expect(mistakes(in: "{{#books}}{{>book}}{{/books}}", with: partial).isEmpty)
        #expect(
            mistakes(in: "{{>book}}", with: partial)
                == ["book.mustache:2:3 unknown-template-name: unknown name `name`"]
        )
        let diagnostics = Findings()
        _ = shelf("a\n {{>book}}", with: partial, into: diagnostics)
        let note = try #require(diagnostics.all.first?.related.first)
        #expect(
            note.location.path == "shelf.mustache" && note.location.line == 2 && note.location.column == 2
        )
    }

    @Test func aMistakeInAPartialIncludedTwiceIsToldOnce() {
        #expect(mistakes(in: "{{>book}}{{>book}}", with: ["book": "{{nome}}"]).count == 1)
    }

    @Test func unknownPartialsAreTold() {
        #expect(
            mistakes(in: "{{> bock }}", with: ["book": ""])
                == [
                    "book.mustache:1:1 unused-template: no page uses the template `book`",
                    "shelf.mustache:1:5 unknown-partial: unknown template `bock`",
                ]
        )
    }

    @Test func templatesThatIncludeThemselvesAreTold() {
        #expect(
            mistakes(in: "{{>a}}", with: ["a": "{{>a}}"])
                == ["a.mustache:1:4 circular-partial: the template includes itself: `a` → `a`"]
        )
        #expect(
            mistakes(in: "{{>a}}", with: ["a": "{{>b}}", "b": "{{#isOpen}}{{>a}}{{/isOpen}}"])
                == ["b.mustache:1:15 circular-partial: the template includes itself: `a` → `b` → `a`"]
        )
        #expect(
            mistakes(in: "{{>shelf}}")
                == ["shelf.mustache:1:4 circular-partial: the template includes itself: `shelf` → `shelf`"]
        )
    }

    @Test func onlyHTMLIsWrittenAsItIs() {
        #expect(
            mistakes(in: "{{{title}}}{{&title}}").map(prefix) == [
                "shelf.mustache:1:1 unescaped-value", "shelf.mustache:1:12 unescaped-value",
            ]
        )
        #expect(
            mistakes(in: "{{#note}}{{{.}}}{{/note}}").map(prefix) == ["shelf.mustache:1:10 unescaped-value"]
        )
    }

    @Test func htmlIsNotEscaped() {
        #expect(mistakes(in: " {{body}}").map(prefix) == ["shelf.mustache:1:2 escaped-html"])
        #expect(mistakes(in: "{{#body}}{{.}}{{/body}}").map(prefix) == ["shelf.mustache:1:10 escaped-html"])
    }

    @Test func valuesWithoutTextAreForSectionsAlone() {
        #expect(
            mistakes(in: "{{isOpen}}{{books}}{{{owner}}}").map(prefix) == [
                "shelf.mustache:1:1 template-syntax", "shelf.mustache:1:11 template-syntax",
                "shelf.mustache:1:20 template-syntax",
            ]
        )
    }

    @Test func theDotStandsForATextAlone() {
        #expect(mistakes(in: "{{#note}}{{.}}{{/note}}").isEmpty)
        #expect(
            mistakes(in: "{{.}}{{#books}}{{.}}{{/books}}").map(prefix) == [
                "shelf.mustache:1:3 unknown-template-name", "shelf.mustache:1:18 unknown-template-name",
            ]
        )
    }

    @Test func allMistakesOfAllTemplatesAreToldAtOnce() {
        let found = mistakes(in: "{{a}}{{#b}}{{c}}\n{{>d}}{{=<% %>=}}", with: ["e": "{{#f}}", "g": "{{/h}}"])
        #expect(
            found.map(prefix) == [
                "e.mustache:1:1 template-syntax", "e.mustache:1:1 unused-template",
                "g.mustache:1:1 template-syntax", "g.mustache:1:1 unused-template",
                "shelf.mustache:1:3 unknown-template-name",
                "shelf.mustache:1:6 template-syntax", "shelf.mustache:1:9 unknown-template-name",
                "shelf.mustache:1:14 unknown-template-name", "shelf.mustache:2:4 unknown-partial",
                "shelf.mustache:2:7 template-syntax",
            ]
        )
    }

    @Test func templatesThatIncludeOneAnotherTooDeepAreRefused() {
        let chain = (0..<100).map { ("p\($0)", "{{>p\($0 + 1)}}") } + [("p100", "")]
        let found = mistakes(in: "{{>p0}}", with: Dictionary(uniqueKeysWithValues: chain))
        #expect(
            found.contains { $0.hasPrefix("p22.mustache:1:1 template-syntax: templates include one another") }
        )
    }
}

/// The place and the kind of a mistake, without its message.
private func prefix(_ mistake: String) -> String {
    String(mistake.prefix { $0 != " " }) + " " + mistake.split(separator: " ")[1].dropLast()
}
