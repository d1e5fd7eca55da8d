import Foundation

/// The advice for a person after the files are written.
struct InitAdvice {
    /// What the person should know.
    let sentences: [String]
    /// The commands to type next.
    let commands: [String]

    /// - Parameters:
    ///   - leftAlone: files that already existed, and in which nothing was renewed.
    ///   - madeUp: keys of `status.yml` whose values nobody specified.
    ///   - needsAddress: whether links to the repository lack its name.
    ///   - needsMain: whether only the branch `main` is published.
    ///   - ignored: the present contents of `.gitignore`.
    ///   - folder: the folder that was set up, relative to where the program runs.
    init(
        _ plan: StarterPlan,
        leftAlone: [String],
        madeUp: [String],
        needsAddress: Bool,
        needsMain: Bool,
        ignored: String,
        git: Git,
        folder: String
    ) {
        let prefix = (try? git.output(of: ["rev-parse", "--show-prefix"])).map {
            String(decoding: $0, as: UTF8.self)
        }
        let branch = needsMain ? git.branchWithoutMain : nil
        let names = { (names: [String]) in names.map { "`\($0)`" }.joined(separator: ", ") }
        let facts: [(Bool, String)] = [
            (!leftAlone.isEmpty, "not changed, because they already exist: \(names(leftAlone))"),
            (!ignored.contains("public"), "add a line `/public/` to `.gitignore`"),
            (!madeUp.isEmpty, "replace the sample values in `status.yml`: \(names(madeUp))"),
            (
                plan.missing.contains(".allclear/install.sh"),
                """
                CI installs Allclear with `.allclear/install.sh`: replace OWNER there with the account that \
                publishes the releases, and add their checksums
                """
            ),
            (
                needsAddress && plan.missing.contains(RenewedParts.readme),
                """
                links in `README.md` contain \(ReadmeParts.unknown): once your GitHub repository is the \
                remote `origin`, run `allclear init` again
                """
            ),
            (
                prefix?.contains("/") ?? false,
                "this folder is not the top of its repository, and CI files work only there"
            ),
            (branch != nil, "CI publishes `main`, but this branch is `\(branch ?? "")`"),
        ]
        sentences = facts.filter(\.0).map(\.1)
        commands =
            (folder == "." ? [] : ["cd \(folder.quotedForShell)"])
            + (prefix == nil ? ["git init --initial-branch=main"] : [])
            + (branch == nil ? [] : ["git branch -m main"]) + ["allclear check", "allclear build"]
    }
}

extension Git {
    /// The branch that is checked out, if no branch is called `main`: with such a branch, it is there to be merged.
    fileprivate var branchWithoutMain: String? {
        let main = ["refs/heads/main", "refs/remotes/origin/main"]
        guard let found = try? output(of: ["for-each-ref", "--format=%(refname)"] + main), found.isEmpty,
            let head = try? output(of: ["symbolic-ref", "--short", "HEAD"])
        else { return nil }
        let branch = String(decoding: head, as: UTF8.self).trimmingCharacters(in: .newlines)
        return branch == "main" ? nil : branch
    }
}
