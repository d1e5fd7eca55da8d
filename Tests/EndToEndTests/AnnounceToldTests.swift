import Foundation
import Testing

/// `allclear announce --told`: each channel is told what is new to it, once.
@Suite struct AnnounceToldTests {
    private let repository: Repository

    init() throws {
        repository = try Repository()
        try repository.write(NewsSite.configuration, to: "status.yml")
        try write(NewsSite.first)
        try repository.commit(at: "2026-01-02T17:10Z")
    }

    @Test func channelWithoutAMarkGetsOne() throws {
        let result = try tell("slack", at: "2026-01-02T17:11Z")
        #expect(result.status == 0 && result.output.isEmpty)
        #expect(
            result.error == "allclear: first run with `slack`: only news from now on is announced\n")
        #expect(try subject("slack") == "Told slack up to 2026-01-02T17:11:00Z")
        #expect(try texts("slack", at: "2026-01-02T17:12Z") == [])
    }

    @Test func newsIsToldOnceToEachChannel() throws {
        try tell("slack", at: "2026-01-02T17:11Z")
        try write(NewsSite.first + NewsSite.second)
        try repository.commit(at: "2026-01-02T17:16Z")
        #expect(try texts("slack", at: "2026-01-02T17:17Z") == ["The pool is exhausted."])
        #expect(try texts("slack", at: "2026-01-02T17:18Z") == [])
        try tell("email", at: "2026-01-02T17:19Z")
        try write(NewsSite.first + NewsSite.second + NewsSite.third)
        try repository.commit(at: "2026-01-02T17:46Z")
        #expect(try texts("email", at: "2026-01-02T17:47Z") == ["All is well."])
        #expect(try texts("slack", at: "2026-01-02T18:00Z") == ["All is well."])
    }

    @Test func sharedMarkOfBeforeIsWhereAChannelBegins() throws {
        try repository.git("update-ref", "refs/allclear/announced", "HEAD")
        try write(NewsSite.first + NewsSite.second)
        try repository.commit(at: "2026-01-02T17:16Z")
        #expect(try texts("slack", at: "2026-01-02T17:17Z") == ["The pool is exhausted."])
        #expect(try texts("slack", at: "2026-01-02T17:18Z") == [])
    }

    @Test func clockBringsNewsAfterTheMarksInstant() throws {
        try write(NewsSite.window, to: "move.md")
        try repository.commit(at: "2026-01-03T09:01Z")
        try tell("slack", at: "2026-01-03T09:05Z")
        #expect(try texts("slack", at: "2026-01-03T09:59Z") == [])
        #expect(try texts("slack", at: "2026-01-03T10:00Z").count == 1)
        #expect(try texts("slack", at: "2026-01-03T10:05Z") == [])
        // An update that ends it early is written: the clock ends nothing any more.
        try write(NewsSite.window + "\n[COMPLETED 2026-01-03 11:00 UTC] Done.\n", to: "move.md")
        try repository.commit(at: "2026-01-03T11:01Z")
        #expect(try texts("slack", at: "2026-01-03T11:02Z") == ["Done."])
        #expect(try texts("slack", at: "2026-01-03T12:00Z") == [])
    }

    @Test func markStaysWhereOutputCannotBeWritten() throws {
        try tell("slack", at: "2026-01-02T17:11Z")
        try write(NewsSite.first + NewsSite.second)
        try repository.commit(at: "2026-01-02T17:16Z")
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = [
            "-c", "exec \"$0\" announce --site \"$1\" --now 2026-01-02T17:17Z --told slack > /dev/full",
            Program.file.path, repository.path,
        ]
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 1)
        #expect(try subject("slack") == "Told slack up to 2026-01-02T17:11:00Z")
        #expect(try texts("slack", at: "2026-01-02T17:18Z") == ["The pool is exhausted."])
    }

    @Test func markMovesPastABrokenRecordWhichIsToldOnceMended() throws {
        try tell("slack", at: "2026-01-02T17:11Z")
        try write(NewsSite.first + NewsSite.second + "Severity: SEV-9\n")
        try write(NewsSite.first.replacing("We look", with: "They look"), to: "other.md")
        try repository.commit(at: "2026-01-02T17:16Z")
        let result = try tell("slack", at: "2026-01-02T17:17Z")
        #expect(result.status == 3 && result.output.contains("They look into it."))
        try write(NewsSite.first + NewsSite.second)
        try repository.commit(at: "2026-01-02T17:20Z")
        #expect(try texts("slack", at: "2026-01-02T17:21Z") == ["The pool is exhausted."])
    }

    @Test func recordThatIsNotCommittedIsRefused() throws {
        try tell("slack", at: "2026-01-02T17:11Z")
        try write(NewsSite.first + NewsSite.second)
        let result = try tell("slack", at: "2026-01-02T17:17Z")
        #expect(result.status == 1 && result.output.isEmpty)
        #expect(result.error.contains("`incidents/slow.md` has uncommitted changes"))
    }
}

private extension AnnounceToldTests {
    func write(_ record: String, to name: String = "slow.md") throws {
        try repository.write(record, to: "incidents/\(name)")
    }

    @discardableResult
    func tell(_ channel: String, at now: String, _ more: String...) throws -> Program.Result {
        try Program.run(["announce", "--site", repository.path, "--now", now, "--told", channel] + more)
    }

    func texts(_ channel: String, at now: String) throws -> [String] {
        let result = try tell(channel, at: now, "--format", "json")
        #expect(result.status == 0, "\(result.error)")
        return try result.output.split(separator: "\n").map { line in
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            return object?["text"] as? String ?? ""
        }
    }

    /// What the mark's commit says.
    func subject(_ channel: String) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "git", "-C", repository.path, "show", "--no-patch", "--format=%s",
            "refs/allclear/told/" + channel,
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return text.trimmingCharacters(in: .newlines)
    }
}
