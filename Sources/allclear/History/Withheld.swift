import Diagnostics
import Records
import StatusModel
import StatusSite

/// The revisions whose words records withhold.
struct Withheld: Sendable {
    private var byPath: [String: Revisions] = [:]

    private struct Revisions: Sendable {
        /// With when each was replaced; `nil` if it is the newest.
        var versions: [(version: VersionLog.Version, replacedAt: Instant?)] = []
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
                            "`allclear diff` names the revisions of former words; until this is mended, none of "
                            + "them are shown")
                }
                revisions.versions += places.map { place in
                    (version: versions[place], replacedAt: place == 0 ? nil : versions[place - 1].at)
                }
            }
            byPath[record.path] = revisions
        }
    }

    /// All that are named.
    var versions: [VersionLog.Version] { byPath.values.flatMap { $0.versions.map(\.version) } }

    /// The edits without the words of those that would show what stood in a withheld revision and no longer stands.
    func withoutWithheldWords(
        _ edits: [Edit], of past: RecordVersions, on page: ReadablePage, by reader: FormerReader
    ) -> [Edit] {
        guard let revisions = byPath[past.record.path] else { return edits }
        let readable = revisions.versions.map { revision in
            reader.readable(revision.version, until: revision.replacedAt ?? past.now)
        }
        // What cannot be read may hold anything.
        guard !revisions.hasUnknown, readable.allSatisfy({ $0 != nil }) else {
            return edits.map(\.withoutWords)
        }
        let words = readable.reduce(into: Set<String>()) { $0.formUnion($1?.words ?? []) }
        let present = page.readable(past.record).words
        return edits.map { $0.shows(anyOf: words, besides: present) ? $0.withoutWords : $0 }
    }
}
