import Diagnostics
import Records
import StatusModel
import StatusSite

/// What was edited in records after their incidents were over, as far as the public could read it.
struct RecordEdits: Sendable {
    /// The edits of each record, the newest first, by its slug.
    private(set) var bySlug: [String: [Edit]] = [:]
    /// What of the history is missing, so that nothing is known of them.
    private(set) var gap: HistoryGap?

    /// Where they are taken from.
    enum Source {
        case none
        /// From git.
        ///
        /// - Parameter pendingSince: the commit that the history ends with, where all that the site's folder has since
        ///   counts as one commit that is still to come; `nil` if what is not committed does not count.
        case git(Lazy<Result<VersionLog, VersionLog.Absence>>, pendingSince: String? = nil)
        /// As they were found before.
        case kept(RecordEdits)
    }
}

extension RecordEdits {
    /// - Parameters:
    ///   - parsed: all records of the site, as they stand in its folder.
    ///   - page: the page that was made of them.
    init(
        from source: Source, of parsed: [ParsedRecord], on page: StatusPage, by sources: SiteSources,
        at now: Instant, into findings: Findings
    ) throws(GitError) {
        switch source {
        case .none: break
        case .kept(let edits): self = edits
        case .git(let reading, let fork):
            switch reading.value {
            case .success(let log):
                try find(
                    in: log, pendingSince: fork, of: parsed, on: page, by: sources, at: now,
                    into: findings)
            case .failure(.git(let error)): throw error
            case .failure(.incomplete(let gap)): self.gap = gap
            case .failure(.noHistory): break
            }
        }
    }

    private mutating func find(
        in log: VersionLog, pendingSince fork: String?, of parsed: [ParsedRecord], on page: StatusPage,
        by sources: SiteSources, at now: Instant, into findings: Findings
    ) throws(GitError) {
        let git = sources.files.git
        var log = log
        if let fork {
            log = log.renamed(try git.changes(since: fork, below: "incidents").compactMapValues { $0 })
        }
        let withheld = Withheld(by: parsed, in: log, into: findings)
        let seen = page.seen(by: .public, at: now)
        let modified = try git.differing(from: fork ?? "HEAD", below: "incidents")
        let pasts = seen.records.compactMap { record -> RecordVersions? in
            RecordVersions(
                of: record, in: log, isModified: modified.contains(record.path), withPending: fork != nil,
                at: now)
        }
        guard !pasts.isEmpty else { return }
        let reader = try FormerReader(
            of: pasts.flatMap(\.needed) + withheld.versions, in: git, log: log, by: sources,
            today: page, publicSlugs: Set(seen.records.map { $0.slug }))
        let present = ReadablePage(seen, today: page, in: sources.templates)
        let lists = pasts.concurrentMap { past in
            let edits = past.edits(on: present, by: reader)
            return page.showsFormerWords
                ? withheld.withoutWithheldWords(edits, of: past, on: present, by: reader)
                : edits.map(\.withoutWords)
        }
        for (past, edits) in zip(pasts, lists) where !edits.isEmpty { bySlug[past.record.slug] = edits }
    }

    /// Those that are not committed.
    var pending: [String: [Edit]] {
        bySlug.mapValues { $0.filter { $0.commit == nil } }.filter { !$0.value.isEmpty }
    }
}

/// The versions of an incident that is over, from the newest back to the last before its end.
struct RecordVersions: Sendable {
    let record: Record
    private let steps: [Step]
    let now: Instant

    private struct Step: Sendable {
        /// `nil` if it is not committed.
        let version: VersionLog.Version?
        let at: Instant
        /// Whether it is what the record says now.
        let isPresent: Bool
    }

    /// - Returns: `nil` if nothing can have been edited.
    init?(of record: Record, in log: VersionLog, isModified: Bool, withPending: Bool, at now: Instant) {
        guard let resolvedAt = record.resolvedAt, let versions = log.versions[record.path] else { return nil }
        var steps = versions.enumerated().map { number, version in
            Step(version: version, at: version.at, isPresent: number == 0 && !isModified)
        }
        if isModified, withPending {
            steps.insert(Step(version: nil, at: now, isPresent: true), at: 0)
        }
        // What was committed before the end is no edit of what is over, but one may be held against it.
        guard let last = steps.lastIndex(where: { $0.at > resolvedAt }), steps.count > 1 else { return nil }
        (self.record, self.steps, self.now) = (record, Array(steps.prefix(last + 2)), now)
    }

    /// What may have to be read for it.
    var needed: [VersionLog.Version] { steps.compactMap(\.version) }

    /// The edits, the newest first.
    func edits(on page: ReadablePage, by reader: FormerReader) -> [Edit] {
        var edits: [Edit] = []
        // What the next older version is held against; further back, what to fall back on if it cannot be read.
        var newer = [0]
        // Whether the file came to its path since the version that is held against older ones.
        var hasArrived = false
        for place in steps.indices.dropFirst() {
            hasArrived = hasArrived || steps[place - 1].version?.isArrival == true
            guard let former = steps[place].version, reader.mayTellOfEnd(former) else { continue }
            if newer == [0], adds(postMortemTo: former, reader) {
                newer.append(place)
                continue
            }
            guard let before = readable(place, on: page, by: reader), before.isOver else { continue }
            var after = newer.last.flatMap { readable($0, on: page, by: reader) }
            while after == nil, newer.popLast() != nil {
                after = newer.last.flatMap { readable($0, on: page, by: reader) }
            }
            if hasArrived, let after, !before.tellsOfSameIncident(as: after) { break }
            hasArrived = false
            if let after, let replacing = newer.last {
                let edit = Edit(
                    from: before, to: after, at: steps[replacing].at,
                    commit: steps[replacing].version?.commit,
                    formerCommit: former.commit)
                if let edit { edits.append(edit) }
            }
            newer.append(place)
        }
        return edits
    }

    /// Whether what is read now adds a post-mortem to the former version and nothing else.
    private func adds(postMortemTo former: VersionLog.Version, _ reader: FormerReader) -> Bool {
        guard let step = steps.first, step.isPresent, record.postMortem != nil, let version = step.version
        else {
            return false
        }
        return reader.adds(postMortemTo: former, by: version)
    }

    private func readable(_ place: Int, on page: ReadablePage, by reader: FormerReader) -> ReadableRecord? {
        guard !steps[place].isPresent else { return page.readable(record) }
        return steps[place].version.flatMap {
            reader.readable($0, until: place == 0 ? now : steps[place - 1].at)
        }
    }
}
