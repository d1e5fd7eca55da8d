import Foundation
import Testing

@testable import allclear

/// Nothing that a tree brings along is run, whatever git would make of it.
@Suite struct HostileTreeTests {
    private let repository: Repository
    private let tools: Scratch
    private var marker: String { tools.path + "/ran" }

    init() throws {
        (repository, tools) = (try Repository(), try Scratch())
        try repository.write(SmallSite.configuration, to: "status.yml")
        try repository.write(SmallSite.record(), to: "incidents/slow.md")
        try repository.write(
            "*.md diff=trap filter=trap\n*.yml diff=trap filter=trap\n",
            to: ".gitattributes"
        )
        try tools.write("#!/bin/sh\necho \"$0 $*\" >> '\(marker)'\ncat\nexit 0\n", to: "git")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: trap)
        try repository.commit(at: "2026-01-02T17:00Z")
        try repository.write(SmallSite.record(title: "Slower"), to: "incidents/slow.md")
        try repository.commit(at: "2026-01-02T18:00Z")
    }

    private var trap: String { tools.path + "/git" }

    @Test func repositoryThatLiesEmbeddedInTheSiteIsNotUsed() throws {
        try setTraps()
        try embed()
        for arguments in Self.commands { _ = try Program.run(arguments + ["--site", repository.path]) }
        let preview = try PreviewProcess(of: repository.path, ["--now", "2026-01-03T12:00Z"])
        #expect(try preview.get("/").status == 200)
        #expect(ran() == nil)
        let build = try Program.run(
            "build",
            "--site",
            repository.path,
            "--force",
            "--now",
            "2026-01-03T12:00Z"
        )
        #expect(build.status == 0, "\(build.error)")
        let diff = try Program.run("diff", "--site", repository.path, "--now", "2026-01-03T12:00Z")
        #expect(diff.status == 1 && diff.error.contains("bare git repository"), "\(diff.error)")
        // Git itself walks into the trap: it is one.
        try? repository.git("-c", "safe.bareRepository=all", "status", "--porcelain")
        #expect(ran() != nil)
    }

    @Test func programsThatARepositoryNamesForItselfAreNotRun() throws {
        try setTraps()
        try repository.write(SmallSite.record(title: "Slowest"), to: "incidents/slow.md")
        for arguments in Self.commands where arguments.first != "stamp" {
            _ = try Program.run(arguments + ["--site", repository.path])
        }
        let words = ran() ?? ""
        // What git does with a file before it compares it is a setting of the user's own, as for `git status`.
        #expect(words.split(separator: "\n").allSatisfy { $0.hasSuffix("git clean") }, "\(words)")
        try? repository.git("diff", "HEAD~1")
        #expect(ran() != words)
    }

    @Test func environmentChoosesNeitherRepositoryNorSettings() throws {
        let elsewhere = try Repository()
        try elsewhere.commit()
        let environment = [
            "GIT_DIR": elsewhere.path + "/.git", "GIT_CONFIG_COUNT": "1",
            "GIT_CONFIG_KEY_0": "core.fsmonitor", "GIT_CONFIG_VALUE_0": trap, "GIT_EXTERNAL_DIFF": trap,
            "GIT_PAGER": trap, "GIT_TRACE": marker,
        ]
        let result = try Program.run(
            "diff",
            "HEAD~1",
            "--site",
            repository.path,
            "--now",
            "2026-01-03T12:00Z",
            environment: environment
        )
        #expect(result.status == 0 && result.output.contains("Slower"), "\(result.error)")
        #expect(ran() == nil)
    }

    @Test func gitIsNotTakenFromTheSiteNorFromWhereTheProgramRuns() throws {
        try FileManager.default.copyItem(atPath: trap, toPath: repository.path + "/git")
        try FileManager.default.createDirectory(
            atPath: repository.path + "/bin",
            withIntermediateDirectories: true
        )
        try FileManager.default.copyItem(atPath: trap, toPath: repository.path + "/bin/git")
        let result = try Bash().run(
            "PATH=\".::bin:$PWD:$PWD/bin:$PATH\" allclear diff HEAD~1 --now 2026-01-03T12:00Z",
            in: repository.path
        )
        #expect(result.status == 0 && result.output.contains("Slower"), "\(result.error)")
        #expect(ran() == nil)
    }
}

private extension HostileTreeTests {
    static let now = ["--now", "2026-01-03T12:00Z"]
    static let commands = [
        ["build"] + now, ["build", "--audience", "internal"] + now, ["check"] + now, ["status"] + now,
        ["report", "2026-01"] + now, ["diff", "HEAD~1"] + now, ["diff"] + now,
        ["announce", "--since", "HEAD~1"] + now, ["stamp"] + now,
        ["update", "slow", "UPDATE", "One more word."] + now, ["tick", "slow"] + now,
        ["new", "Fast", "Faster.", "--severity", "SEV-1"] + now, ["init"] + now,
    ]

    /// What the trap was called with.
    func ran() -> String? { try? String(contentsOfFile: marker, encoding: .utf8) }

    /// Names the trap wherever a repository can name a program that git runs while it looks.
    func setTraps() throws {
        let hooks = tools.path + "/hooks"
        try FileManager.default.createDirectory(atPath: hooks, withIntermediateDirectories: true)
        for hook in ["post-index-change", "fsmonitor-watchman", "reference-transaction"] {
            try FileManager.default.createSymbolicLink(atPath: "\(hooks)/\(hook)", withDestinationPath: trap)
        }
        let settings = [
            ("core.fsmonitor", trap), ("core.pager", trap), ("core.hooksPath", hooks),
            ("diff.external", trap),
            ("core.sshCommand", trap), ("core.askPass", trap), ("diff.trap.textconv", trap),
            ("diff.trap.command", trap), ("filter.trap.clean", trap + " clean"), ("gpg.program", trap),
            ("log.showSignature", "true"), ("pager.log", "true"), ("alias.rev-parse", "!" + trap),
        ]
        for (key, value) in settings { try repository.git("config", key, value) }
    }

    /// Makes of the repository one whose files lie among the site's, as anybody can commit them.
    func embed() throws {
        try repository.git("config", "core.worktree", "..")
        let files = FileManager.default
        for name in ["HEAD", "config", "objects", "refs", "index"] {
            try files.moveItem(
                atPath: "\(repository.path)/.git/\(name)",
                toPath: "\(repository.path)/\(name)"
            )
        }
        try files.removeItem(atPath: repository.path + "/.git")
        // The work tree is the folder itself.
        let config = repository.path + "/config"
        let text = try String(contentsOfFile: config, encoding: .utf8)
        try text.replacing("worktree = ..", with: "worktree = .").write(
            toFile: config,
            atomically: true,
            encoding: .utf8
        )
    }
}
