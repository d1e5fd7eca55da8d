import Foundation
import Testing

@testable import allclear

/// Nobody's work is lost: neither to a file of the same name nor to an older reading of it.
@Suite struct CarefulWritingTests {
    private let scratch: Scratch
    private let file = "a/b.md"

    init() throws {
        scratch = try Scratch()
    }

    @Test func newFileTakesNobodysPlace() throws {
        try CarefulWriting.create(file, in: scratch.path, with: Array("mine".utf8))
        expect(.exists) { () throws(CarefulWriting.Failure) in
            try CarefulWriting.create(file, in: scratch.path, with: Array("theirs".utf8))
        }
        #expect(try Scratch.contents(of: scratch.path) == [file: "mine"])
    }

    @Test func fileThatWasChangedMeanwhileStays() throws {
        try CarefulWriting.create(file, in: scratch.path, with: Array("theirs".utf8))
        for old in ["as read", "their", "theirs and more"] {
            expect(.changed) { () throws(CarefulWriting.Failure) in
                try replace(reading: old, with: "mine")
            }
        }
        #expect(try Scratch.contents(of: scratch.path) == [file: "theirs"])
        try replace(reading: "theirs", with: "mine")
        #expect(try Scratch.contents(of: scratch.path) == [file: "mine"])
    }

    @Test func nothingIsWrittenThroughALink() throws {
        let elsewhere = try Scratch()
        let link = scratch.path + "/incidents"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: elsewhere.path)
        for path in ["incidents/a.md", "incidents/2026/a.md"] {
            expect(.leavesSite) { () throws(CarefulWriting.Failure) in
                try CarefulWriting.create(path, in: scratch.path, with: [])
            }
        }
        try elsewhere.write("theirs", to: "a.md")
        expect(.leavesSite) { () throws(CarefulWriting.Failure) in
            try CarefulWriting.replace(
                "incidents/a.md",
                in: scratch.path,
                reading: Array("theirs".utf8),
                with: []
            )
        }
        #expect(try Scratch.contents(of: elsewhere.path) == ["a.md": "theirs"])
        // The site's own folder may be anywhere.
        try CarefulWriting.create("2026/a.md", in: link, with: [])
        #expect(try Scratch.contents(of: elsewhere.path) == ["a.md": "theirs", "2026/a.md": ""])
    }

    @Test func whatKilledRunsLeftGoesWithTheNextThatWritesThere() throws {
        try scratch.write("half", to: "a/.allclear-4711-0.tmp")
        try scratch.write("somebody's", to: "a/.allclear-notes")
        try scratch.write("somebody's", to: "a/.allclear-notes.tmp")
        try CarefulWriting.create(file, in: scratch.path, with: [])
        #expect(
            try Scratch.contents(of: scratch.path).keys.sorted() == [
                "a/.allclear-notes", "a/.allclear-notes.tmp", file,
            ]
        )
        try scratch.write("half", to: "a/.allclear-4711-0.tmp")
        try replace(reading: "", with: "mine")
        #expect(
            try Scratch.contents(of: scratch.path).keys.sorted() == [
                "a/.allclear-notes", "a/.allclear-notes.tmp", file,
            ]
        )
    }

    @Test func whatCannotBeWrittenLeavesNoFolderBehind() throws {
        let name = String(repeating: "n", count: 300)
        #expect(throws: CarefulWriting.Failure.self) {
            try CarefulWriting.create("a/b/\(name)", in: scratch.path, with: [])
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).isEmpty)
    }

    @Test func whatIsTakenBackIsGoneButForWhatOthersPutThere() throws {
        let creation = try CarefulWriting.create("a/b/c.md", in: scratch.path, with: [])
        try scratch.write("theirs", to: "a/d.md")
        creation.takeBack()
        #expect(try Scratch.contents(of: scratch.path) == ["a/d.md": "theirs"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/a") == ["d.md"])
    }

    private func replace(reading old: String, with new: String) throws(CarefulWriting.Failure) {
        try CarefulWriting.replace(file, in: scratch.path, reading: Array(old.utf8), with: Array(new.utf8))
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
