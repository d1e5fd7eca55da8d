import Foundation

/// GitHub as workflows see it through `gh`: a page, one pull request, of `ada`, without a comment so far, and those that
/// workflows open.
struct FakeHub {
    private let folder: String

    /// - Parameters:
    ///   - text: what the check has handed over.
    ///   - page: where the page is.
    init(in checkout: Checkout, offering text: String = "", at page: String = "") throws {
        folder = checkout.path
        try checkout.write(text, to: "offered.md")
        try checkout.write(Self.program(page: page), to: "gh")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder + "/gh")
    }
}

extension FakeHub {
    /// What the workflow's step gets.
    var variables: [String: String] {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        return [
            "PATH": "\(folder):\(Program.file.deletingLastPathComponent().path):\(path)",
            "GH_REPO": "example/status", "RUN": "1", "OWNER": "ada",
            "GITHUB_REPOSITORY": "example/status",
            "BRANCH": "change", "MARK": "<!-- allclear diff -->",
        ]
    }

    /// The comment that was written, if one was.
    func comment() throws -> String? { try Scratch.contents(of: folder)["posted.md"] }

    /// Whether a run was started that publishes the page.
    var isAskedToPublish: Bool {
        get throws { try Scratch.contents(of: folder)["started"] != nil }
    }

    /// The branches of the pull requests that are open, each with its text.
    var opened: [String: String] {
        get throws {
            let files = try Scratch.contents(of: folder).filter { $0.key.hasPrefix("pulls/") }
            return Dictionary(uniqueKeysWithValues: files.map { (String($0.key.dropFirst(6)), $0.value) })
        }
    }

    /// Asked for the pull requests of nobody, GitHub answers with all of them.
    private static func program(page: String) -> String {
        """
        #!/bin/sh
        case "$*" in
          "api repos/example/status/pages --jq .html_url") echo "\(page)" ;;
          "workflow run publish.yml --repo example/status --ref main") touch started ;;
          "workflow run"*) echo "$*" >> runs ;;
          "pr list --head "*) if [ -e "pulls/$4" ]; then echo 8; fi ;;
          "pr create --head "*) mkdir -p "$(dirname "pulls/$4")" && cp "${10}" "pulls/$4" ;;
          "pr close "*" --delete-branch --comment "*) rm "pulls/$3" && git push --quiet origin --delete "$3" ;;
          *repos/example/status/pulls*) echo 7 ;;
          "run download 1 "*) mkdir handed-over && cp --no-dereference offered.md handed-over/changes.txt ;;
          *"--method POST repos/example/status/issues/7/comments"*) cp body.md posted.md ;;
        esac
        """
    }
}
