import Diagnostics
import Records
import StatusModel
import StatusSite

/// The revisions whose texts are withheld by records.
struct Withheld: Sendable {
    private var byPath: [String: Revisions] = [:]

    fileprivate struct Revisions: Sendable {
        /// The versions of the record since the oldest one that is named, the oldest first.
        var versions: [VersionLog.Version] = []
        /// The places in the history of the named versions.
        var named: Set<Int> = []
        /// Whether a named revision is not one of the record's: then it is not known which words were meant.
        var hasUnknown = false
    }

    /// Finds the revisions; reports those that the records never had.
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
                            "to find the revisions, run `allclear diff`; until this is fixed, "
                            + "no earlier wording is shown")
                }
                revisions.named.formUnion(places.map { versions[$0].place })
            }
            let oldest = versions.lastIndex { revisions.named.contains($0.place) }
            revisions.versions = oldest.map { versions[...$0].reversed() } ?? []
            byPath[record.path] = revisions
        }
    }

    /// All versions that may have to be read: those that are named, and those that followed.
    var versions: [VersionLog.Version] { byPath.values.flatMap(\.versions) }

    /// Returns the edits without those words that would show text of a withheld revision that is no longer in the
    /// record.
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
    /// Returns the words that the public could read in the named versions, and in those after each until the record
    /// names it; `nil` if they are not known.
    ///
    /// A secret, such as a name, is not always removed at once: until then, it may occur in versions with another text.
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
                // A version that cannot be read may contain anything. Of other versions, no page shows a word.
                return nil
            }
        }
        return words
    }
}
