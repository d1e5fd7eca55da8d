public import StatusModel

/// What one version of a site has other than another, both judged at the same instant: `allclear diff`.
///
/// Its words are English whatever the site's language, as all of the program's are.
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
    /// What of the past is another than before.
    private(set) var rewrites: [Rewrite]
    /// Why that may be.
    private(set) var reason: String?

    /// A figure or verdict of the past that is another.
    struct Rewrite: Sendable {
        let change: PastChange
        /// Those who see it.
        let audience: Audience
    }

    /// What the site is held against.
    public struct Base: Sendable {
        /// The revision, as its user called it.
        public let name: String
        /// The commit.
        public let commit: String

        /// Makes a base.
        public init(name: String, commit: String) {
            (self.name, self.commit) = (name, commit)
        }
    }

    /// What the difference can be written as.
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
    /// - Parameters:
    ///   - before: the earlier page as its readers would see it now: `StatusPage.seen(by:at:)`.
    ///   - after: the later page, in the same way.
    ///   - edits: what was edited since in records after their incidents were over, by slug.
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

    /// The same with what of the past is another for the readers of the other difference alone: the team sees what the
    /// public does not, and the public's figures may move where the team's stay.
    public func rewriting(_ other: SiteDifference, allowedFor reason: String?) -> SiteDifference {
        var both = self
        let own = Set(rewrites.map(\.change))
        both.rewrites += other.rewrites.filter { !own.contains($0.change) }
        both.reason = both.rewrites.isEmpty ? nil : reason
        return both
    }

    /// How many figures and verdicts of the past are others than before.
    public var rewrittenCount: Int { rewrites.count }

    /// Whether readers would find nothing else than before.
    public var isEmpty: Bool {
        statuses.isEmpty && records.isEmpty && configuration.isEmpty && figures.isEmpty && feed.isEmpty
            && rewrites.isEmpty && formerWords.isEmpty
    }

    /// The difference, ended by a line break.
    public func render(as format: Format) -> [UInt8] {
        switch format {
        case .text: Array(DifferenceText(DifferenceDocument(self)).text.utf8)
        case .markdown: Array(DifferenceMarkdown(DifferenceDocument(self)).text.utf8)
        case .json: DifferenceJSON(self).bytes
        }
    }
}

/// Something that has another value than before; nothing on the one side where it is new, on the other where
/// it is gone.
struct FieldChange: Sendable, Hashable {
    let name: String
    let before: String?
    let after: String?

    /// - Returns: nothing where the two are the same.
    init?(_ name: String, from before: String?, to after: String?) {
        guard before != after else { return nil }
        (self.name, self.before, self.after) = (name, before, after)
    }
}

/// Values by name, in an order.
typealias Fields = [(name: String, value: String)]

extension Fields {
    /// What of it is another in the later ones: first what is changed or new, in the order of those, then what
    /// is gone.
    func changes(to later: Fields) -> [FieldChange] {
        let (old, new) = (byName, later.byName)
        return later.compactMap { FieldChange($0.name, from: old[$0.name], to: $0.value) }
            + filter { new[$0.name] == nil }.compactMap { FieldChange($0.name, from: $0.value, to: nil) }
    }

    private var byName: [String: String] {
        Dictionary(map { ($0.name, $0.value) }) { first, _ in first }
    }
}
