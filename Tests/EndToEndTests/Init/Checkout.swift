import Foundation
import Testing

@testable import allclear

/// A repository as `allclear init` sets it up, checked out as CI has it, with a remote beside it.
struct Checkout {
    private let scratch: Scratch
    private let bash: Bash

    /// The instant at which everything happens: 2026-01-02T12:00Z.
    private static let now = 1_767_355_200

    init(url: String = "https://status.example.com") throws {
        scratch = try Scratch()
        bash = try Bash([
            "SOURCE_DATE_EPOCH": "\(Self.now)", "GIT_AUTHOR_DATE": "\(Self.now) +0000",
            "GIT_COMMITTER_DATE": "\(Self.now) +0000", "RUNNER_TEMP": scratch.path,
            "GITHUB_OUTPUT": scratch.path + "/GITHUB_OUTPUT",
            "GITHUB_STEP_SUMMARY": scratch.path + "/GITHUB_STEP_SUMMARY",
        ])
        try git(
            """
            git init --quiet --bare --initial-branch=main remote
            git clone --quiet remote checkout 2>/dev/null
            cd checkout
            allclear init --host github --name Example --url \(url)
            git add --all
            git commit --quiet --message Start
            git push --quiet origin HEAD:main
            """,
            in: scratch.path
        )
    }

    /// Where it is checked out.
    var path: String { scratch.path + "/checkout" }
}

extension Checkout {
    /// Runs a step of a workflow.
    @discardableResult
    func run(_ workflow: String, _ step: String, _ variables: [String: String] = [:]) throws -> Program.Result
    {
        let result = try result(workflow, step, variables)
        #expect(result.status == 0, "\(step): \(result.output)\(result.error)")
        return result
    }

    /// Runs a step that may fail.
    func result(_ workflow: String, _ step: String, _ variables: [String: String] = [:]) throws
        -> Program.Result
    {
        let text = try #require(try files()[".github/workflows/\(workflow).yml"])
        let script = try #require(WorkflowFile(text).script(of: step))
        return try bash.run(script, in: path, variables)
    }

    func write(_ text: String, to file: String) throws {
        try text.write(toFile: path + "/" + file, atomically: true, encoding: .utf8)
    }

    func build(at now: String) throws { try git("allclear build --now \(now)") }

    /// Commits everything, and pushes it.
    func commit(at instant: String) throws {
        try git(
            """
            git add --all
            GIT_COMMITTER_DATE=\(instant) git commit --quiet --message Change --date \(instant)
            git push --quiet origin HEAD:main
            """
        )
    }

    /// Checks main out as it is by now.
    func takeMain() throws { try git("git fetch --quiet && git reset --quiet --hard origin/main") }

    func pushAsSomebodyElse(_ file: String, _ text: String, to branch: String = "main") throws {
        try git("git clone --quiet --branch \(branch) remote other", in: scratch.path)
        try text.write(toFile: scratch.path + "/other/" + file, atomically: true, encoding: .utf8)
        try git(
            """
            cd other && git add --all
            GIT_AUTHOR_EMAIL=grace@example.com git commit --quiet --message 'Somebody else' && git push --quiet
            """,
            in: scratch.path
        )
    }

    /// The files as they are checked out.
    func files() throws -> [String: String] { try Scratch.contents(of: path) }

    /// Merges a branch into main, as its pull request's button does.
    func merge(_ branch: String) throws {
        try git(
            """
            git fetch --quiet origin && git checkout --quiet --force --detach origin/main
            git merge --quiet --no-ff --message "Merge" origin/\(branch) && git push --quiet origin HEAD:main
            """
        )
    }

    /// Has the remote refuse so many pushes to main, as it does where somebody else was faster.
    func refusePushesToMain(times: Int) throws {
        let hook =
            "#!/bin/sh\nread -r old new ref\n[ \"$ref\" = refs/heads/main ] || exit 0\n"
            + "n=$(cat refused 2>/dev/null || echo 0)\n[ \"$n\" -ge \(times) ] || { echo $((n + 1)) > refused; exit 1; }\n"
        let path = scratch.path + "/remote/hooks/pre-receive"
        try hook.write(toFile: path, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    }

    /// The remote's branches.
    func branches() throws -> [String] {
        try git("git -C ../remote for-each-ref --format='%(refname:lstrip=2)' refs/heads").output
            .split(separator: "\n").map(String.init)
    }

    /// The files as they were pushed.
    func pushed(_ branch: String = "main") throws -> [String: String] {
        try git("rm -rf pushed && git clone --quiet --branch \(branch) remote pushed", in: scratch.path)
        return try Scratch.contents(of: scratch.path + "/pushed")
    }

    /// The subjects of what was pushed, the latest first.
    func log() throws -> String { try git("git -C ../remote log --format=%s main").output }

    /// What was written to a file of GitHub's.
    func said(_ variable: String) throws -> String {
        (try? String(contentsOfFile: scratch.path + "/" + variable, encoding: .utf8)) ?? ""
    }

    @discardableResult
    private func git(_ script: String, in folder: String? = nil) throws -> Program.Result {
        let result = try bash.run(script, in: folder ?? path)
        #expect(result.status == 0, "\(script): \(result.error)")
        return result
    }
}
