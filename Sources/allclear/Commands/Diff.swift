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
            instant, so that only what was written makes a difference.

            For a pull request name the branch that it goes to, as in `allclear diff origin/main --format \
            markdown`: the site is held against the commit where the work left that branch, as the pull \
            request itself is. The clone needs the history up to there.

            Exit status 0, also where nothing changes; 1: there are errors in status.yml or the records, or \
            BASE cannot be read.
            """
    )

    @Argument(help: "The revision: a commit, a branch or a tag.")
    var base = "HEAD"

    @Option(help: "How to write it: text, markdown (for a pull request's comment) or json.")
    var format = SiteDifference.Format.text

    @OptionGroup var options: SiteOptions
    @OptionGroup var readers: AudienceOption

    func run() throws {
        let console = Console()
        try console.tellingRefusals {
            try console.write(try difference().render(as: format), as: format == .json ? .json : .text)
        }
    }
}

private extension Diff {
    func difference() throws -> SiteDifference {
        let now = try options.now()
        let reading = try SiteReading(of: options.site, at: now, keepsRecords: true)
        guard let site = reading.site, !reading.diagnostics.hasErrors else {
            throw Refusal("the site has errors", reading.diagnostics)
        }
        do {
            let past = try PastSite(at: base, in: options.site, beside: reading, now: now)
            return SiteDifference(
                from: past.page.seen(by: readers.audience, at: now),
                to: site.page.seen(by: readers.audience, at: now),
                renamed: past.renamed,
                base: SiteDifference.Base(name: base, commit: past.commit),
                now: now
            )
        } catch let error as GitError {
            throw Refusal(error.description, hint: error.hint)
        }
    }
}

extension SiteDifference.Format: ExpressibleByArgument {}
