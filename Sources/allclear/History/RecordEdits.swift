import Diagnostics
import Records
import StatusModel
import StatusSite

/// The edits of records after their incidents were over, as far as the public could read them.
struct RecordEdits: Sendable {
    /// The edits of each record, the newest first, by the record's slug.
    private(set) var bySlug: [String: [Edit]] = [:]
    /// The missing part of the history, because of which no edits are known.
    private(set) var gap: HistoryGap?

    /// The source of the edits.
    enum Source {
        case none
        /// From git.
        ///
        /// - Parameter pendingSince: the commit at which the history ends; all changes in the site's folder since
        ///   then count as one commit that is still to come. If it is `nil`, uncommitted changes do not count.
        case git(Lazy<Result<VersionLog, VersionLog.Absence>>, pendingSince: String? = nil)
        /// The edits that were found before.
        case kept(RecordEdits)
    }
}

extension RecordEdits {
    /// - Parameters:
    ///   - parsed: all records of the site, as they are in its folder.
    ///   - page: the page that was made from them.
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
            today: page, publicSlugs: Set(seen.filedRecords.map { $0.slug }))
        let present = ReadablePage(seen, today: page, in: sources.templates)
        let teams = page.seen(by: .internal, at: now)
        let whole = Dictionary(teams.records.map { ($0.slug, $0) }) { first, _ in first }
        let lists = pasts.concurrentMap { past in
            let edits = past.edits(on: present, by: reader)
            guard page.showsFormerWords, !edits.isEmpty else { return edits.map(\.withoutWords) }
            let facts = whole[past.record.slug].map { InternalFacts(of: $0, on: teams) }
            let shown = facts.map { past.keepingInside($0, edits, on: present, by: reader) } ?? edits
            return withheld.withoutWithheldWords(shown, of: past, on: present, by: reader)
        }
        for (past, edits) in zip(pasts, lists) where !edits.isEmpty { bySlug[past.record.slug] = edits }
    }

    /// The edits that are not committed.
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
        /// The committed version; `nil` if it is not committed.
        let version: VersionLog.Version?
        let at: Instant
        /// Whether it is the present version of the record.
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
        // What was committed before the end is not an edit, but the last such version is needed for comparison.
        guard let last = steps.lastIndex(where: { $0.at > resolvedAt }), steps.count > 1 else { return nil }
        (self.record, self.steps, self.now) = (record, Array(steps.prefix(last + 2)), now)
    }

    /// The versions that may have to be read to find the edits.
    var needed: [VersionLog.Version] { steps.compactMap(\.version) }

    /// Returns the edits, the newest first.
    func edits(on page: ReadablePage, by reader: FormerReader) -> [Edit] {
        var edits: [Edit] = []
        // What to compare with the next older version; further back, what to use instead if it cannot be read.
        var newer = [0]
        // Whether the file arrived at its path since the version that is compared with older ones.
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

    /// Returns the edits without anything in them that is internal today.
    ///
    /// An edit that changed nothing else has only its date.
    func keepingInside(
        _ facts: InternalFacts, _ edits: [Edit], on page: ReadablePage, by reader: FormerReader
    ) -> [Edit] {
        var words = facts.values
        for place in steps.indices {
            guard let version = steps[place].version, !steps[place].isPresent else { continue }
            let end = place == 0 ? now : steps[place - 1].at
            guard let then = reader.readable(version, until: end) else { continue }
            let today = reader.readable(version, until: end, keepingInside: facts)
            words.formUnion(then.words.subtracting(today?.words ?? []))
        }
        let present = page.readable(record).words
        return edits.map { $0.leavingOut(words, besides: present) }
    }

    /// Whether the present version only adds a post-mortem to the former one.
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
