public import ArgumentParser
import Diagnostics
import StatusModel
public import StatusSite

/// `allclear diff`: reports how the work tree changes the site.
struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what has changed on the site since a git revision.",
        discussion: """
            For example:

              allclear diff
              allclear diff origin/main --format markdown

            Compares the site in the folder, including uncommitted changes, with the site at BASE: \
            statuses, records and updates, configuration, uptime and feed entries. Both are built as \
            of the same moment, so only edits cause differences. If a resolved incident was edited, also \
            shows the earlier wording that its page will display.

            For a pull request, give its target branch, such as origin/main. The site is then compared \
            with the commit where your branch diverged from the target branch (the merge base), just as in \
            a pull request. The clone must contain the history since that commit.

            The past is rewritten if the uptime, the incidents or the policy verdicts of a past month \
            change, or if a new policy changes a verdict of the current month. Each such change is \
            listed. --strict checks the public and the internal site.

            Exit status: 0 if all went well, even if nothing changed; 1 if status.yml or the records have \
            errors, BASE cannot be read or, with --strict but without --allow, the past is rewritten.
            """
    )

    @Argument(help: "The revision to compare with: a commit, branch or tag.")
    var base = "HEAD"

    @Option(help: "The output format. Use markdown for a pull request comment.")
    var format = SiteDifference.Format.text

    @Flag(help: "Fail if the past is rewritten.")
    var strict = false

    @Option(
        help: ArgumentHelp(
            "With --strict: allow the past to be rewritten, and print this reason.", valueName: "reason"))
    var allow: String?

    @OptionGroup var options: SiteOptions
    @OptionGroup var readers: AudienceOption

    func validate() throws {
        guard let allow else { return }
        guard strict else { throw ValidationError("--allow needs --strict") }
        guard !allow.allSatisfy(\.isWhitespace) else { throw ValidationError("--allow needs a reason") }
    }

    func run() throws {
        let console = Console()
        try console.reportingErrors {
            let difference = try difference(console)
            try console.write(difference.render(as: format), as: format == .json ? .json : .text)
            guard strict, allow == nil, difference.rewrittenCount > 0 else { return }
            let count = difference.rewrittenCount
            throw CommandError(
                """
                this rewrites the past: \(count) \
                \(count == 1 ? "figure or verdict" : "figures and verdicts") would change
                """,
                hint:
                    """
                    keep the former rules under `rules_until`, or give a reason: `--allow "a \
                    correction for March"`
                    """
            )
        }
    }
}

private extension Diff {
    func difference(_ console: Console) throws -> SiteDifference {
        try difference(since: Git(at: options.site).forkPoint(from: base), console)
    }

    /// Returns the difference between the site at a commit and in the work tree.
    ///
    /// - Parameter fork: the commit at which the work branched off the base. To readers, everything since then is
    ///   one change, as a merge or a squash makes it.
    func difference(since fork: String, _ console: Console) throws -> SiteDifference {
        let now = try options.now()
        let versions = VersionLog.reading(of: options.site, upTo: fork, until: now)
        // An update that awaits review has no time yet: it is compared as if it were posted now.
        let reading = try SiteReading(
            of: options.site, at: now, awaitsReview: true, edits: .git(versions, pendingSince: fork),
            keepsRecords: true)
        guard let site = reading.site, !reading.diagnostics.hasErrors else {
            throw CommandError("the site has errors", reading.diagnostics)
        }
        if let gap = reading.edits.gap {
            try console.warn(of: gap, so: "the earlier wording that pages will show is not listed")
        }
        let past = try PastSite(at: fork, in: options.site, beside: reading, now: now)
        let difference = { (audience: Audience) in
            SiteDifference(
                from: past.page(for: audience, at: now),
                to: site.page.seen(by: audience, at: now),
                edits: reading.edits.pending,
                renamed: past.renamed,
                base: SiteDifference.Base(name: base, commit: fork),
                now: now
            )
        }
        let own = difference(readers.audience)
        guard strict else { return own }
        return own.rewriting(
            difference(readers.audience == .public ? .internal : .public), allowedFor: allow)
    }
}

extension SiteDifference.Format: ExpressibleByArgument {}
