import Foundation
import StatusSite
import Testing

/// What is not written is not done: wherever output goes that cannot be written, each command ends with status 1.
@Suite struct UnwritableStreamTests {
    private static let now = "--now 2026-01-03T12:00Z"

    /// What writes on standard output, in a repository of one commit.
    private static let commands =
        [
            "status", "status --json", "diff", "diff --format markdown", "diff --format json", "check",
            "check --format json", "check --format github", "build", "build --gallery",
            "new 'It is slow' 'We look.' --severity SEV-1", "update slow UPDATE 'One thing more.'",
            "init --host github", "announce --since HEAD~1",
        ].map { "\($0) \($0.contains("--gallery") ? "" : now)" }
        + ["markdown", "html", "csv", "json"].map { "report 2026-01 --format \($0) \(now)" }
        + Announcer.Format.allCases.map { "announce slow --format \($0.rawValue) \(now)" }
        + [
            "schema status", "--help", "help build", "--version", "--generate-completion-script bash",
            "---completion announce -- positional@0 2 0 allclear announce ''",
        ]

    /// What says something on standard error.
    private static let talk =
        [
            "check", "new 'It is slow' 'We look.' --severity SEV-1", "update slow UPDATE 'One thing more.'",
            "init --host github", "build --site nowhere", "status --site nowhere", "diff nothing",
            "announce nothing", "stamp", "tick nothing", "post-mortem slow",
        ].map { "\($0) \(now)" } + ["import cstate nowhere", "--no-such-option", "serve --port 0"]

    private static func repository() throws -> Repository {
        let repository = try Repository()
        // Something for `check` to tell, too.
        try repository.write(SmallSite.configuration + "colour: green\n", to: "status.yml")
        try repository.commit()
        try repository.write(SmallSite.record(), to: "incidents/slow.md")
        try repository.commit()
        return repository
    }

    @Test(arguments: commands)
    func standardOutputThatCannotBeWrittenEndsACommand(arguments: String) throws {
        let streams = [(">/dev/full", "No space left on device"), (">&-", "Bad file descriptor")]
        for (redirection, reason) in streams {
            let repository = try Self.repository()
            let result = try Bash().run("allclear \(arguments) \(redirection)", in: repository.path)
            let last = result.error.split(separator: "\n").last ?? ""
            #expect(result.status == 1, "\(redirection): \(result.error)")
            #expect(
                last == "allclear: error: standard output cannot be written to: \(reason)",
                "\(result.error)"
            )
        }
    }

    @Test(arguments: talk)
    func standardErrorThatCannotBeWrittenEndsACommand(arguments: String) throws {
        for redirection in ["2>/dev/full", "2>&-"] {
            let repository = try Self.repository()
            let result = try Bash().run(
                "timeout 60 allclear \(arguments) \(redirection)",
                in: repository.path
            )
            #expect(result.status == 1, "\(redirection): \(result.status)")
        }
    }

    @Test func pipeThatNobodyReadsEndsTheProgramAsUsual() throws {
        let repository = try Self.repository()
        let run = { (trap: String) in
            try Bash().run(
                """
                set +e
                \(trap)
                { sleep 0.5; allclear schema status; echo $? >&2; } | true
                """,
                in: repository.path
            ).error
        }
        // 128 and the number of SIGPIPE.
        #expect(try run("") == "141\n")
        #expect(
            try run("trap '' PIPE")
                == "allclear: error: standard output cannot be written to: Broken pipe\n1\n"
        )
    }

    @Test func closedStreamIsNotTakenForAFileOfTheSite() throws {
        let repository = try Self.repository()
        let build = try Bash().run("allclear build \(Self.now) >&- 2>&- <&- || true", in: repository.path)
        #expect(build.output.isEmpty && build.error.isEmpty)
        for (path, text) in try Scratch.contents(of: repository.path + "/public") {
            #expect(!text.contains("allclear: ") && !text.contains("files: "), "\(path)")
        }
    }

    @Test func onlyTheConsoleWritesToStreams() throws {
        let writers: [(Regex<Substring>, allowed: Set<String>)] = [
            (#/FileHandle|NSLog|\b(?:fputs|puts|printf)\(/#, []),
            // A child reads what is written into a file for it.
            (#/\bfwrite\(/#, ["allclear/ChildProcess.swift"]),
            (#/(?:^|[^.\w])(?:debugPrint|print|dump)\(|Swift\.print/#, []),
            (
                #/(?:Foundation|Glibc)\.write\(/#,
                ["allclear/Terminal/StandardStream.swift", "allclear/Files/WorkFolder.swift"]
            ),
            (
                #/STDOUT_FILENO|StandardStream\.output/#,
                [
                    "allclear/Terminal/StandardStream.swift", "allclear/Terminal/Console.swift",
                    // Those of children.
                    "allclear/ChildProcess.swift",
                    // Whether it has colours.
                    "allclear/Commands/Check.swift",
                ]
            ),
            // A child that cannot be started makes Foundation's end the program.
            (#/\bProcess\(\)/#, []),
        ]
        let sources = try Scratch.contents(of: ProjectFolder.path + "/Sources")
        for (path, text) in sources where path.hasSuffix(".swift") {
            for line in text.split(separator: "\n") where !line.drop(while: { $0 == " " }).hasPrefix("//") {
                for (writer, allowed) in writers where !allowed.contains(path) {
                    #expect(!line.contains(writer), "\(path): \(line)")
                }
            }
        }
    }
}
