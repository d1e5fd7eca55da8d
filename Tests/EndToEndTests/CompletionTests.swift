import Foundation
import Testing

/// What a person gets who presses the tab key, in the shells themselves.
@Suite struct CompletionTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        let site = URL(filePath: scratch.path)
        let incidents = site.appending(path: "incidents")
        try FileManager.default.createDirectory(at: incidents, withIntermediateDirectories: true)
        try Data(Self.configuration.utf8).write(to: site.appending(path: "status.yml"))
        for (name, text) in [
            ("2026-01-01-old", Self.incident + "[RESOLVED 17:05 UTC] x\n"),
            ("2026-01-02-slow", Self.incident),
            ("2026-01-03-done", Self.incident + "[RESOLVED 17:05 UTC] x\n"),
            (
                "2027-01-01-move",
                "---\ntitle: M\nmaintenance: {from: 2027-01-01T00:00Z, until: 2027-01-02T00:00Z}\n---\n"
            ),
        ] {
            try Data(text.utf8).write(to: incidents.appending(path: name + ".md"))
        }
        let shells = [("bash", "allclear.bash"), ("zsh", "_allclear"), ("fish", "allclear.fish")]
        for (shell, name) in shells {
            let script = try Program.run("--generate-completion-script", shell).output
            try Data(script.utf8).write(to: site.appending(path: name))
        }
    }

    @Test func openRecordsComeFirstThenTheNewest() throws {
        #expect(
            try candidates("update", "positional@0", for: ["update", ""])
                == ["2027-01-01-move", "2026-01-02-slow", "2026-01-03-done", "2026-01-01-old"]
        )
    }

    @Test func phasesAreThoseOfTheRecord() throws {
        let ofIncident = try candidates("update", "positional@1", for: ["update", "2026-01-02-slow", ""])
        #expect(
            ofIncident
                == [
                    "INVESTIGATING", "IDENTIFIED", "MITIGATING", "MONITORING", "RESOLVED", "UPDATE",
                    "MITIGATED",
                ])
        let ofMaintenance = try candidates("update", "positional@1", for: ["update", "2027-01-01-move", ""])
        #expect(
            ofMaintenance == ["SCHEDULED", "IN-PROGRESS", "VERIFYING", "COMPLETED", "CANCELLED", "UPDATE"]
        )
    }

    @Test func brokenConfigurationCompletesNothingSilently() throws {
        try Data("site: [".utf8).write(to: URL(filePath: scratch.path + "/status.yml"))
        for (command, argument) in [
            ("update", "positional@0"), ("post-mortem", "positional@0"), ("update", "positional@1"),
            ("update", "--component"),
            ("new", "--severity"),
        ] {
            #expect(try candidates(command, argument, for: [command, ""]) == [])
        }
    }

    @Test(.enabled(if: Shell.bash.isInstalled, "bash is not installed"))
    func bashCompletes() throws {
        try expectCompletions(by: .bash, "COMP_WORDBREAKS=${COMP_WORDBREAKS//=}; source ./allclear.bash\n")
    }

    @Test(.enabled(if: Shell.zsh.isInstalled, "zsh is not installed"))
    func zshCompletes() throws {
        try expectCompletions(by: .zsh, "fpath=($PWD $fpath); autoload -U compinit; compinit -u -D\n")
    }

    @Test(.enabled(if: Shell.fish.isInstalled, "fish is not installed"))
    func fishCompletes() throws { try expectCompletions(by: .fish, "source allclear.fish\n") }
}

private extension CompletionTests {
    /// What is typed, and what a tab makes of it.
    static let lines = [
        ("allclear update 2026-01-02", "allclear update 2026-01-02-slow"),
        ("allclear update 2026-01-02-slow MON", "allclear update 2026-01-02-slow MONITORING"),
        ("allclear update 2027-01-01-move IN", "allclear update 2027-01-01-move IN-PROGRESS"),
        ("allclear tick 2026-01-02", "allclear tick 2026-01-02-slow"),
        ("allclear new --severity SEV-1", "allclear new --severity SEV-1"),
        ("allclear new --component web=ma", "allclear new --component web=major_outage"),
        ("allclear announce 2026-01-03", "allclear announce 2026-01-03-done"),
    ]

    static let configuration = """
        site: {title: A, url: https://example.com}
        components: [{id: api, name: Story API}, {id: web, name: Website}]
        severities: {SEV-1: , SEV-2: }

        """

    static let incident = "---\ntitle: S\nseverity: SEV-1\n---\n\n[INVESTIGATING 2026-01-01 17:00 UTC] x\n\n"

    /// What the program itself answers a shell.
    func candidates(_ command: String, _ argument: String, for words: [String]) throws -> [String] {
        let position = ["\(words.count - 1)", "0"]
        let result = try Program.run(
            ["---completion", command, "--", argument] + position + ["allclear"] + words
                + ["--site", scratch.path],
            environment: ["SOURCE_DATE_EPOCH": "1767373500", "SAP_SHELL": "bash"]
        )
        #expect(result.status == 0 && result.error.isEmpty, "\(result.error)")
        return result.output.split(separator: "\n").map(String.init)
    }

    /// Types each line and a tab, then puts a command in front that keeps what has become of it.
    func expectCompletions(by shell: Shell, _ preparation: String) throws {
        for (line, completed) in Self.lines {
            let typed = preparation + line + "\t> completed\u{1}echo \nexit\n"
            let session = try shell.run(
                shell.plain,
                typing: "cd '\(scratch.path)'\n" + typed,
                at: scratch.path
            )
            let found = try? String(contentsOfFile: scratch.path + "/completed", encoding: .utf8)
            #expect(found == completed + "\n", "\(line): \(session.screen)")
        }
    }
}

/// A shell that people type into.
private enum Shell: String {
    case bash, zsh, fish

    var isInstalled: Bool { path != nil }

    /// Its options for a session without anybody's own settings.
    var plain: [String] {
        switch self {
        case .bash: ["--norc", "-i"]
        case .zsh: ["-f", "-i"]
        case .fish: ["--no-config", "-i"]
        }
    }

    /// A session in a terminal of its own, which ends if the shell waits for more than was typed.
    func run(_ arguments: [String], typing text: String, at folder: String) throws -> Terminal.Session {
        let folders = [Program.file.deletingLastPathComponent().path, "/usr/local/bin", "/usr/bin", "/bin"]
        return try Terminal.run(
            ["setsid", "--ctty", "--wait", "timeout", "--foreground", "60", path ?? rawValue] + arguments,
            by: URL(filePath: "/usr/bin/env"),
            typing: text,
            environment: [
                "PATH": folders.joined(separator: ":"), "HOME": folder, "TERM": "xterm",
                "SOURCE_DATE_EPOCH": "1767373500", "XDG_CONFIG_HOME": folder, "XDG_DATA_HOME": folder,
            ]
        )
    }

    private var path: String? {
        ["/bin/", "/usr/bin/", "/usr/local/bin/", "/opt/homebrew/bin/"].map { $0 + rawValue }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}
