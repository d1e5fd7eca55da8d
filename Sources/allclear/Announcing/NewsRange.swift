import StatusModel

/// The news that is to be announced.
enum NewsRange {
    /// News written since a revision.
    case written(since: PastRecords)
    /// News that came with time, since the revision was committed, to records as they were at the revision.
    case due(since: PastRecords)
    /// News that came with time to the records since an instant.
    case dueSince(Instant)
    /// News of both kinds, since a channel was told of a revision at an instant.
    case untold(since: PastRecords, at: Instant)
}

extension NewsRange {
    /// Returns the news of a record, oldest first.
    ///
    /// - Parameters:
    ///   - record: a record of the page.
    ///   - page: the page as the audience may see it, already cut at `now`.
    func news(of record: Record, on page: StatusPage, by now: Instant) throws -> [News] {
        let new: [News]
        switch self {
        case .written(let past):
            guard past.changed.contains(record.path) else { return [] }
            new = try Self.news(of: record, since: past, asOf: now, on: page, by: now)
        case .due(let past):
            let all = try Self.news(of: record, since: past, asOf: past.committedAt, on: page, by: now)
            let written = try Self.news(of: record, since: past, asOf: now, on: page, by: now)
            new = all.filter(Set(all).subtracting(written).contains)
        case .dueSince(let instant):
            new = record.news(since: record, asOf: instant, by: now, in: page.zone)
                .filter { $0.isByTheClock(in: record) }
        case .untold(let past, let instant):
            new = try Self.news(of: record, since: past, asOf: instant, on: page, by: now)
        }
        let shown = Set(page.news(of: record, by: now))
        return new.filter(shown.contains)
    }

    /// The records before the news was written; `nil` if news comes only with time.
    var past: PastRecords? {
        switch self {
        case .written(let past), .untold(let past, _): past
        case .due, .dueSince: nil
        }
    }

    /// Returns those of the paths whose records could not be announced if they had errors.
    func paths(among all: [String]) -> Set<String> {
        if case .written(let past) = self { past.changed } else { Set(all) }
    }

    private static func news(
        of record: Record, since past: PastRecords, asOf then: Instant, on page: StatusPage, by now: Instant
    ) throws -> [News] {
        guard let former = try past.record(before: record, for: page.audience) else {
            return record.news(by: now, in: page.zone)
        }
        return record.news(since: former, asOf: then, by: now, in: page.zone)
    }
}

extension News {
    /// Whether the news comes at its time even if nobody writes anything by then.
    fileprivate func isByTheClock(in record: Record) -> Bool {
        switch event {
        case .begins, .ends: record.kind != .incident
        case .update: false
        case .postMortem: true
        }
    }
}
