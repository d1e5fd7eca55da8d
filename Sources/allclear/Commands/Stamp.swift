import ArgumentParser
import Diagnostics
import Records

/// `allclear stamp`: the times that authors left out, from git's history.
struct Stamp: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes the missing times of updates, from the commits that added them.",
        discussion: """
            For records that are written in a web form: an update without a time gets a line `Updated:` with \
            the time at which the commit was written that added it, as far as that makes no new error. Run it in CI before `allclear check`, and \
            commit what it changes. A time that stands is never touched, so that it can run at any time.

            It needs the whole history: in a GitHub workflow, check out with `fetch-depth: 0`.

            Exit status 0: every update has its time now; 1: some have none, and it is told which.
            """
    )

    @OptionGroup var options: SiteOptions

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
        let origins = try UpdateOrigins(of: options.site, reader: site.reader)
        var (stamped, left, unread, changed) = (0, 0, 0, [String]())
        for path in site.paths {
            guard let file = SiteFolder(options.site).record(path), let record = site.reader.marked(file)
            else {
                try console.say(reason(whyUnread: path, by: site.reader))
                unread += 1
                continue
            }
            let result = try StampedRecord(file, record, by: site, from: origins)
            for line in result.lines { try console.write(line: line) }
            for line in result.left { try console.say(line) }
            (stamped, left) = (stamped + result.lines.count, left + result.left.count)
            guard !result.lines.isEmpty else { continue }
            try write(result.file, in: site, over: file)
            changed.append(path)
        }
        try console.say(sentence(stamped, in: changed.count, left: left, unread: unread))
        if !changed.isEmpty {
            try console.show([site.commit(of: changed, subject: "Write the times of updates")])
        }
        if left + unread > 0 { throw ExitCode(1) }
    }

    func reason(whyUnread path: String, by reader: RecordReader) -> String {
        let error = SiteFolder(options.site).read(path, by: reader).diagnostics
            .first { $0.severity == .error }
        return error.map { "\($0.location.path):\($0.location.line): \($0.message)" }
            ?? "`\(path)` cannot be read"
    }

    func write(_ changed: SourceFile, in site: AuthoredSite, over file: SourceFile) throws {
        do {
            try CarefulWriting.replace(file.path, in: site.folder, reading: file.bytes, with: changed.bytes)
        } catch { throw Refusal(error, of: site.place(of: file.path)) }
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
