import Diagnostics
import Foundation
import Testing

@testable import StatusSite

@Suite struct SiteTemplatesTests {
    @Test func builtInTemplatesHaveNoMistake() {
        let diagnostics = Findings()
        #expect(SiteTemplates(into: diagnostics) != nil)
        #expect(diagnostics.all.isEmpty)
    }

    @Test func theBinaryHoldsTheFilesOfTheFolder() throws {
        let folder = repository.appending(path: "site-templates")
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path()).filter {
            var isDirectory: ObjCBool = false
            return FileManager.default.fileExists(
                atPath: folder.appending(path: $0).path(),
                isDirectory: &isDirectory
            ) && !isDirectory.boolValue
        }
        #expect(SiteTemplates.builtIn.keys.sorted() == names.sorted())
        for name in names {
            let bytes = try Array(Data(contentsOf: folder.appending(path: name)))
            #expect(SiteTemplates.builtIn[name]?.bytes == bytes, "\(name)")
        }
    }

    @Test func everyPageHasABuiltInTemplate() {
        for page in SiteTemplates.pages + SiteTemplates.messages {
            #expect(SiteTemplates.builtIn["\(page.template).mustache"] != nil, "\(page.template)")
        }
    }

    @Test func aSitesOwnFilesTakeThePlaceOfTheBuiltInOnes() throws {
        let diagnostics = Findings()
        let own = [
            "style.css": SourceFile(path: "site-templates/style.css", bytes: Array("p {}".utf8)),
            "fonts/a.woff2": SourceFile(path: "site-templates/fonts/a.woff2", bytes: [0, 0xFF]),
        ]
        let templates = try #require(SiteTemplates(overriding: own, into: diagnostics))
        let style = try #require(templates.assets.first { $0.name == "style.css" })
        #expect(style.bytes == Array("p {}".utf8))
        // FNV-1a of `p {}`, by its authors' reference code.
        #expect(style.path == "assets/style-37148b0f2afaedfd.css")
        #expect(templates.assets.first { $0.name == "fonts/a.woff2" }?.path == "assets/fonts/a.woff2")
        #expect(templates.assets.map(\.name) == templates.assets.map(\.name).sorted())
    }

    @Test func aTemplateThatNoPageUsesIsAWarning() {
        let diagnostics = Findings()
        let templates = shelf("", with: ["shelv": "{{whatever}}"], into: diagnostics)
        #expect(templates != nil)
        #expect(diagnostics.all.map(\.id) == [.unusedTemplate])
        #expect(diagnostics.all.map(\.severity) == [.warning])
        #expect(diagnostics.all.first?.hint == "did you mean `shelf`?")
    }

    @Test func aByteOrderMarkIsLeftOut() {
        #expect(rendered("\u{FEFF}{{#isOpen}}\nx{{/isOpen}}") == "x")
    }

    @Test func aTemplateThatIsNotUTF8IsTold() {
        let diagnostics = Findings()
        let file = SourceFile(path: "shelf.mustache", bytes: Array("<p>\nab".utf8) + [0xE9, 0x20])
        #expect(
            SiteTemplates(["shelf.mustache": file], pages: [ShelfPage.self], into: diagnostics) == nil
        )
        #expect(diagnostics.all.map(\.id) == [.notUTF8])
        #expect(diagnostics.all.map(\.location.line) == [2])
        #expect(diagnostics.all.map(\.location.column) == [3])
    }

    @Test func anAccentBehindATagIsTextLikeAnyOther() {
        #expect(rendered("a {{note}}\u{301}", ShelfPage(note: "e")) == "a e\u{301}")
    }

    @Test func noNameStandsTwiceInAVocabulary() {
        for type in everyContext(of: SiteTemplates.pages + SiteTemplates.messages) {
            let names = type.words.map(\.name)
            #expect(Set(names).count == names.count, "\(type)")
        }
    }

    @Test func onlyTemplatesOfHTMLKnowHTML() {
        for page in SiteTemplates.messages where Escaping(ofTemplate: page.template) != .html {
            for type in everyContext(of: [page]) {
                let html = type.words.filter { if case .html = $0.kind { true } else { false } }
                #expect(html.isEmpty, "\(page.template): \(html.map(\.name))")
            }
        }
    }
}
