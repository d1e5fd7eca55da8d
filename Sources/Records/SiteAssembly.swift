public import Diagnostics
public import StatusModel

/// A site that is put together from its records, with the checks that need all of them: for addresses that two records
/// have, and for links to records that the public cannot see.
public struct SiteAssembly: Sendable {
    /// The site with its records.
    public let page: StatusPage
    /// The places where internal incidents name their components, by slug.
    public let internalPlaces: [String: [Component.Index: SourceLocation]]

    /// Puts the site together.
    ///
    /// - Parameter records: the results of reading each file, in any order.
    public init(
        of records: [ParsedRecord],
        configuration: Configuration,
        into findings: Findings
    ) {
        let records = records.sorted { $0.path < $1.path }
        for record in records { findings.add(record.diagnostics) }
        let addresses = Addresses(of: records, into: findings)
        var page = configuration.page
        // Drafts and files with errors are not visible to anybody.
        let absent = Set(records.filter { $0.record == nil }.map(\.slug))
        let hidden = absent.union(records.filter { $0.record?.visibility == .internal }.map(\.slug))
        for record in records where !addresses.isContested(record) {
            Self.warnOfHiddenLinks(in: record, hidden: hidden, into: findings)
            let links = record.destinations.intersection(hidden)
            guard var shown = record.record else { continue }
            if !links.isEmpty {
                shown.removeLinks(to: links.intersection(absent))
                shown.internalLinks = links.subtracting(absent)
            }
            page.records.append(shown)
        }
        Self.settleIDs(of: &page, read: records, by: configuration, into: findings)
        page.brokenRecords = records.compactMap { addresses.isContested($0) ? $0.withoutAddress : $0.broken }
        page.withheldRecords = records.count { $0.isWithheld }
        page.sortRecords()
        self.page = page
        internalPlaces = Dictionary(
            records.filter { !$0.componentPlaces.isEmpty }.map { ($0.slug, $0.componentPlaces) }
        ) { first, _ in first }
    }

    /// Reports ids that two things have in Statuspage's API, and leaves each id to its first owner.
    private static func settleIDs(
        of page: inout StatusPage, read records: [ParsedRecord], by configuration: Configuration,
        into findings: Findings
    ) {
        let ids = records.compactMap { $0.record == nil ? nil : $0.keptID }
        let top = configuration.sitePlace ?? .top(of: "status.yml")
        let contested = OwnedID.reportDoubles(
            among: configuration.keptIDs + ids,
            and: page.madeIDs(at: top) + page.records.flatMap(page.madeIDs(of:)), into: findings)
        guard !contested.isEmpty else { return }
        for index in page.records.indices where contested.contains(page.records[index].path) {
            page.records[index].ids = KeptIDs()
        }
    }

    private static func warnOfHiddenLinks(
        in record: ParsedRecord,
        hidden: Set<String>,
        into findings: Findings
    ) {
        guard record.record?.visibility == .public else { return }
        for link in record.recordLinks where hidden.contains(link.slug) {
            findings.warning(
                .brokenLink, at: link.place(),
                "this link leads to a record that the public cannot see, so it is shown as text",
                hint: "remove the link, or publish the other record")
        }
    }
}

/// The owners of addresses.
private struct Addresses {
    private var contested: Set<String> = []

    init(of records: [ParsedRecord], into findings: Findings) {
        var owners: [String: ParsedRecord] = [:]
        for record in records {
            if let first = owners[record.slug] {
                contest(record.slug, of: record, with: first, into: findings)
            } else {
                owners[record.slug] = record
            }
        }
        for record in records {
            for alias in record.record?.aliases ?? [] where alias != record.slug {
                if let first = owners[alias], first.path != record.path {
                    contest(alias, of: record, with: first, into: findings)
                } else {
                    owners[alias] = record
                }
            }
        }
    }

    func isContested(_ record: ParsedRecord) -> Bool {
        contested.contains(record.path)
    }

    private mutating func contest(
        _ slug: String,
        of record: ParsedRecord,
        with first: ParsedRecord,
        into findings: Findings
    ) {
        contested.insert(record.path)
        findings.error(
            .duplicateSlug, at: .top(of: record.path),
            "two records have the address `\(Record.pagePath(ofSlug: slug))`",
            hint: "rename one of the two files",
            related: [Diagnostic.Note("the other is here", at: .top(of: first.path))])
    }
}

private extension ParsedRecord {
    /// The part that is shown of a record whose address another record has.
    var withoutAddress: BrokenRecord? {
        guard broken == nil else { return broken }
        guard let record = record?.shownToPublic else { return nil }
        let texts = [record.summary.text] + record.updates.map { $0.prose.text }
        return BrokenRecord(
            path: path,
            slug: path.asSlug,
            title: record.title,
            text: texts.joined(separator: "\n\n").trimmed
        )
    }
}
