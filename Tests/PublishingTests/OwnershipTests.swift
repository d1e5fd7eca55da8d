import Foundation
import Testing

import Publishing

@Suite struct OwnershipTests {
    let scratch: Scratch

    init() throws {
        scratch = try Scratch()
    }

    @Test func foreignFilesStay() throws {
        try scratch.write("/public/*", to: ".gitignore")
        try LinkedSite.first.publish(into: scratch)
        try scratch.write("mine", to: "gone/mine.txt")
        try LinkedSite.second.publish(into: scratch)
        #expect(scratch.read(".gitignore") == "/public/*")
        #expect(scratch.read("gone/mine.txt") == "mine")
    }

    @Test func everyForeignFileInTheWayIsNamedAndNothingWritten() throws {
        try scratch.write("mine", to: "two.html")
        try scratch.write("mine", to: "gone/b.html")
        let before = scratch.contents()
        #expect(throws: PublishingError.foreignFiles(["gone/b.html", "two.html"])) {
            try LinkedSite.first.publish(into: scratch)
        }
        #expect(scratch.contents() == before)
    }

    @Test func forceWritesOverForeignFilesAndOwnsThem() throws {
        try scratch.write("mine", to: "gone/b.html")
        try LinkedSite.first.publish(into: scratch, force: true)
        #expect(scratch.contents() == LinkedSite.first.contents)
        try LinkedSite.second.publish(into: scratch)
        #expect(scratch.contents() == LinkedSite.second.contents)
    }

    @Test func manifestThatNamesPathsOutsideDeletesNothingThere() throws {
        try scratch.write("", to: "inside.html")
        try Data("mine".utf8).write(to: URL(fileURLWithPath: scratch.path + "/outside"))
        try scratch.write("../outside\n\(scratch.path)/outside\ninside.html\n", to: ".allclear-manifest")
        try publish([], into: scratch.output)
        #expect(FileManager.default.fileExists(atPath: scratch.path + "/outside"))
        #expect(scratch.read("inside.html") == nil)
    }

    @Test func nothingIsWrittenThroughALinkedDirectory() throws {
        let outside = try link("incidents")
        #expect(throws: PublishingError.symbolicLink("incidents")) {
            try publish([page("incidents/a.html", "")], into: scratch.output, force: true)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: outside) == [])
    }

    @Test func nothingIsDeletedThroughALinkedDirectory() throws {
        let outside = try link("incidents")
        try Data("mine".utf8).write(to: URL(fileURLWithPath: outside + "/a.html"))
        try Data("mine".utf8).write(to: URL(fileURLWithPath: outside + "/.allclear-1.tmp"))
        try scratch.write("incidents/a.html\n", to: ".allclear-manifest")
        try publish([page("index.html", "")], into: scratch.output)
        #expect(try FileManager.default.contentsOfDirectory(atPath: outside).count == 2)
    }

    @Test func linkInThePlaceOfAFileIsForeignAndReplacedNotFollowed() throws {
        let outside = scratch.path + "/outside"
        try Data("mine".utf8).write(to: URL(fileURLWithPath: outside))
        try publish([page("a.html", "ours")], into: scratch.output)
        try FileManager.default.removeItem(atPath: scratch.output + "/a.html")
        try FileManager.default.createSymbolicLink(
            atPath: scratch.output + "/a.html",
            withDestinationPath: outside
        )
        #expect(throws: PublishingError.foreignFiles(["a.html"])) {
            try publish([page("a.html", "ours")], into: scratch.output)
        }
        try publish([page("a.html", "ours")], into: scratch.output, force: true)
        #expect(scratch.read("a.html") == "ours")
        #expect(FileManager.default.contents(atPath: outside) == Data("mine".utf8))
    }

    @Test func outputDirectoryMayBeALinkOnlyIfThatIsSaid() throws {
        try FileManager.default.createDirectory(
            atPath: scratch.path + "/real",
            withIntermediateDirectories: true
        )
        try FileManager.default.createSymbolicLink(
            atPath: scratch.output,
            withDestinationPath: scratch.path + "/real"
        )
        let outputs = [page("index.html", "")]
        #expect(throws: PublishingError.self) { try publish(outputs, into: scratch.output) }
        #expect(!FileManager.default.fileExists(atPath: scratch.path + "/real/index.html"))
        try publish(outputs, into: scratch.output, followingLink: true)
        #expect(FileManager.default.fileExists(atPath: scratch.path + "/real/index.html"))
    }

    @Test func fileWhereADirectoryMustBeIsNamed() throws {
        try scratch.write("", to: "a")
        #expect(throws: PublishingError.fileInPlaceOfDirectory("a")) {
            try publish([page("a/b.html", "")], into: scratch.output)
        }
    }

    @Test func directoryWhereAFileMustBeIsNamed() throws {
        try scratch.write("", to: "a.html/b")
        #expect(throws: PublishingError.directoryInPlaceOfFile("a.html")) {
            try publish([page("a.html", "")], into: scratch.output)
        }
    }

    private func link(_ name: String) throws -> String {
        let outside = scratch.path + "/outside"
        for directory in [outside, scratch.output] {
            try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        }
        try FileManager.default.createSymbolicLink(
            atPath: scratch.output + "/" + name,
            withDestinationPath: outside
        )
        return outside
    }
}
