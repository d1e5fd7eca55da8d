import Diagnostics
import Records
import StatusModel
import StatusSite

/// The parts of a site that can be announced to an audience, with reasons why the rest cannot.
struct Announceable {
    private let everything: StatusPage
    private let page: StatusPage
    private let templates: SiteTemplates
    private let paths: [String]
    private let diagnostics: [Diagnostic]
    private let now: Instant

    init(_ reading: SiteReading, site: LoadedSite, for audience: Audience, at now: Instant) {
        (everything, diagnostics, self.now) = (site.page, reading.diagnostics, now)
        (paths, templates) = (reading.sources.records, site.templates)
        page = site.page.seen(by: audience, at: now)
    }
}

extension Announceable {
    /// Returns the announcement of the record's update, or of its latest news.
    ///
    /// - Parameter name: the record's id, its slug or a former one.
    func announcement(of name: String, _ choice: UpdateChoice?) throws -> Announcement {
        let record = try record(called: name)
        let announcement: Announcement?
        if let choice {
            guard let place = choice.place(among: record.updates) else {
                throw CommandError.noUpdate(in: record)
            }
            announcement = Announcement(of: record.slug, update: place, on: page, now: now)
        } else {
            announcement = Announcement(ofLatestStateOf: record.slug, on: page, now: now)
        }
        guard let announcement else { throw CommandError("`\(name)` has nothing to announce") }
        return announcement
    }

    /// Returns the record as its readers may see it.
    func record(called name: String) throws -> Record {
        let path = try path(ofRecordCalled: name)
        let errors = diagnostics.filter { $0.severity == .error && $0.location.path == path }
        guard errors.isEmpty else { throw CommandError("`\(path)` has errors", errors) }
        return try record(at: path, called: name)
    }

    /// Returns the announcements of all news in a range, except what is too old.
    ///
    /// - Parameters:
    ///   - limit: the instant before which news is left out.
    ///   - channel: if given, only those that the policy assigns to this channel.
    func announcements(
        of range: NewsRange, newerThan limit: Instant, for channel: String? = nil
    ) throws -> AnnouncementBatch {
        let affected = range.paths(among: paths)
        var batch = AnnouncementBatch()
        batch.errors = diagnostics.filter { $0.severity == .error && affected.contains($0.location.path) }
        let broken = Set(batch.errors.map(\.location.path))
        let nextWindows = slugsOfNextWindows
        for record in page.records.sorted(by: { $0.slug < $1.slug }) where !broken.contains(record.path) {
            // The next window of a series announces a change for all of them.
            let isTheOne = record.seriesWindow == nil || nextWindows.contains(record.slug)
            let record = try isTheOne ? told(record, of: range) : record
            for news in try range.news(of: record, on: page, by: now) {
                guard let announcement = Announcement(news, of: record, on: page, now: now),
                    channel.map({ announcement.isFor($0, by: everything) }) ?? true
                else { continue }
                if record.agesFrom(news, in: page.zone) < limit {
                    batch.outdatedCount += 1
                } else {
                    batch.announcements.append(announcement)
                }
            }
        }
        batch.announcements = batch.announcements.enumerated()
            .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
        return batch
    }

    /// Refuses a channel that no severity names.
    func refuse(unknown channel: String) throws {
        guard !everything.hasChannel(channel) else { return }
        throw CommandError.noChannel(channel, in: everything.channels)
    }

    /// Returns the channels to which the policy assigns an announcement, in the policy's order.
    func channels(of announcement: Announcement) -> [String] {
        everything.channels.filter { announcement.isFor($0, by: everything) }
    }
}

private extension Announceable {
    /// Returns the path of the record that a person means by the name, and says which one was taken if the name is
    /// only part of one.
    func path(ofRecordCalled name: String) throws -> String {
        let path = try RecordFinder(among: paths, of: everything, at: now).path(of: name)
        let title = page.filedRecords.first { $0.path == path }?.title
        if let sentence = RecordFinder.sentence(taking: path, for: name, title: title) {
            try Console().say(sentence)
        }
        return path
    }

    /// Returns the record as it is announced.
    ///
    /// If the components of announced maintenance have changed since the range begins, but no update says so, it
    /// gets an update that does.
    func told(_ record: Record, of range: NewsRange) throws -> Record {
        guard record.kind == .maintenance, let past = range.past, past.changed.contains(record.path),
            let former = try past.record(before: record, for: page.audience)
        else { return record }
        return templates.telling(
            record, since: former, changedAt: try past.changedAt(record.path, now: now), on: page, now: now)
    }

    /// The slugs of the first window of each series that is not over.
    var slugsOfNextWindows: Set<String> {
        let windows = page.records.filter { $0.seriesWindow != nil && $0.phase(at: now)?.isFinal == false }
        let next = Dictionary(windows.map { ($0.path, $0) }) { $1.begins < $0.begins ? $1 : $0 }
        return Set(next.values.map(\.slug))
    }

    /// Returns the record as its readers may see it.
    ///
    /// - Parameter name: the name by which the person called it.
    func record(at path: String, called name: String) throws -> Record {
        if let record = page.filedRecords.first(where: { $0.path == path }) { return record }
        guard let hidden = everything.records.first(where: { $0.path == path }) else {
            throw CommandError("`\(path)` is a draft", hint: "drafts are not announced: remove `draft` first")
        }
        if hidden.visibility == .internal, page.audience == .public {
            throw CommandError(
                "`\(name)` is internal",
                hint: "add `--audience internal`, and send the message only to the team"
            )
        }
        throw CommandError("`\(name)` starts after \(now)")
    }
}

extension CommandError {
    fileprivate static func noChannel(_ name: String, in channels: [String]) -> CommandError {
        CommandError(
            "no severity has the channel `\(name)` under `notify`",
            hint: channels.isEmpty
                ? "list the channels of each level in `status.yml`, such as `notify: [chat, email]`"
                : "the channels are \(channels.map { "`\($0)`" }.joined(separator: ", "))"
        )
    }

    fileprivate static func noUpdate(in record: Record) -> CommandError {
        let times = record.updates.enumerated().map { "\($0 + 1) (\($1.at))" }
        let shown = times.suffix(8).joined(separator: ", ")
        return CommandError(
            "`\(record.id)` does not have this update",
            hint: times.isEmpty
                ? "it has no updates" : "its \(times.count > 8 ? "last 8 " : "")updates are \(shown)"
        )
    }
}
