public import StatusModel

/// The differences between two versions of a site at the same instant, for `allclear diff`.
///
/// They are in English whatever the site's language, like all output of the program's commands.
public struct SiteDifference: Sendable {
    let base: Base
    let before: Site
    let after: Site
    let statuses: StatusDifference
    let records: [RecordDifference]
    let configuration: [FieldChange]
    let figures: [FigureChange]
    let feed: FeedDifference
    let formerWords: [FormerWords]
    /// The changes of the past.
    private(set) var rewrites: [Rewrite]
    /// The reason that allows them.
    private(set) var reason: String?

    /// A changed figure or verdict of the past.
    struct Rewrite: Sendable {
        let change: PastChange
        /// The audience that sees it.
        let audience: Audience
    }

    /// The version that the site is compared with.
    public struct Base: Sendable {
        /// The revision, as the user named it.
        public let name: String
        /// The commit.
        public let commit: String

        /// Makes a base.
        public init(name: String, commit: String) {
            (self.name, self.commit) = (name, commit)
        }
    }

    /// A format for differences.
    public enum Format: String, CaseIterable, Sendable {
        /// Lines for a terminal.
        case text
        /// A comment on a pull request.
        case markdown
        /// An object for programs.
        case json
    }
}

extension SiteDifference {
    /// Makes the differences between two pages.
    ///
    /// - Parameters:
    ///   - before: the earlier page, as its readers would see it now: `StatusPage.seen(by:at:)`.
    ///   - after: the later page, in the same way.
    ///   - edits: the edits since then in records whose incidents were over, by slug.
    ///   - renamed: the former slugs of records whose files were renamed, by path.
    public init(
        from before: StatusPage,
        to after: StatusPage,
        edits: [String: [Edit]] = [:],
        renamed: [String: String] = [:],
        base: Base,
        now: Instant
    ) {
        let (before, after) = (
            Site(of: before, now: now, language: .english), Site(of: after, now: now, language: .english)
        )
        (self.base, self.before, self.after) = (base, before, after)
        statuses = StatusDifference(from: before, to: after)
        records = RecordDifference.all(from: before, to: after, renamed: renamed)
        let edited = Set(records.compactMap { $0.now?.record.slug })
        configuration = before.page.settings.changes(to: after.page.settings)
        figures = FigureChange.all(from: before, to: after)
        feed = FeedDifference(from: before, to: after)
        rewrites = PastChange.all(from: before, to: after, renamed: renamed, edited: edited).map {
            Rewrite(change: $0, audience: after.page.audience)
        }
        formerWords = FormerWords.all(in: edits, on: after.page)
    }

    /// Returns the difference with the rewrites that only the readers of the other difference see.
    ///
    /// The team sees more than the public, and the public's figures may change even if the team's do not.
    public func rewriting(_ other: SiteDifference, allowedFor reason: String?) -> SiteDifference {
        var both = self
        let own = Set(rewrites.map(\.change))
        both.rewrites += other.rewrites.filter { !own.contains($0.change) }
        both.reason = both.rewrites.isEmpty ? nil : reason
        return both
    }

    /// The number of changed figures and verdicts of the past.
    public var rewrittenCount: Int { rewrites.count }

    /// Whether readers would see no difference.
    public var isEmpty: Bool {
        statuses.isEmpty && records.isEmpty && configuration.isEmpty && figures.isEmpty && feed.isEmpty
            && rewrites.isEmpty && formerWords.isEmpty
    }

    /// Returns the difference, ending with a line break.
    public func render(as format: Format) -> [UInt8] {
        switch format {
        case .text: Array(DifferenceText(DifferenceDocument(self)).text.utf8)
        case .markdown: Array(DifferenceMarkdown(DifferenceDocument(self)).text.utf8)
        case .json: DifferenceJSON(self).bytes
        }
    }
}

/// A changed value; `before` is `nil` if it is new, and `after` is `nil` if it is gone.
struct FieldChange: Sendable, Hashable {
    let name: String
    let before: String?
    let after: String?

    /// - Returns: `nil` if the two values are the same.
    init?(_ name: String, from before: String?, to after: String?) {
        guard before != after else { return nil }
        (self.name, self.before, self.after) = (name, before, after)
    }
}

/// Ordered values with their names.
typealias Fields = [(name: String, value: String)]

extension Fields {
    /// Returns the changes to the later fields: first changed and new ones, in their order, then removed ones.
    func changes(to later: Fields) -> [FieldChange] {
        let (old, new) = (byName, later.byName)
        return later.compactMap { FieldChange($0.name, from: old[$0.name], to: $0.value) }
            + filter { new[$0.name] == nil }.compactMap { FieldChange($0.name, from: $0.value, to: nil) }
    }

    private var byName: [String: String] {
        Dictionary(map { ($0.name, $0.value) }) { first, _ in first }
    }
}
