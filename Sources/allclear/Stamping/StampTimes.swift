import Diagnostics
import Records
import StatusModel

/// The times at which readers heard of updates that do not state their time, or at which these were written.
struct StampTimes {
    private let origins: UpdateOrigins
    private let published: PublishedRecords?
    private let isAuthored: Bool
    private let now: Instant

    /// The source of a time.
    enum Basis {
        /// The commit by which the update came onto the branch.
        case branch
        /// The run that publishes the update, if it was not in the last published revision.
        case publication(after: String)
        /// The commit in which the author wrote the update.
        case author
    }

    /// The result for an update's time.
    enum Time {
        case known(Instant, source: String)
        /// The update is not committed, so nobody can have heard of it.
        case uncommitted
        /// The update's commit is in the future.
        case ahead(Instant)
    }

    /// - Parameter folder: the site's folder, in a repository with its complete history.
    init(from basis: Basis, for site: AuthoredSite, in folder: String) throws {
        switch basis {
        case .author: isAuthored = true
        case .branch, .publication: isAuthored = false
        }
        origins = try UpdateOrigins(of: folder, reader: site.reader, isOfBranch: !isAuthored)
        if case .publication(let revision) = basis {
            published = try PublishedRecords(at: revision, in: folder, reader: site.reader)
        } else {
            published = nil
        }
        now = site.now
    }
}

extension StampTimes {
    /// Returns the times of the updates with those numbers.
    func times(
        of numbers: [Int],
        in record: MarkedRecord,
        at path: String
    ) throws -> [(number: Int, time: Time)] {
        guard !numbers.isEmpty else { return [] }
        let commits = try origins.commits(thatAdded: numbers, to: record, at: path)
        let publications = try published.map { published in
            try published.record(at: path)?.publications(of: record)
                ?? Array(repeating: .none, count: record.updates.count)
        }
        return numbers.map { number in
            guard let version = commits[number] else { return (number, .uncommitted) }
            return (number, publications.flatMap { time(by: $0[number]) } ?? self.time(of: version))
        }
    }

    private func time(of version: Git.FileVersion) -> Time {
        // An author's clock may be fast.
        let instants = isAuthored ? [version.authoredAt, version.committedAt] : [version.committedAt]
        guard let instant = instants.first(where: { $0 <= now }) else { return .ahead(version.committedAt) }
        return .known(instant, source: "from \(version.commit.prefix(12))")
    }

    /// Returns the time of an update by how it was published: if it was not, it is published now; if it had a time,
    /// it keeps it.
    private func time(by publication: PublishedRecord.Publication) -> Time? {
        switch publication {
        case .none: .known(now, source: "published by this run")
        case .dated(let instant): .known(instant, source: "when it was published")
        case .undated: nil
        }
    }
}
