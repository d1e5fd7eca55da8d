import Foundation
import Testing

@testable import allclear

/// Nobody's work is lost: neither to a file of the same name nor to an older reading of it.
@Suite struct CarefulWritingTests {
    private let scratch: Scratch
    private let file: String

    init() throws {
        scratch = try Scratch()
        file = scratch.path + "/a/b.md"
    }

    @Test func newFileTakesNobodysPlace() throws {
        try CarefulWriting.create("a/b.md", in: scratch.path, with: Array("mine".utf8))
        expect(.exists) { () throws(CarefulWriting.Failure) in
            try CarefulWriting.create("a/b.md", in: scratch.path, with: Array("theirs".utf8))
        }
        #expect(try Scratch.contents(of: scratch.path) == ["a/b.md": "mine"])
    }

    @Test func fileThatWasChangedMeanwhileStays() throws {
        try CarefulWriting.create("a/b.md", in: scratch.path, with: Array("theirs".utf8))
        expect(.changed) { () throws(CarefulWriting.Failure) in
            try CarefulWriting.replace(file, reading: Array("as read".utf8), with: Array("mine".utf8))
        }
        #expect(try Scratch.contents(of: scratch.path) == ["a/b.md": "theirs"])
        try CarefulWriting.replace(file, reading: Array("theirs".utf8), with: Array("mine".utf8))
        #expect(try Scratch.contents(of: scratch.path) == ["a/b.md": "mine"])
    }

    @Test func nothingIsWrittenOutOfTheSite() throws {
        let elsewhere = try Scratch()
        let link = scratch.path + "/incidents"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: elsewhere.path)
        for path in ["incidents/a.md", "incidents/2026/a.md"] {
            expect(.leavesSite) { () throws(CarefulWriting.Failure) in
                try CarefulWriting.create(path, in: scratch.path, with: [])
            }
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: elsewhere.path).isEmpty)
        // The site's own folder may be anywhere.
        try CarefulWriting.create("2026/a.md", in: link, with: [])
        #expect(try Scratch.contents(of: elsewhere.path) == ["2026/a.md": ""])
    }

    private enum Kind { case exists, changed, leavesSite }

    private func expect(_ kind: Kind, from work: () throws(CarefulWriting.Failure) -> Void) {
        do {
            try work()
            Issue.record("it was written")
        } catch {
            switch (kind, error) {
            case (.exists, .exists), (.changed, .changed), (.leavesSite, .leavesSite): break
            default: Issue.record("\(error)")
            }
        }
    }
}
