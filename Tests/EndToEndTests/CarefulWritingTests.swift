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
        try CarefulWriting.create(file, with: Array("mine".utf8))
        expect(.exists) { () throws(CarefulWriting.Failure) in
            try CarefulWriting.create(file, with: Array("theirs".utf8))
        }
        #expect(try Scratch.contents(of: scratch.path) == ["a/b.md": "mine"])
    }

    @Test func fileThatWasChangedMeanwhileStays() throws {
        try CarefulWriting.create(file, with: Array("theirs".utf8))
        expect(.changed) { () throws(CarefulWriting.Failure) in
            try CarefulWriting.replace(file, reading: Array("as read".utf8), with: Array("mine".utf8))
        }
        #expect(try Scratch.contents(of: scratch.path) == ["a/b.md": "theirs"])
        try CarefulWriting.replace(file, reading: Array("theirs".utf8), with: Array("mine".utf8))
        #expect(try Scratch.contents(of: scratch.path) == ["a/b.md": "mine"])
    }

    private enum Kind { case exists, changed }

    private func expect(_ kind: Kind, from work: () throws(CarefulWriting.Failure) -> Void) {
        do {
            try work()
            Issue.record("it was written")
        } catch {
            switch (kind, error) {
            case (.exists, .exists), (.changed, .changed): break
            default: Issue.record("\(error)")
            }
        }
    }
}
