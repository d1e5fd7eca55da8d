import Foundation
import Testing

/// `allclear stamp`, in repositories with a history.
@Suite struct StampCommandTests {
    let repository: Repository
    let site = "pages/status"

    init() throws {
        repository = try Repository()
        try repository.write(Self.configuration, to: site + "/status.yml")
        try repository.commit(at: "2026-01-01T00:00Z")
    }

    @Test func eachUpdateGetsTheTimeOfTheCommitThatAddedIt() throws {
        try write(Self.first)
        try repository.commit(at: "2026-01-02T17:05:59Z")
        try write(Self.first + "\n[IDENTIFIED] The pool is used up:\n\n- of connections\n")
        try repository.commit(at: "2026-01-02T18:15:10+01:00")
        let result = try stamp()
        #expect(result.status == 0, "\(result.error)")
        #expect(
            try text() == Self.first + "Updated: 2026-01-02 17:05 UTC\n"
                + "\n[IDENTIFIED] The pool is used up:\n\n- of connections\n\nUpdated: 2026-01-02 17:15 UTC\n"
        )
        let lines = result.output.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines[0].hasPrefix("incidents/slow.md:6: `[INVESTIGATING]` 2026-01-02T17:05:59Z, from "))
        #expect(result.error.hasPrefix("allclear: warning: these times may be too early"), "\(result.error)")
        #expect(result.error.contains("\nallclear: 2 times added in 1 record\n  git -C "))
        // Once: what stands is not touched, whatever becomes of the lines.
        try repository.commit(at: "2026-01-05T00:00Z")
        let again = try stamp()
        #expect(again.status == 0 && again.output.isEmpty)
        #expect(again.error == "allclear: every update has a time\n")
    }

    @Test func mendedWordsAreNoNewUpdate() throws {
        try write(Self.first)
        try repository.commit(at: "2026-01-02T17:05Z")
        try write(Self.first.replacing("We look into it.", with: "We are looking into this."))
        try repository.commit(at: "2026-01-02T17:30Z")
        // Mended once more and not committed, with another update of the same phase above it.
        try write(
            Self.front + "[INVESTIGATING] We found a second cause, and go on.\n"
                + "Updated: 2026-01-02 18:00 UTC\n\n[INVESTIGATING] We are looking at this.\n"
        )
        #expect(try stamp().status == 0)
        #expect(
            try text().hasSuffix("[INVESTIGATING] We are looking at this.\nUpdated: 2026-01-02 17:05 UTC\n")
        )
    }

    @Test func twoUpdatesOfOneWordAreToldApart() throws {
        try write(
            Self.front + "[INVESTIGATING 17:00 UTC] x\n\n[UPDATE] The frist group of servers is done.\n"
        )
        try repository.commit(at: "2026-01-02T17:05Z")
        try write(
            Self.front + "[INVESTIGATING 17:00 UTC] x\n\n[UPDATE] All are done now.\n\n"
                + "[UPDATE] The first group of servers is done.\n"
        )
        try repository.commit(at: "2026-01-02T17:30Z")
        #expect(try stamp().status == 0)
        #expect(
            try text().hasSuffix(
                "[UPDATE] All are done now.\nUpdated: 2026-01-02 17:30 UTC\n\n"
                    + "[UPDATE] The first group of servers is done.\nUpdated: 2026-01-02 17:05 UTC\n"
            )
        )
    }

    @Test func renamedFileIsFollowed() throws {
        try write(Self.first)
        try repository.commit(at: "2026-01-02T17:05Z")
        try repository.git("mv", site + "/incidents/slow.md", site + "/incidents/very slow é.md")
        try repository.commit(at: "2026-01-03T00:00Z")
        #expect(try stamp().status == 0)
        #expect(try text("very slow é.md").hasSuffix("Updated: 2026-01-02 17:05 UTC\n"))
    }

    @Test func otherBytesStay() throws {
        let text =
            "\u{FEFF}" + Self.first.replacing("\n", with: "\r\n").dropLast(1)
            + "\r\n  \r\n---\r\n\r\n# Post-mortem\r\n\r\nIt was the pool."
        try write(text)
        try repository.commit(at: "2026-01-02T17:05Z")
        #expect(try stamp().status == 0)
        let stamped = try self.text()
        #expect(
            stamped == text.replacing("look into it.", with: "look into it.\r\nUpdated: 2026-01-02 17:05 UTC")
        )
    }

    @Test func whatIsNotCommittedIsTold() throws {
        try write(Self.first)
        try repository.commit(at: "2026-01-02T17:05Z")
        try write(Self.first + "\n[RESOLVED] All is well.\n")
        try write(Self.first, to: "new.md")
        let result = try stamp()
        #expect(result.status == 1)
        #expect(result.error.contains("incidents/slow.md:8: `[RESOLVED]` is not committed yet"))
        #expect(result.error.contains("incidents/new.md:6: `[INVESTIGATING]` is not committed yet"))
        #expect(result.error.contains("1 time added in 1 record; 2 still missing"))
        #expect(try text() == Self.first + "Updated: 2026-01-02 17:05 UTC\n\n[RESOLVED] All is well.\n")
    }

    @Test(arguments: [
        "[INVESTIGATING] We look.\nUdpated: 17:05 UTC\n", "[INVESTIGATING] 17:05 UTC – we look.\n",
    ])
    func timeThatStandsInTheWrongPlaceGetsNoOtherBesideIt(body: String) throws {
        try write(Self.front + body)
        try repository.commit(at: "2026-01-02T17:25Z")
        let result = try stamp()
        #expect(
            result.status == 1 && result.error.contains("has a time in the wrong place"), "\(result.error)")
        #expect(try text() == Self.front + body)
    }

    @Test func shallowCloneIsRefused() throws {
        try write(Self.first)
        try repository.commit(at: "2026-01-02T17:05Z")
        try repository.git("clone", "--quiet", "--depth=1", "file://\(repository.path)", "clone")
        let result = try stamp(in: "\(repository.path)/clone/\(site)")
        #expect(result.status == 1 && result.error.contains("`fetch-depth: 0`"), "\(result.error)")
        #expect(
            try String(contentsOfFile: "\(repository.path)/clone/\(site)/incidents/slow.md", encoding: .utf8)
                == Self.first
        )
    }

    @Test func folderWithoutARepositoryIsRefused() throws {
        let scratch = try Scratch()
        try Self.configuration.write(toFile: scratch.path + "/status.yml", atomically: true, encoding: .utf8)
        let result = try stamp(in: scratch.path)
        #expect(result.status == 1 && result.error.contains("is not in a git repository"))
    }
}

extension StampCommandTests {
    static let configuration = """
        site: {title: A, url: https://example.com}
        severities: {SEV-1: }

        """

    static let front = "---\ntitle: Stories are slow\nseverity: SEV-1\n---\n\n"
    static let first = front + "[INVESTIGATING] We look into it.\n"

    func write(_ text: some StringProtocol, to name: String = "slow.md") throws {
        try repository.write(String(text), to: "\(site)/incidents/\(name)")
    }

    func text(_ name: String = "slow.md") throws -> String {
        String(
            decoding: try Data(contentsOf: URL(filePath: "\(repository.path)/\(site)/incidents/\(name)")),
            as: UTF8.self
        )
    }

    func stamp(_ options: [String] = [], in folder: String? = nil) throws -> Program.Result {
        try Program.run(
            ["stamp", "--site", folder ?? "\(repository.path)/\(site)", "--now", "2026-01-06T00:00Z"]
                + options
        )
    }
}
