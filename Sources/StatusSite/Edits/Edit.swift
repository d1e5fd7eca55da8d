public import StatusModel

/// An edit of a record after its incident was over, as readers may see it.
public struct Edit: Sendable {
    /// When it was published.
    public let at: Instant
    /// The commit that published it; `nil` if it is not committed yet.
    public let commit: String?
    /// The last commit with the former text.
    public let formerCommit: String
    /// The changes; empty if the text is withheld.
    private(set) var changes: [Change]

    /// A part whose text was changed.
    struct Change: Sendable {
        let before: ReadableRecord.Part?
        let after: ReadableRecord.Part?

        /// The label of the part; empty if its text needs none.
        var label: String { (after ?? before)?.label ?? "" }
    }

    /// Makes the edit between two versions.
    ///
    /// - Returns: `nil` if only the form was changed, or if the new text is news: an update after all others, or a
    ///   first post-mortem.
    public init?(
        from before: ReadableRecord, to after: ReadableRecord, at instant: Instant, commit: String?,
        formerCommit: String
    ) {
        changes = Self.changes(from: before, to: after)
        guard !changes.isEmpty else { return nil }
        (at, self.commit, self.formerCommit) = (instant, commit, formerCommit)
    }
}

extension Edit {
    /// Whether readers only see its date.
    public var isWithheld: Bool { changes.isEmpty }

    /// The edit without its text.
    public var withoutWords: Edit {
        var edit = self
        edit.changes = []
        return edit
    }

    /// Whether it would show any of those texts, except texts that are still readable.
    public func shows(anyOf words: Set<String>, besides present: Set<String>) -> Bool {
        changes.contains { $0.shows(anyOf: words, besides: present) }
    }

    /// Returns the edit without the changes that would show any of those texts, except texts that are still readable.
    public func leavingOut(_ words: Set<String>, besides present: Set<String>) -> Edit {
        var edit = self
        edit.changes.removeAll { $0.shows(anyOf: words, besides: present) }
        return edit
    }
}

extension Edit.Change {
    fileprivate func shows(anyOf words: Set<String>, besides present: Set<String>) -> Bool {
        [before, after].flatMap { $0?.sayings ?? [] }.contains { words.contains($0) && !present.contains($0) }
    }
}

private extension Edit {
    static func changes(from before: ReadableRecord, to after: ReadableRecord) -> [Change] {
        let pairs = UpdatePairs(after.updates, since: before.updates)
        let partners = Dictionary(pairs.kept.map { ($0.now, $0.before) }) { first, _ in first }
        let changed = after.parts.compactMap { part -> Change? in
            let former: ReadableRecord.Part? =
                if case .update(let place) = part.key {
                    partners[place].flatMap { before.part(.update($0)) }
                } else {
                    before.part(part.key)
                }
            guard former?.identity != part.identity else { return nil }
            return former == nil && after.isNews(part.key, since: before)
                ? nil : Change(before: former, after: part)
        }
        let kept = Set(pairs.kept.map(\.before))
        let gone = before.parts.filter { part in
            if case .update(let place) = part.key { return !kept.contains(place) }
            return after.part(part.key) == nil
        }
        return changed + gone.map { Change(before: $0, after: nil) }
    }
}

extension ReadableRecord {
    /// Whether a part that an earlier version lacks is news, not an addition to earlier text.
    fileprivate func isNews(_ key: Key, since before: ReadableRecord) -> Bool {
        switch key {
        case .update(let place): before.updates.last.map { $0.at <= updates[place].at } ?? true
        case .postMortem, .section: !before.hasPostMortem
        case .impact: !before.hasImpact
        case .references, .tags: true
        case .title, .times, .recurrence, .detected, .acknowledged, .detectedBy, .severity, .components,
            .summary:
            false
        }
    }
}
