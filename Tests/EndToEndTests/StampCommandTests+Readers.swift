import Testing

/// When readers heard: of what was merged, squashed, and published.
extension StampCommandTests {
    @Test(arguments: [(options: [], time: "17:30"), (["--authored"], "17:10")])
    func whatWasMergedCameWithItsMerge(options: [String], time: String) throws {
        try branch(writing: Self.opened + "[IDENTIFIED] The pool is used up.\n", at: "2026-01-02T17:10Z")
        try repository.git("merge", "--quiet", "--no-edit", "--no-ff", "side", date: "2026-01-02T17:30Z")
        let result = try stamp(options)
        #expect(result.status == 0)
        #expect(try text().hasSuffix("The pool is used up.\nUpdated: 2026-01-02 \(time) UTC\n"))
        #expect(result.error.contains("may be too early") == options.isEmpty, "\(result.error)")
    }

    @Test(arguments: [(options: [], time: "17:30"), (["--authored"], "17:20")])
    func squashedBranchIsItsOneCommit(options: [String], time: String) throws {
        try branch(writing: Self.opened + "[IDENTIFIED] The pool is used up.\n", at: "2026-01-02T17:10Z")
        try repository.git("merge", "--quiet", "--squash", "side")
        try repository.commit(at: "2026-01-02T17:30Z", authored: "2026-01-02T17:20Z")
        #expect(try stamp(options).status == 0)
        #expect(try text().hasSuffix("The pool is used up.\nUpdated: 2026-01-02 \(time) UTC\n"))
    }

    @Test func fileThatAMergeRenamedIsFollowed() throws {
        let body = Self.opened + "[IDENTIFIED] The pool is used up.\n"
        try write(body)
        try repository.commit(at: "2026-01-02T17:00Z")
        try repository.git("checkout", "--quiet", "-b", "side")
        try repository.git("mv", site + "/incidents/slow.md", site + "/incidents/pool.md")
        try repository.commit(at: "2026-01-02T17:10Z")
        try repository.git("checkout", "--quiet", "main")
        try repository.git("merge", "--quiet", "--no-edit", "--no-ff", "side", date: "2026-01-02T17:30Z")
        #expect(try stamp().status == 0)
        #expect(try text("pool.md") == body + "Updated: 2026-01-02 17:00 UTC\n")
    }

    @Test func whatThePublishedRevisionLackedIsPublishedNow() throws {
        try write(Self.opened)
        try repository.commit(at: "2026-01-02T17:00Z")
        try repository.git("tag", "published")
        try write(Self.opened + "[IDENTIFIED] The pool is used up.\n")
        try write(Self.first, to: "new.md")
        try repository.commit(at: "2026-01-02T17:10Z")
        let result = try stamp(["--published", "published"])
        #expect(result.status == 0 && !result.error.contains("early"), "\(result.error)")
        #expect(result.output.contains("`[IDENTIFIED]` 2026-01-06T00:00:00Z, published by this run\n"))
        #expect(
            try text() == Self.opened + "[IDENTIFIED] The pool is used up.\nUpdated: 2026-01-06 00:00 UTC\n")
        #expect(try text("new.md") == Self.first + "Updated: 2026-01-06 00:00 UTC\n")
    }

    /// The times that a run wrote may not have reached the branch.
    @Test func whatWasPublishedKeepsItsTime() throws {
        try write(Self.first)
        try repository.commit(at: "2026-01-02T17:05Z")
        try repository.git("checkout", "--quiet", "-b", "run")
        try write(Self.first + "Updated: 2026-01-02 17:25 UTC\n")
        try repository.commit(at: "2026-01-02T17:25Z")
        try repository.git("checkout", "--quiet", "main")
        let mended = Self.first.replacing("We look into it.", with: "We are looking into it.")
        try write(mended + "\n[IDENTIFIED] The pool is used up.\n")
        try repository.commit(at: "2026-01-02T17:40Z")
        #expect(try stamp(["--published", "run"]).status == 0)
        #expect(
            try text() == mended + "Updated: 2026-01-02 17:25 UTC\n"
                + "\n[IDENTIFIED] The pool is used up.\nUpdated: 2026-01-06 00:00 UTC\n"
        )
        try repository.git("checkout", "--quiet", "--force", "main")
        try repository.git("mv", site + "/incidents/slow.md", site + "/incidents/pool.md")
        try write(Self.first, to: "pool.md")
        try repository.commit(at: "2026-01-02T17:50Z")
        #expect(try stamp(["--published", "run"]).status == 0)
        #expect(try text("pool.md") == Self.first + "Updated: 2026-01-02 17:25 UTC\n")
    }

    @Test func whatWasPublishedWithoutATimeGetsThatOfItsCommit() throws {
        try write(Self.first)
        try repository.commit(at: "2026-01-02T17:05Z")
        try repository.git("tag", "published")
        #expect(try stamp(["--published", "published"]).status == 0)
        #expect(try text() == Self.first + "Updated: 2026-01-02 17:05 UTC\n")
    }

    @Test func whatIsNotCommittedIsNotPublishedEither() throws {
        try write(Self.first)
        let result = try stamp(["--published", "HEAD"])
        #expect(result.status == 1 && result.error.contains("is not committed yet"), "\(result.error)")
    }

    @Test func revisionThatIsNowhereIsRefused() throws {
        let result = try stamp(["--published", "nowhere"])
        #expect(result.status == 1 && result.error.contains("no commit `nowhere`"), "\(result.error)")
        #expect(try stamp(["--published", "HEAD", "--authored"]).status == 64)
    }

    /// What awaits review bears no time; all else about it is checked as if it were written now.
    @Test func updateThatAwaitsReviewNeedsNoTime() throws {
        try write(Self.first + "\n[UPDATE] We go on.\nNext update: 15m\n")
        let pass = try check("--pull-request")
        #expect(pass.status == 0 && pass.output.isEmpty, "\(pass.output)")
        #expect(try check().output.contains("missing-time"))
        try write(Self.first + "\n[IDENTIFIED] The pool is used up.\nComponents: nowhere\n")
        let refused = try check("--pull-request")
        #expect(refused.status == 1 && refused.output.contains("nowhere"), "\(refused.output)")
        #expect(!refused.output.contains("missing-time"))
    }

    private func branch(writing text: String, at time: String) throws {
        try write(Self.opened)
        try repository.commit(at: "2026-01-02T17:00Z")
        try repository.git("checkout", "--quiet", "-b", "side")
        try write(text)
        try repository.commit(at: time)
        try repository.git("checkout", "--quiet", "main")
        try write("A note.\n", to: "_note.md")
        try repository.commit(at: "2026-01-02T17:20Z")
    }

    private func check(_ options: String...) throws -> Program.Result {
        try Program.run(
            ["check", "--site", "\(repository.path)/\(site)", "--now", "2026-01-06T00:00Z"] + options
        )
    }
}
