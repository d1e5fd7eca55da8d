import ArgumentParser
import Diagnostics
import Records

/// `allclear stamp`: the times that authors left out, from git's history.
struct Stamp: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes the missing times of updates, from git.",
        discussion: """
            For records that are written in a web form or merged after a review: an update without a time gets \
            a line `Updated:`, as far as that makes no new error. Existing times are never changed, so you can \
            run it again.

            The time is the one at which readers heard. In the workflow that publishes, name the revision that \
            it published last by --published: what this one lacks gets the time of the run. Without it, an \
            update gets the time of the commit that brought it to the branch that is checked out: of a merged \
            pull request, the merge's. That may be early. --authored takes when the update was written.

            It needs the whole history: in a GitHub workflow, check out with `fetch-depth: 0`.

            Exit status 0: every update has its time now; 1: some have none, and it says which.
            """
    )

    @Option(
        help: ArgumentHelp(
            "The revision that was published last. What it lacks is published now.", valueName: "revision")
    )
    var published: String?

    @Flag(help: "Write when updates were written, whenever readers heard of them.")
    var authored = false

    @OptionGroup var options: SiteOptions

    func validate() throws {
        if published != nil, authored {
            throw ValidationError("use either --published or --authored, not both")
        }
    }

    func run() throws {
        let console = Console()
        try console.tellingRefusals {
            do {
                try stamp(console)
            } catch let error as GitError {
                throw Refusal(error.description, hint: error.hint)
            }
        }
    }
}

private extension Stamp {
    func stamp(_ console: Console) throws {
        let site = try AuthoredSite(options)
        let times = try StampTimes(from: basis, for: site, in: options.site)
        var (stamped, left, unread, changed) = (0, 0, 0, [String]())
        for path in site.paths {
            guard let file = SiteFolder(options.site).record(path), let record = site.reader.marked(file)
            else {
                try console.say(reason(whyUnread: path, by: site.reader))
                unread += 1
                continue
            }
            let result = try StampedRecord(file, record, by: site, at: times)
            for line in result.lines { try console.write(line: line) }
            for line in result.left { try console.say(line) }
            (stamped, left) = (stamped + result.lines.count, left + result.left.count)
            guard !result.lines.isEmpty else { continue }
            try site.replace(file, with: result.file)
            changed.append(path)
        }
        if stamped > 0, case .branch = basis { try warnOfEarlyTimes(console) }
        try console.say(sentence(stamped, in: changed.count, left: left, unread: unread))
        if !changed.isEmpty {
            try console.show([site.commit(of: changed, subject: "Write the times of updates")])
        }
        if left + unread > 0 { throw ExitCode(1) }
    }

    var basis: StampTimes.Basis {
        if let published { return .publication(after: published) }
        return authored ? .author : .branch
    }

    func warnOfEarlyTimes(_ console: Console) throws {
        try console.say("warning: these times may be early: readers hear when the page is published")
        try console.say(
            "hint: in the workflow that publishes, name what it published last: `allclear stamp --published …`"
        )
    }

    func reason(whyUnread path: String, by reader: RecordReader) -> String {
        let error = SiteFolder(options.site).read(path, by: reader).diagnostics
            .first { $0.severity == .error }
        return error.map { "\($0.location.path):\($0.location.line): \($0.message)" }
            ?? "`\(path)` cannot be read"
    }

    func sentence(_ stamped: Int, in records: Int, left: Int, unread: Int) -> String {
        let rest = [
            left > 0 ? "\(left) left without one" : nil,
            unread > 0 ? "\(RecordCount(unread)) not read" : nil,
        ].compactMap { $0 }
        guard stamped > 0 || !rest.isEmpty else { return "every update has its time" }
        let written =
            stamped == 0
            ? "no time was written"
            : "\(stamped) time\(stamped == 1 ? "" : "s") written in \(RecordCount(records))"
        return ([written] + rest).joined(separator: "; ")
    }
}
