/// What a person is told once the files are written.
struct InitAdvice {
    /// What there is to know.
    let sentences: [String]
    /// What to type next.
    let commands: [String]

    /// - Parameters:
    ///   - madeUp: keys of `status.yml` that nobody gave.
    ///   - needsAddress: whether links to the repository lack its name.
    ///   - ignored: `.gitignore` as it is now.
    init(_ plan: StarterPlan, madeUp: [String], needsAddress: Bool, ignored: String, git: Git) {
        let prefix = (try? git.output(of: ["rev-parse", "--show-prefix"])).map {
            String(decoding: $0, as: UTF8.self)
        }
        let names = { (names: [String]) in names.map { "`\($0)`" }.joined(separator: ", ") }
        let facts: [(Bool, String)] = [
            (!plan.leftAlone.isEmpty, "left alone, as they were there: \(names(plan.leftAlone))"),
            (!ignored.contains("public"), "`.gitignore` should have a line `/public/`"),
            (!madeUp.isEmpty, "made up, and to be edited first, in `status.yml`: \(names(madeUp))"),
            (
                plan.missing.contains(".allclear/install.sh"),
                "CI takes Allclear's releases from where `.allclear/install.sh` says: write whose in place of OWNER"
            ),
            (
                needsAddress && plan.missing.contains("README.md"),
                "links in `README.md` have OWNER/REPO in place of your repository on GitHub"
            ),
            (
                prefix?.contains("/") ?? false,
                "this is a folder within a repository, and CI files work at its top only"
            ),
        ]
        sentences = facts.filter(\.0).map(\.1)
        commands =
            (prefix == nil ? ["git init --initial-branch=main"] : []) + ["allclear check", "allclear build"]
    }
}
