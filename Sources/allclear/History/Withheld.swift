import Diagnostics
import Records
import StatusModel
import StatusSite

/// The revisions whose words records withhold.
struct Withheld: Sendable {
    private var byPath: [String: Revisions] = [:]

    fileprivate struct Revisions: Sendable {
        /// The versions of the record from the oldest that is named on, the oldest first.
        var versions: [VersionLog.Version] = []
        /// The named ones' places in the history.
        var named: Set<Int> = []
        /// Whether one is named that is none of the record's: then nobody knows which words were meant.
        var hasUnknown = false
    }

    /// Tells of revisions that the records never had.
    init(by records: [ParsedRecord], in log: VersionLog, into findings: Findings) {
        for record in records where !record.withheldRevisions.isEmpty {
            let versions = log.versions[record.path] ?? []
            let byDigits = Dictionary(grouping: versions.indices) { versions[$0].commit.prefix(7) }
            var revisions = Revisions()
            for named in record.withheldRevisions {
                let places = (byDigits[named.revision.prefix(7)] ?? [])
                    .filter { versions[$0].commit.hasPrefix(named.revision) }
                if places.isEmpty {
                    revisions.hasUnknown = true
                    findings.error(
                        .unknownRevision, at: named.place,
                        "the history of this record has no revision `\(named.revision)`",
                        hint:
                            "to find the revisions of former words, run `allclear diff`; until this is fixed, "
                            + "none of them are shown")
                }
                revisions.named.formUnion(places.map { versions[$0].place })
            }
            let oldest = versions.lastIndex { revisions.named.contains($0.place) }
            revisions.versions = oldest.map { versions[...$0].reversed() } ?? []
            byPath[record.path] = revisions
        }
    }

    /// All that may have to be read: those that are named, and what came of them.
    var versions: [VersionLog.Version] { byPath.values.flatMap(\.versions) }

    /// The edits without the words of those that would show what stood in a withheld revision and no longer stands.
    func withoutWithheldWords(
        _ edits: [Edit], of past: RecordVersions, on page: ReadablePage, by reader: FormerReader
    ) -> [Edit] {
        guard let revisions = byPath[past.record.path] else { return edits }
        guard let words = revisions.words(by: reader, at: past.now) else { return edits.map(\.withoutWords) }
        let present = page.readable(past.record).words
        return edits.map { $0.shows(anyOf: words, besides: present) ? $0.withoutWords : $0 }
    }
}

private extension Withheld.Revisions {
    /// What the public could read in the named versions, and in those after each until the record names it: who takes
    /// a name out does not always do so at once, and until then it may stand in other words. `nil` if nobody knows.
    func words(by reader: FormerReader, at now: Instant) -> Set<String>? {
        guard !hasUnknown else { return nil }
        var words: Set<String> = []
        // The first digits of those that the record does not name yet.
        var pending: Set<Substring> = []
        for (place, version) in versions.enumerated() {
            if !pending.isEmpty {
                pending.subtract(reader.withheldRevisions(in: version).map { $0.prefix(7) })
            }
            let isNamed = named.contains(version.place)
            if isNamed { pending.insert(version.commit.prefix(7)) }
            guard !pending.isEmpty else { continue }
            let end = place + 1 < versions.count ? versions[place + 1].at : now
            if let readable = reader.readable(version, until: end) {
                words.formUnion(readable.words)
            } else if isNamed {
                // What cannot be read may hold anything. Of others, no page shows a word.
                return nil
            }
        }
        return words
    }
}
