import StatusModel

/// Which news is to be announced.
enum NewsRange {
    /// What was written since a revision.
    case written(since: PastRecords)
    /// What the clock brought to records as they were at a revision, since it was committed.
    case due(since: PastRecords)
    /// What the clock brought to the records since an instant.
    case dueSince(Instant)
    /// Both, since a channel was told of a revision at an instant.
    case untold(since: PastRecords, at: Instant)
}

extension NewsRange {
    /// The news of a record, oldest first.
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

    /// The records before the news was written; `nil` if only the clock brings news.
    var past: PastRecords? {
        switch self {
        case .written(let past), .untold(let past, _): past
        case .due, .dueSince: nil
        }
    }

    /// Those of the paths whose records could not be told if they had errors.
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
    /// Whether it comes at its time without anybody writing anything by then.
    fileprivate func isByTheClock(in record: Record) -> Bool {
        switch event {
        case .begins, .ends: record.kind != .incident
        case .update: false
        case .postMortem: true
        }
    }
}
