public import ArgumentParser
import Diagnostics
import StatusModel
public import StatusSite

/// `allclear diff`: what the work tree changes on the site.
struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tells what the work tree changes on the site since a git revision.",
        discussion: """
            The site as it stands in the folder, committed or not, is held against that of BASE: statuses, \
            records and their updates, configuration, uptime and feed entries. Both are judged at the same \
            instant, so that only what was written makes a difference. Where an incident that is over was edited, \
            it names the former words that its page will show.

            For a pull request name the branch that it goes to, as in `allclear diff origin/main --format \
            markdown`: the site is held against the commit where the work left that branch, as the pull \
            request itself is. The clone needs the history up to there.

            A change to the uptime, incidents or policy verdicts of a month that is over rewrites the past. So does a \
            policy change that alters a verdict of the current month. Each such figure is listed; --strict checks the \
            public and the internal site.

            Exit status 0, also where nothing changes; 1: there are errors in status.yml or the records, BASE \
            cannot be read, or with --strict the past is rewritten and --allow does not say why.
            """
    )

    @Argument(help: "The revision: a commit, a branch or a tag.")
    var base = "HEAD"

    @Option(help: "How to write it: text, markdown (for a pull request's comment) or json.")
    var format = SiteDifference.Format.text

    @Flag(help: "Fail if a figure or verdict of the past changes.")
    var strict = false

    @Option(
        help: ArgumentHelp("With --strict: let the past be rewritten, and print why.", valueName: "reason"))
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
        try console.tellingRefusals {
            let difference = try difference(console)
            try console.write(difference.render(as: format), as: format == .json ? .json : .text)
            guard strict, allow == nil, difference.rewrittenCount > 0 else { return }
            let count = difference.rewrittenCount
            throw Refusal(
                "this rewrites the past: \(count) \(count == 1 ? "figure or verdict" : "figures and verdicts") would change",
                hint:
                    "keep what held until now under `rules_until`, or give the reason: `--allow \"a correction of March\"`"
            )
        }
    }
}

private extension Diff {
    func difference(_ console: Console) throws -> SiteDifference {
        do {
            return try difference(since: Git(at: options.site).forkPoint(from: base), console)
        } catch let error as GitError {
            throw Refusal(error.description, hint: error.hint)
        }
    }

    /// - Parameter fork: the commit where the work left the base. Readers get all that came since as one, as a merge or a
    ///   squash leaves it.
    func difference(since fork: String, _ console: Console) throws -> SiteDifference {
        let now = try options.now()
        let versions = VersionLog.reading(of: options.site, upTo: fork, until: now)
        // What awaits review bears no time in its updates yet: it is compared as if it were said now.
        let reading = try SiteReading(
            of: options.site, at: now, awaitsReview: true, edits: .git(versions, pendingSince: fork),
            keepsRecords: true)
        guard let site = reading.site, !reading.diagnostics.hasErrors else {
            throw Refusal("the site has errors", reading.diagnostics)
        }
        if let gap = reading.edits.gap {
            try console.warn(of: gap, so: "nobody knows which former words pages will show")
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
