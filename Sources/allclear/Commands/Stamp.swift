import ArgumentParser
import Diagnostics
import Records
import StatusModel

/// `allclear stamp`: the times that authors left out, from git's history.
struct Stamp: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes the missing times of updates, from the commits that added them.",
        discussion: """
            For records that are written in a web form: an update without a time gets a line `Updated:` with \
            the time at which the commit was written that added it. Run it in CI before `allclear check`, and \
            commit what it changes. A time that stands is never touched, so that it can run at any time.

            It needs the whole history: in a GitHub workflow, check out with `fetch-depth: 0`.

            Exit status 0: every update has its time now; 1: some have none, and it is told which.
            """
    )

    @OptionGroup var options: SiteOptions

    func run() throws {
        let talk = Talk()
        try talk.tellingRefusals {
            do {
                try stamp(talk)
            } catch let error as GitError {
                throw Refusal(error.description, hint: error.hint)
            }
        }
    }
}

private extension Stamp {
    func stamp(_ talk: Talk) throws {
        let site = try AuthoredSite(options)
        let origins = try UpdateOrigins(of: options.site, reader: site.reader)
        var (stamped, left, changed) = (0, 0, [String]())
        for path in site.paths {
            guard let file = SiteFolder(options.site).record(path) else { continue }
            let result = try StampedRecord(file, reader: site.reader, origins: origins)
            for line in result.lines { print(line) }
            for line in result.left { talk.say(line) }
            (stamped, left) = (stamped + result.lines.count, left + result.left.count)
            guard !result.lines.isEmpty else { continue }
            try write(result.file, in: place(of: file, in: site), over: file)
            changed.append(site.place(of: path))
        }
        talk.say(sentence(stamped, in: changed.count, left: left))
        if !changed.isEmpty {
            let paths = changed.map(\.quotedForShell).joined(separator: " ")
            talk.show(["git add \(paths) && git commit -m 'Write the times of updates' && git push"])
        }
        if left > 0 { throw ExitCode(1) }
    }

    func place(of file: SourceFile, in site: AuthoredSite) -> String { site.place(of: file.path) }

    func write(_ changed: SourceFile, in place: String, over file: SourceFile) throws {
        do {
            try CarefulWriting.replace(place, reading: file.bytes, with: changed.bytes)
        } catch { throw Refusal(error, of: place) }
    }

    func sentence(_ stamped: Int, in records: Int, left: Int) -> String {
        let rest = left > 0 ? "; \(left) left without one" : ""
        guard stamped > 0 else {
            return left > 0 ? "no time was written\(rest)" : "every update has its time"
        }
        return "\(stamped) time\(stamped == 1 ? "" : "s") written in \(RecordCount(records))\(rest)"
    }
}

/// A record's file with the times that git could tell.
private struct StampedRecord {
    private(set) var file: SourceFile
    /// What was written.
    private(set) var lines: [String] = []
    /// What has no time yet, and why.
    private(set) var left: [String] = []

    init(_ original: SourceFile, reader: RecordReader, origins: UpdateOrigins) throws {
        file = original
        for (number, update) in reader.markedUpdates(in: original).enumerated() {
            let name = "\(update.place.path):\(update.place.line): `[\(update.keyword)]`"
            switch update.timing {
            case .stated: continue
            case .misplaced:
                left.append("\(name) has a time that is not read: write it as its last line, `Updated: …`")
            case .missing:
                guard let origin = try origins.commit(thatAdded: number, to: original),
                    let commit = origin.commit
                else {
                    left.append("\(name) is not committed yet: commit it, and stamp again")
                    continue
                }
                guard let stamped = reader.stamping(number, at: origin.authoredAt, in: file) else {
                    left.append("\(name) has no end that a line could stand at: write its time by hand")
                    continue
                }
                file = stamped
                lines.append("\(name) \(origin.authoredAt), from \(commit.prefix(12))")
            }
        }
    }
}
