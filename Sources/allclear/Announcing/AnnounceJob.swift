import ArgumentParser
import Diagnostics
import Foundation
import Records
import StatusModel
import StatusSite

/// One run of `allclear announce`.
struct AnnounceJob {
    private let command: Announce
    private let now: Instant
    private let configuration: Configuration
    private let announceable: Announceable
    private let announcer: Announcer

    /// Reads the site.
    init(_ command: Announce) throws {
        self.command = command
        now = try command.options.now()
        let reading = try SiteReading(of: command.options.site, at: now)
        guard let site = reading.site, let configuration = reading.configuration, reading.sources.isWhole
        else {
            throw CommandError("the site has errors", reading.diagnostics)
        }
        self.configuration = configuration
        announceable = Announceable(reading, site: site, for: command.readers.audience, at: now)
        let envelope = try Envelope(from: command.from, to: command.recipients)
        announcer = Announcer(
            templates: site.templates, envelope: envelope, destination: command.to.first)
    }
}

extension AnnounceJob {
    /// Announces the latest news of a record, or an update.
    func announce(_ id: String, _ update: UpdateChoice?, _ console: Console) throws {
        let announcement = try announceable.announcement(of: id, update)
        try write(checked(announcer.message(announcement, as: command.format)), console)
    }

    /// Announces the news that `--since` or `--told` selects.
    ///
    /// A mark moves only after everything has been written.
    func announceNews(_ console: Console) throws {
        try command.channel.map(announceable.refuse(unknown:))
        let git = Git(at: command.options.site)
        let mark = try command.told.map { try ToldMark(of: $0, in: git) }
        if mark != nil { try refuseUncommittedRecords(git) }
        guard let range = try range(since: mark) else {
            try mark?.move(to: now)
            return try console.say(
                "first run with `\(command.told ?? "")`: only news from now on is announced")
        }
        let batch = try announceable.announcements(
            of: range, newerThan: limit(), for: command.channel)
        try write(text(of: batch), console)
        try report(batch, console)
        try mark?.move(to: now)
        if !batch.errors.isEmpty { throw ExitCode(3) }
    }
}

private extension AnnounceJob {
    /// - Returns: `nil` if the channel was never told anything.
    func range(since mark: ToldMark?) throws -> NewsRange? {
        if let mark {
            return try mark.position().map { .untold(since: try past(at: $0.commit), at: $0.at) }
        }
        let since = command.since ?? ""
        if command.preview {
            let fork = try Git(at: command.options.site).forkPoint(from: since)
            return .written(since: try past(at: fork))
        }
        guard command.due else { return .written(since: try past(at: since)) }
        if let instant = Instant(writtenAs: since) { return .dueSince(instant) }
        return .due(since: try past(at: since))
    }

    func past(at revision: String) throws -> PastRecords {
        try PastRecords(at: revision, in: command.options.site, configuration: configuration, now: now)
    }

    func limit() throws -> Instant {
        do {
            return try configuration.instant(writtenAs: command.newerThan, before: now)
        } catch {
            throw CommandError(error, of: "--newer-than")
        }
    }

    /// Refuses records that are not committed: a mark stands for a commit, so they would be told now, and again
    /// after the commit.
    func refuseUncommittedRecords(_ git: Git) throws {
        let untracked = ["ls-files", "-z", "--others", "--exclude-standard", "--", "incidents"]
        let changed = try git.differing(from: "HEAD", below: "incidents").union(git.fields(of: untracked))
        guard let first = changed.min() else { return }
        throw CommandError(
            "`\(first)` has uncommitted changes",
            hint: "commit them first: `--told` keeps track by commit")
    }

    func text(of batch: AnnouncementBatch) throws -> String {
        guard command.preview else {
            return try checked(announcer.messages(batch.announcements, as: command.format))
        }
        let messages = batch.announcements.map {
            (channels: announceable.channels(of: $0), text: announcer.message($0, as: .markdown))
        }
        return AnnouncementPreview(messages: messages).text
    }

    func write(_ text: String, _ console: Console) throws {
        let stream = command.preview ? .text : command.format.stream
        guard let stream else { return try console.write(verbatim: text) }
        try console.write(Array(text.utf8), as: stream)
    }

    /// Reports what was not announced.
    func report(_ batch: AnnouncementBatch, _ console: Console) throws {
        if batch.outdatedCount > 0 {
            let messages = batch.outdatedCount == 1 ? "1 message" : "\(batch.outdatedCount) messages"
            try console.say("left out \(messages) about news older than \(command.newerThan)")
        }
        guard !batch.errors.isEmpty else { return }
        try console.tell(batch.errors)
        let paths = batch.brokenPaths.map { "`\($0)`" }.joined(separator: ", ")
        try console.say("error: left out \(paths): fix the errors above")
    }

    /// Returns the text if it is valid: a site's own template can turn JSON into anything.
    func checked(_ text: String) throws -> String {
        guard let template = command.format.jsonTemplate, !command.preview else { return text }
        for line in text.split(separator: "\n") {
            guard (try? JSONSerialization.jsonObject(with: Data(line.utf8))) == nil else { continue }
            throw CommandError(
                "the output of the template `\(template)` is not valid JSON for this message",
                hint:
                    "look for a missing comma or bracket in `site-templates/\(template).mustache`"
            )
        }
        return text
    }
}
