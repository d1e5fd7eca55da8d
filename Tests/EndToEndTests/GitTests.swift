import Testing

@testable import allclear

@Suite struct GitTests {
    @Test func outputIsReadWholeHoweverMuchGitSays() throws {
        let repository = try Repository()
        // Far more than the 64 KiB that a pipe holds.
        let text = String(repeating: "A line of the file.\n", count: 50_000)
        try repository.write(text, to: "large.txt")
        try repository.commit()
        #expect(try Git(at: repository.path).output(of: ["show", "HEAD:large.txt"]) == Array(text.utf8))
    }

    @Test func errorsAreReadWholeHoweverMuchGitSays() throws {
        let repository = try Repository()
        let shout = "alias.shout=!head -c 200000 /dev/zero | tr '\\0' a >&2; exit 3"
        #expect(throws: GitError.failed(String(repeating: "a", count: 200_000))) {
            try Git(at: repository.path).output(of: ["-c", shout, "shout"])
        }
    }

    @Test func pathsKeepSpacesLettersAndLineBreaks() throws {
        let repository = try Repository()
        let names = ["a b.md", "é🚲.md", "line\nbreak.md"]
        for name in names { try repository.write("text", to: name) }
        try repository.commit()
        #expect(try Git(at: repository.path).fields(of: ["ls-files", "-z"]) == names.sorted())
        #expect(try Git(at: repository.path).fields(of: ["ls-files", "-z", "--", "none"]) == [])
    }

    @Test func revisionsAreFoundByAnyNameAndOthersToldFrom() throws {
        let repository = try Repository()
        try repository.commit()
        let git = Git(at: repository.path)
        let commit = try git.commit(named: "HEAD")
        #expect(commit.count == 40)
        #expect(try git.commit(named: "main") == commit)
        #expect(try git.commit(named: String(commit.prefix(8))) == commit)
        for name in ["nowhere", "--all", "", "0000000000000000000000000000000000000000"] {
            #expect(throws: GitError.unknownRevision(name, isShallow: false)) {
                try git.commit(named: name)
            }
        }
    }

    @Test func shallowCloneIsSaidToBeShallow() throws {
        let repository = try Repository()
        for _ in 1...3 { try repository.commit() }
        try repository.git("clone", "--quiet", "--depth=1", "file://\(repository.path)", "shallow")
        let git = Git(at: repository.path + "/shallow")
        #expect(throws: GitError.unknownRevision("HEAD~2", isShallow: true)) {
            try git.commit(named: "HEAD~2")
        }
    }

    @Test func folderOutsideOfARepositoryIsTold() throws {
        let scratch = try Scratch()
        for arguments in [["log"], ["diff", "--name-status", "HEAD", "--"]] {
            #expect(throws: GitError.noRepository(scratch.path)) {
                try Git(at: scratch.path).output(of: arguments)
            }
        }
        #expect(throws: GitError.noRepository(scratch.path)) {
            try Git(at: scratch.path).commit(named: "HEAD")
        }
    }
}
