import Reliability
import StatusModel

/// The differences in plain words, for both text and Markdown.
struct DifferenceDocument: Sendable {
    let title: String
    let remarks: [String]
    private(set) var sections: [Section] = []

    /// Lines with a heading.
    struct Section: Sendable {
        let heading: String
        var items: [Item]
    }

    /// A line with its details.
    struct Item: Sendable {
        let line: String
        var details: [Detail] = []
    }

    /// A line, and the words of a record that it quotes.
    struct Detail: Sendable {
        let line: String
        var quote = ""
    }

    /// The largest number of records with errors that are named.
    private static let named = 5

    init(_ difference: SiteDifference) {
        let commit = difference.base.commit.prefix(12)
        title =
            difference.isEmpty
            ? "No changes to \(difference.after.page.title)"
            : "Changes to \(difference.after.page.title)"
        let broken = difference.before.page.brokenRecords
        let others = broken.count > Self.named ? " and \(broken.count - Self.named) more" : ""
        remarks =
            [
                """
                Compared with \(commit) (\(difference.base.name)), as of \
                \(difference.after.words.dateAndTime(difference.after.now)).
                """
            ]
            + (broken.isEmpty
                ? []
                : [
                    """
                    Left out, because they have errors in that revision: \
                    \(broken.prefix(Self.named).map(\.path).joined(separator: ", "))\(others).
                    """
                ])
            + (difference.reason.map { ["Rewriting the past is allowed: \($0)"] } ?? [])
        add("Past", PastRun.all(in: difference.rewrites).map { Item(line: difference.sentence(for: $0)) })
        add("Status", difference.statusItems)
        add("Records", difference.records.map { RecordWords($0, words: difference.after.words).item })
        add("Former words that pages will show", difference.formerWords.map(\.item))
        add("Configuration", difference.configuration.map { Item(line: $0.sentence) })
        add("Uptime", difference.figures.map { Item(line: $0.sentence) })
        add("Feeds", difference.feedItems)
    }

    private mutating func add(_ heading: String, _ items: [Item]) {
        if !items.isEmpty { sections.append(Section(heading: heading, items: items)) }
    }
}

extension FieldChange {
    /// The change in words, such as "phase: Identified → Resolved"; long texts are named, but not shown.
    var sentence: String {
        switch (before, after) {
        case (let before?, let after?) where before.isShort && after.isShort:
            "\(name): \(before) \u{2192} \(after)"
        case (nil, let after?) where after.isShort: "\(name) is new: \(after)"
        case (let before?, nil) where before.isShort: "\(name) was removed: \(before)"
        case (nil, _): "\(name) is new"
        case (_, nil): "\(name) was removed"
        default: "\(name) has changed"
        }
    }
}

extension String {
    fileprivate var isShort: Bool { utf8.count <= 120 && !contains { $0.isNewline } }
}

extension FigureChange {
    fileprivate var sentence: String { "\(name), \(label): \(before.text) \u{2192} \(after.text)" }
}

extension SiteDifference {
    /// Returns a sentence such as "rewrites the past: uptime of API in Mar 2025 99.32% -> 99.79%".
    fileprivate func sentence(for run: PastRun) -> String {
        let audience = run.first.audience
        let isOwn = audience == after.page.audience
        let readers = isOwn ? "" : audience == .internal ? " for the team" : " for the public"
        return "rewrites the past\(readers): \(run.sentence)"
    }

    fileprivate var statusItems: [DifferenceDocument.Item] {
        let (one, other) = (statuses.pageBefore, statuses.pageAfter)
        let page = one == other ? [] : ["page: \(one.description) \u{2192} \(other.description)"]
        let lines = statuses.components.map { change in
            """
            \(change.name): \(after.words.phrase(for: change.before)) \u{2192} \
            \(after.words.phrase(for: change.after))
            """
        }
        return (page + lines).map { DifferenceDocument.Item(line: $0) }
    }

    fileprivate var feedItems: [DifferenceDocument.Item] {
        func item(_ entries: [FeedDifference.Entry], _ one: String, _ several: String) -> [DifferenceDocument
            .Item]
        {
            guard !entries.isEmpty else { return [] }
            let line = entries.count == 1 ? one : "\(entries.count) \(several)"
            return [DifferenceDocument.Item(line: line, details: entries.map { .init(line: $0.title) })]
        }
        return item(feed.sent, "1 new entry for feed readers", "new entries for feed readers")
            + item(
                feed.gone,
                "1 removed entry; feed readers that already have it keep it",
                "removed entries; feed readers that already have them keep them"
            )
    }
}
