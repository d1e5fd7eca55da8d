import Foundation

/// GitHub as the workflow of comments sees it through `gh`: one pull request, of `ada`, without a comment so far.
struct FakeHub {
    private let folder: String

    /// - Parameter text: what the check has handed over.
    init(in checkout: Checkout, offering text: String) throws {
        folder = checkout.path
        try checkout.write(text, to: "offered.md")
        try checkout.write(Self.program, to: "gh")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder + "/gh")
    }
}

extension FakeHub {
    /// What the workflow's step gets.
    var variables: [String: String] {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        return [
            "PATH": "\(folder):\(path)", "GH_REPO": "example/status", "RUN": "1", "OWNER": "ada",
            "BRANCH": "change", "MARK": "<!-- allclear diff -->",
        ]
    }

    /// The comment that was written, if one was.
    func comment() throws -> String? { try Scratch.contents(of: folder)["posted.md"] }

    /// Asked for the pull requests of nobody, GitHub answers with all of them.
    private static let program = """
        #!/bin/sh
        case "$*" in
          *repos/example/status/pulls*) echo 7 ;;
          "run download 1 "*) mkdir handed-over && cp --no-dereference offered.md handed-over/changes.txt ;;
          *"--method POST repos/example/status/issues/7/comments"*) cp body.md posted.md ;;
        esac
        """
}
