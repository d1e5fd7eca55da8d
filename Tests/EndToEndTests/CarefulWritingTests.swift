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

    @Test func writersAtTheSameTimeLoseNothing() throws {
        try CarefulWriting.create("a/b.md", in: scratch.path, with: [])
        let writers: [UInt8] = Array(1...8)
        DispatchQueue.concurrentPerform(iterations: writers.count) { [file] writer in
            for _ in 1...20 { Self.append(writers[writer], to: file) }
        }
        let bytes = Array(try Data(contentsOf: URL(filePath: file)))
        for writer in writers { #expect(bytes.count { $0 == writer } == 20) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/a") == ["b.md"])
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

    /// Reads and writes anew for as long as another is faster.
    private static func append(_ byte: UInt8, to file: String) {
        while true {
            guard let old = try? Data(contentsOf: URL(filePath: file)) else { return }
            do {
                return try CarefulWriting.replace(file, reading: Array(old), with: Array(old) + [byte])
            } catch .changed { continue } catch { return }
        }
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
