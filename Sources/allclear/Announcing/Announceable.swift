import Diagnostics
import Records
import StatusModel
import StatusSite

/// What of a site can be announced to an audience, and why the rest cannot.
struct Announceable {
    private let everything: StatusPage
    private let page: StatusPage
    private let paths: [String]
    private let diagnostics: [Diagnostic]
    private let now: Instant

    init(_ reading: SiteReading, site: LoadedSite, for audience: Audience, at now: Instant) {
        (everything, diagnostics, self.now) = (site.page, reading.diagnostics, now)
        paths = reading.sources.records
        page = site.page.seen(by: audience, at: now)
    }
}

extension Announceable {
    /// The announcement of the record's update, or of its latest.
    ///
    /// - Parameter name: the record's id, its slug or a former one.
    func announcement(of name: String, _ choice: UpdateChoice?) throws -> Announcement {
        let record = try record(called: name)
        let place = choice.flatMap { $0.place(among: record.updates) }
        if choice != nil, place == nil { throw Refusal.noUpdate(in: record) }
        guard let announcement = Announcement(of: record.slug, update: place, on: page, now: now) else {
            throw Refusal("`\(name)` has nothing to announce")
        }
        return announcement
    }

    /// The record as its readers may see it.
    func record(called name: String) throws -> Record {
        let path = try path(ofRecordCalled: name)
        let errors = diagnostics.filter { $0.severity == .error && $0.location.path == path }
        guard errors.isEmpty else { throw Refusal("`\(path)` has errors", errors) }
        return try record(at: path, called: name)
    }

    /// The announcements of all updates that were added since, in the order they were said in.
    ///
    /// - Parameter channel: if there is one, only those that the policy has told there.
    func announcements(since past: PastRecords, for channel: String? = nil) throws -> [Announcement] {
        let all = try allAnnouncements(since: past)
        guard let channel else { return all }
        guard everything.hasChannel(channel) else {
            throw Refusal.noChannel(channel, in: everything.channels)
        }
        return all.filter { $0.isFor(channel, by: everything) }
    }
}

private extension Announceable {
    func allAnnouncements(since past: PastRecords) throws -> [Announcement] {
        let errors = diagnostics.filter { $0.severity == .error && past.changed.contains($0.location.path) }
        guard errors.isEmpty else { throw Refusal("records that changed since have errors", errors) }
        return try page.filedRecords
            .filter { past.changed.contains($0.path) && $0.series?.news != .nothing }
            .sorted { $0.slug < $1.slug }
            .flatMap { record in
                let added = try past.additions(to: record, for: page.audience).compactMap {
                    Announcement(of: record.slug, update: $0, on: page, now: now)
                }
                guard try past.lacksPostMortem(of: record, for: page.audience) else { return added }
                let account = Announcement(ofPostMortemOf: record.slug, on: page, now: now)
                return added + [account].compactMap { $0 }
            }
            .enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
            .map(\.element)
    }

    /// The path of the record that a person means by the name; where that is a part of one, says which it took.
    func path(ofRecordCalled name: String) throws -> String {
        let path = try RecordFinder(among: paths, of: everything, at: now).path(of: name)
        let title = page.filedRecords.first { $0.path == path }?.title
        if let sentence = RecordFinder.sentence(taking: path, for: name, title: title) {
            try Console().say(sentence)
        }
        return path
    }

    /// The record as its readers may see it.
    ///
    /// - Parameter name: what the person called it.
    func record(at path: String, called name: String) throws -> Record {
        if let record = page.filedRecords.first(where: { $0.path == path }) { return record }
        guard let hidden = everything.records.first(where: { $0.path == path }) else {
            throw Refusal("`\(path)` is a draft", hint: "nobody is told of drafts: remove `draft` first")
        }
        if hidden.visibility == .internal, page.audience == .public {
            throw Refusal(
                "`\(name)` is internal",
                hint: "write `--audience internal`, and send it to nobody but the team"
            )
        }
        throw Refusal("`\(name)` has not begun at \(now)")
    }
}

extension Refusal {
    fileprivate static func noChannel(_ name: String, in channels: [String]) -> Refusal {
        Refusal(
            "no severity names the channel `\(name)` under `notify`",
            hint: channels.isEmpty
                ? "name the channels of each level in `status.yml`, as in `notify: [chat, email]`"
                : "the channels are \(channels.map { "`\($0)`" }.joined(separator: ", "))"
        )
    }

    fileprivate static func noUpdate(in record: Record) -> Refusal {
        let times = record.updates.enumerated().map { "\($0 + 1) (\($1.at))" }
        return Refusal(
            "`\(record.id)` has no such update",
            hint: times.isEmpty ? "it has none at all" : "its updates are \(times.joined(separator: ", "))"
        )
    }
}
