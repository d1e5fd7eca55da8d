import Testing

/// Times that would be wrong, and records that cannot be read.
extension StampCommandTests {
    @Test func fastClockOfAnAuthorGivesWayToTheCommitters() throws {
        try write(Self.first)
        try repository.commit(at: "2026-01-02T17:05Z", authored: "2026-01-06T00:30Z")
        #expect(try stamp(["--authored"]).status == 0)
        #expect(try text() == Self.first + "Updated: 2026-01-02 17:05 UTC\n")
    }

    @Test func timeThatLiesAheadIsNotWritten() throws {
        try write(Self.first)
        try repository.commit(at: "2026-01-06T00:30Z")
        let result = try stamp()
        #expect(result.status == 1)
        #expect(
            result.error.contains(
                "incidents/slow.md:6: `[INVESTIGATING]` was committed at 2026-01-06T00:30:00Z, which is in the future"
            )
        )
        #expect(try text() == Self.first)
    }

    @Test func yearThatNobodyLivesInIsNotWritten() throws {
        try write(Self.first)
        try repository.commit(at: "2026-01-02T17:05Z", authored: "@4000000000000 +0000")
        #expect(try stamp(["--authored"]).status == 0)
        #expect(try text() == Self.first + "Updated: 2026-01-02 17:05 UTC\n")
    }

    @Test func timeThatCheckWouldRefuseIsNotWritten() throws {
        let text = Self.first.replacing("---\n\n", with: "started: 2026-01-02 17:00 UTC\n---\n\n")
        try write(text)
        try repository.commit(at: "2026-01-02T16:00Z")
        let result = try stamp()
        #expect(result.status == 1)
        #expect(result.error.contains("this update is before the incident's start"), "\(result.error)")
        #expect(result.error.contains("no times added; 1 still missing"))
        #expect(try self.text() == text)
    }

    @Test func olderUpdateIsStampedBeforeTheOneThatKeepsItsPhase() throws {
        let body = "[UPDATE] We go on.\n\n[INVESTIGATING] We look.\n"
        try write(Self.front + "[INVESTIGATING] We look.\n")
        try repository.commit(at: "2026-01-02T17:00Z")
        try write(Self.front + body)
        try repository.commit(at: "2026-01-02T17:30Z")
        let result = try stamp()
        #expect(result.status == 0, "\(result.error)")
        #expect(
            try text() == Self.front + "[UPDATE] We go on.\nUpdated: 2026-01-02 17:30 UTC\n\n"
                + "[INVESTIGATING] We look.\nUpdated: 2026-01-02 17:00 UTC\n"
        )
    }

    @Test func recordThatCannotBeReadIsTold() throws {
        try write("---\ntitle: Open\n\n[INVESTIGATING] We look.\n", to: "open.md")
        try write(Self.first + String(repeating: "x", count: 1 << 20), to: "large.md")
        try repository.commit(at: "2026-01-02T17:05Z")
        let result = try stamp()
        #expect(result.status == 1)
        #expect(result.error.contains("allclear: incidents/open.md:1: "), "\(result.error)")
        #expect(result.error.contains("allclear: incidents/large.md:1: "), "\(result.error)")
        #expect(result.error.contains("2 records with errors"), "\(result.error)")
        #expect(!result.error.contains("every update has a time"))
    }

    @Test func commandToCopyWorksFromAnywhere() throws {
        try write(Self.first)
        try repository.commit(at: "2026-01-02T17:05Z")
        let folder = "\(repository.path)/\(site)"
        #expect(
            try stamp().error.hasSuffix(
                "  git -C \(folder) add incidents/slow.md && git -C \(folder) commit"
                    + " -m 'Add times to updates' && git -C \(folder) push\n"
            )
        )
    }
}
