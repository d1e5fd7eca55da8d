import Foundation
import Testing

import Publishing

@Suite struct PublishingTests {
    let scratch: Scratch

    init() throws {
        scratch = try Scratch()
    }

    @Test func firstBuildWritesEverything() throws {
        let summary = try LinkedSite.first.publish(into: scratch)
        #expect(scratch.contents() == LinkedSite.first.contents)
        #expect(summary.created == 7 && summary.files == 7)
        #expect(
            summary.bytes
                == LinkedSite.first.links.keys.map { LinkedSite.first.text(of: $0).utf8.count }.reduce(0, +)
        )
    }

    @Test func nextBuildCreatesReplacesAndDeletes() throws {
        try LinkedSite.first.publish(into: scratch)
        let summary = try LinkedSite.second.publish(into: scratch)
        #expect(scratch.contents() == LinkedSite.second.contents)
        #expect(summary.created == 4)
        #expect(summary.replaced == 3)
        #expect(summary.unchanged == 0)
        #expect(summary.deleted == 4)
    }

    @Test func unchangedFilesAreNotTouched() throws {
        try LinkedSite.first.publish(into: scratch)
        let before = LinkedSite.first.contents.keys.sorted().map(scratch.trace)
        let summary = try LinkedSite.first.publish(into: scratch)
        #expect(LinkedSite.first.contents.keys.sorted().map(scratch.trace) == before)
        #expect(summary.unchanged == 7 && summary.replaced == 0)
    }

    @Test func onlyTheFileThatDiffersIsTouched() throws {
        try publish([page("a", "one"), page("b", "two")], into: scratch.output)
        let (a, b) = (scratch.trace(of: "a"), scratch.trace(of: "b"))
        try publish([page("a", "one"), page("b", "owt")], into: scratch.output)
        #expect(scratch.trace(of: "a") == a)
        #expect(scratch.trace(of: "b") != b)
        #expect(scratch.read("b") == "owt")
    }

    @Test func largeFilesAreComparedToTheirEnd() throws {
        let long = String(repeating: "x", count: 200_000)
        try publish([page("a", long + "1")], into: scratch.output)
        let same = try publish([page("a", long + "1")], into: scratch.output)
        #expect(same.unchanged == 1)
        let other = try publish([page("a", long + "2")], into: scratch.output)
        #expect(other.replaced == 1)
        #expect(scratch.read("a") == long + "2")
    }

    @Test func manyOutputsOnSeveralThreadsAllArrive() throws {
        let outputs = (0..<1_000).map { page("pages/\($0).html", "page \($0)") }
        let summary = try publish(outputs, into: scratch.output, threads: 4)
        #expect(summary.created == 1_000)
        #expect((0..<1_000).allSatisfy { scratch.read("pages/\($0).html") == "page \($0)" })
        #expect(try publish(outputs, into: scratch.output, threads: 4).unchanged == 1_000)
    }

    @Test func manifestIsTheSameForAnyOrderOfOutputs() throws {
        try publish([page("b/é", ""), page("a", ""), page("b/z", "")], into: scratch.output)
        let one = scratch.read(".allclear-manifest")
        try publish([page("b/z", ""), page("b/é", ""), page("a", "")], into: scratch.output)
        #expect(scratch.read(".allclear-manifest") == one)
        #expect(one == "a\nb/z\nb/é\n")
    }

    @Test func outputDirectoryIsMadeWithThoseAboveIt() throws {
        try publish([page("a", "one")], into: scratch.path + "/x/y/z")
        #expect(FileManager.default.fileExists(atPath: scratch.path + "/x/y/z/a"))
    }

    @Test func siteWithoutOutputsDeletesTheOldOne() throws {
        try LinkedSite.first.publish(into: scratch)
        #expect(try publish([], into: scratch.output).deleted == 7)
        #expect(scratch.contents() == [".allclear-manifest": ""])
    }

    @Test func halfWrittenLeftoversAreDeleted() throws {
        try LinkedSite.first.publish(into: scratch)
        try scratch.write("half", to: ".allclear-3.tmp")
        try scratch.write("half", to: "gone/.allclear-12.tmp")
        try LinkedSite.first.publish(into: scratch)
        #expect(scratch.contents() == LinkedSite.first.contents)
    }
}

func page(_ path: String, _ text: String) -> Output {
    Output(path: path) { Array(text.utf8) }
}
