import Testing

@testable import Publishing

@Suite struct PlanTests {
    @Test(arguments: [
        ("", PublishingError.InvalidPath.isEmpty),
        ("/a", .isAbsolute),
        ("a//b", .hasEmptyPart),
        ("a/", .hasEmptyPart),
        ("..", .hasDotPart),
        ("a/../b", .hasDotPart),
        ("./a", .hasDotPart),
        ("a\0b", .hasForbiddenByte),
        ("a\nb", .hasForbiddenByte),
        (".allclear-manifest", .isReserved),
        ("a/.allclear-7.tmp", .isReserved),
    ])
    func pathThatCannotBeAFilesIsRefused(path: String, because reason: PublishingError.InvalidPath) {
        #expect(throws: PublishingError.invalidPath(path, because: reason)) { try RelativePath(path) }
    }

    @Test(arguments: [
        "a", "a/b.html", ".nojekyll", "...", "..a/b..", "a b:c", ".well-known/é", "allclear-x.tmp",
    ])
    func anyOtherPathIsTaken(path: String) throws {
        #expect(try RelativePath(path).text == path)
    }

    @Test func twoOutputsOfOnePathAreRefused() {
        #expect(throws: PublishingError.duplicatePath("a/b")) {
            try Plan([page("a/b", ""), page("a/c", ""), page("a/b", "")])
        }
    }

    @Test func spellingsOfOneLetterAreTwoPaths() throws {
        #expect(try Plan([page("\u{E9}", ""), page("e\u{301}", "")]).paths.count == 2)
    }

    @Test func pathThatIsAnothersDirectoryIsRefused() {
        #expect(throws: PublishingError.pathIsDirectory("a/b", of: "a/b/c/d")) {
            try Plan([page("a/b/c/d", ""), page("a/b-c", ""), page("a/b", "")])
        }
    }

    @Test func directoriesStandBeforeThoseInThem() throws {
        let plan = try Plan([page("x/y/z/1", ""), page("x/2", ""), page("a/3", ""), page("4", "")])
        #expect(plan.directories.map(\.text) == ["a", "x", "x/y", "x/y/z"])
    }

    @Test func manifestIsReadAsItWasWritten() throws {
        let manifest = Manifest(
            paths: try ["a", "b/c", "d"].map { try RelativePath($0) },
            unlinked: [try RelativePath("b/c")]
        )
        #expect(String(decoding: manifest.bytes, as: UTF8.self) == "a\nb/c\nd\n\nb/c\n")
        #expect(Manifest(reading: manifest.bytes) == manifest)
        #expect(Manifest(reading: []) == Manifest())
    }
}
