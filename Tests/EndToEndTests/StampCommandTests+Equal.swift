import Testing

/// Updates that look alike, and each its own time.
extension StampCommandTests {
    @Test func equalFirstLineIsNotTheSameUpdate() throws {
        let old = Self.opened + "[UPDATE]\nWe still look into it.\nUpdated: 2026-01-02 17:30 UTC\n"
        try write(old)
        try repository.commit(at: "2026-01-02T17:30Z")
        try write(old + "\n[UPDATE]\nWe still look into it.\n")
        try repository.commit(at: "2026-01-02T18:00Z")
        #expect(try stamp().status == 0)
        #expect(
            try text() == old + "\n[UPDATE]\nWe still look into it.\nUpdated: 2026-01-02 18:00 UTC\n"
        )
    }

    @Test func ofEqualOnesTheLastIsNew() throws {
        let update = "[UPDATE] We still look into it.\n"
        try write(Self.opened + update)
        try repository.commit(at: "2026-01-02T17:30Z")
        try write(Self.opened + update + "\n" + update)
        try repository.commit(at: "2026-01-02T18:00Z")
        #expect(try stamp().status == 0)
        #expect(
            try text() == Self.opened + update + "Updated: 2026-01-02 17:30 UTC\n\n" + update
                + "Updated: 2026-01-02 18:00 UTC\n"
        )
    }

    @Test func ofEqualOnesTheFirstIsNewWhereTheNewestStandsFirst() throws {
        let (update, end) = ("[UPDATE] We still look into it.\n", "\n[INVESTIGATING 17:00 UTC] We look.\n")
        let front = Self.front.replacing("---\n\n", with: "started: 2026-01-02 17:00 UTC\n---\n\n")
        try write(front + update + end)
        try repository.commit(at: "2026-01-02T17:30Z")
        try write(front + update + "\n" + update + end)
        try repository.commit(at: "2026-01-02T18:00Z")
        #expect(try stamp().status == 0)
        #expect(
            try text() == front + update + "Updated: 2026-01-02 18:00 UTC\n\n" + update
                + "Updated: 2026-01-02 17:30 UTC\n" + end
        )
    }

    @Test func copyOfAnOlderTextIsNew() throws {
        let body =
            Self.opened + "[IDENTIFIED 17:10 UTC] The pool of connections of the database is used up.\n"
        try write(body)
        try repository.commit(at: "2026-01-02T17:10Z")
        try write(body + "\n[UPDATE]\nThe pool of connections of the database is used up.\n")
        try repository.commit(at: "2026-01-02T18:00Z")
        #expect(try stamp().status == 0)
        #expect(try text().hasSuffix("is used up.\nUpdated: 2026-01-02 18:00 UTC\n"))
    }

    @Test func listOfCommitsThatBlameIgnoresIsNotAsked() throws {
        try repository.git("config", "blame.ignoreRevsFile", "nowhere")
        try write(Self.first)
        try repository.commit(at: "2026-01-02T17:05Z")
        let result = try stamp()
        #expect(result.status == 0, "\(result.error)")
        #expect(try text() == Self.first + "Updated: 2026-01-02 17:05 UTC\n")
    }

    static let opened =
        front.replacing("---\n\n", with: "started: 2026-01-02 17:00 UTC\n---\n\n")
        + "[INVESTIGATING 17:00 UTC] We look.\n\n"
}
