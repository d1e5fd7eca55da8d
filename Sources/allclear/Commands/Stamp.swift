import ArgumentParser
import Diagnostics
import Records

/// `allclear stamp`: adds the times that authors left out, from git's history.
struct Stamp: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Add missing times to updates, from git history.",
        discussion: """
            Use this for records that are written in a web form or merged after a review. Adds an \
            `Updated:` line to each update without a time, unless that would cause an error. Existing \
            times are not changed, so you can run it again.

            An update's time should be the moment readers could first see it. In the workflow that \
            publishes, use --published with the last published revision: updates that are not in it get \
            the current time. Without --published, an update gets the time of the commit that added it \
            to the current branch (for a merged pull request, the merge), which may be too early. With \
            --authored, it gets the time when it was written.

            Needs the full history: in a GitHub workflow, check out with `fetch-depth: 0`.

            Exit status: 0 if every update now has a time; 1 if some still have none (they are listed).
            """
    )

    @Option(
        help: ArgumentHelp(
            "The last published revision. Updates that are not in it get the current time.",
            valueName: "revision")
    )
    var published: String?

    @Flag(help: "Use the time when an update was written, not when readers could see it.")
    var authored = false

    @OptionGroup var options: SiteOptions

    func validate() throws {
        if published != nil, authored {
            throw ValidationError("--published and --authored cannot be used together")
        }
    }

    func run() throws {
        let console = Console()
        try console.reportingErrors { try stamp(console) }
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
            try console.show([site.commit(of: changed, subject: "Add times to updates")])
        }
        if left + unread > 0 { throw ExitCode(1) }
    }

    var basis: StampTimes.Basis {
        if let published { return .publication(after: published) }
        return authored ? .author : .branch
    }

    func warnOfEarlyTimes(_ console: Console) throws {
        try console.say(
            "warning: these times may be too early: readers see an update when the site is published")
        try console.say(
            """
            hint: in the workflow that publishes, give the last published revision: `allclear stamp \
            --published …`
            """
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
            left > 0 ? "\(left) still missing" : nil,
            unread > 0 ? "\(RecordCount(unread)) with errors" : nil,
        ].compactMap { $0 }
        guard stamped > 0 || !rest.isEmpty else { return "every update has a time" }
        let written =
            stamped == 0
            ? "no times added"
            : "\(stamped) time\(stamped == 1 ? "" : "s") added in \(RecordCount(records))"
        return ([written] + rest).joined(separator: "; ")
    }
}
