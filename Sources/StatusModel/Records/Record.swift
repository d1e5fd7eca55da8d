/// An incident, maintenance or a notice: a file, its address, its times and its text.
///
/// Its fields are those of ``Contents``, behind one reference, and are read and changed as members of the record.
@dynamicMemberLookup
public struct Record: Sendable, Equatable {
    @usableFromInline var boxed: Boxed<Contents>

    /// Makes a record without text.
    ///
    /// - Parameter from: when it begins, by its front matter or else its first update.
    public init(_ kind: Kind, id: String, slug: String, path: String, title: String, from: Instant) {
        boxed = Boxed(Contents(kind: kind, id: id, slug: slug, path: path, title: title, from: from))
    }

    /// A member of the contents. Closures name it, `{ $0.title }`, rather than pass `\.title`: such a key path is put
    /// together at run time, which takes a hundred times as long.
    @inlinable
    public subscript<Member>(dynamicMember path: WritableKeyPath<Contents, Member>) -> Member {
        _read { yield boxed.value[keyPath: path] }
        _modify { yield &boxed.value[keyPath: path] }
    }
}

extension Record {
    /// The fields of a record.
    public struct Contents: Sendable, Equatable {
        /// Which kind of record it is.
        public var kind: Kind
        /// The file's name without `.md`.
        public var id: String
        /// The id as addresses have it: `incidents/<slug>.html`.
        public var slug: String
        /// The file's path from the site's folder, for messages to authors.
        public var path: String
        /// The headline.
        public var title: String
        /// When it begins: `started` or the first update of an incident, `from` of the other kinds. Maintenance may begin
        /// at another time than it was announced for: see ``Record/begins``.
        public var from: Instant
        /// Whether somebody wrote when an incident began. Otherwise it counts from the first update, and nobody observed
        /// how long that took.
        public var isStartStated = true
        /// When it ends by its front matter: `ended` of an incident, `until` of the other kinds.
        public var until: Instant?
        /// The severity that an incident was declared with; updates may change it.
        public var severity: Severity.Rank?
        /// The components' statuses from the start of an incident on, or while maintenance runs.
        public var components: [StatusChange] = []
        /// The windows of maintenance that recurs; `nil` if it does not, and for one of its windows.
        public var series: Series?
        /// Which window of its series it is; `nil` for what is filed as a record of its own.
        public var seriesWindow: SeriesWindow?
        /// When someone or something noticed an incident.
        public var detectedAt: Instant?
        /// Who or what noticed an incident.
        public var detectedBy: Detector?
        /// When a person took an incident on.
        public var acknowledgedAt: Instant?
        /// The updates that came before the first one that this audience may read, without their words: what they
        /// did to components counts all the same. Empty until the page is cut for its readers.
        public var untoldUpdates: [Update] = []
        /// Who may see it.
        public var visibility: Visibility = .public
        /// The text before the first update.
        public var summary: Prose = .empty
        /// The updates, oldest first.
        public var updates: [Update] = []
        /// The public reference, as in a ticket's number.
        public var ticket: String?
        /// The reference as the team reads it; `nil` if it is words alone: internal.
        public var ticketProse: InlineProse?
        /// Further reading: absolute addresses.
        public var links: [String] = []
        /// Words that records are counted by.
        public var tags: [String] = []
        /// The slugs of records that have to do with it.
        public var related: [String] = []
        /// The slugs of internal records that its text or `related` leads to: the public's copy does not.
        public var internalLinks: Set<String> = []
        /// Slugs under which it was once published, each without its own record.
        public var aliases: [String] = []
        /// The ids that programs know it by from another page. A series has none: each of its windows is an entry of its
        /// own.
        public var ids = KeptIDs()
        /// Details that the public never sees, in the author's order.
        public var internalDetails: [Detail] = []
        /// The items of its severity's checklists that are done, in the author's words and order: internal.
        public var tickedItems: [String] = []
        /// Who was called in, and when, by its front matter, in the author's order: internal.
        public var escalations: [MadeEscalation] = []
        /// The effect on users and business by its front matter, in the author's order. A text without a label has
        /// an empty one.
        public var impact: [Detail] = []
        /// The account written afterwards.
        public var postMortem: PostMortem?
        /// The place of the update that raised it to a severity the public sees, where it was internal until then:
        /// the public reads the updates from this one on, and neither those before it nor the summary.
        public var firstPublicUpdate: Int?
        /// Whether there is an account that this audience may not see: then none is missing.
        public var hasInternalPostMortem = false
    }
}

extension Record {
    /// The kinds of record.
    public enum Kind: String, CaseIterable, Sendable {
        /// Something went wrong.
        case incident
        /// Work on the service that is announced beforehand.
        case maintenance
        /// An announcement: no severity, no status, no statistics.
        case notice
    }

    /// Who or what noticed an incident first.
    public enum Detector: String, CaseIterable, Hashable, Sendable {
        /// An alert of the team's own.
        case alert
        /// A customer who got in touch.
        case customer
        /// Somebody who works there.
        case staff
        /// A partner, such as a supplier.
        case partner
    }

    /// People who were called in.
    public struct MadeEscalation: Hashable, Sendable {
        /// Whom, as a step of the severity's ladder names them.
        public var people: String
        /// When.
        public var at: Instant

        /// Makes an escalation.
        public init(of people: String, at: Instant) {
            (self.people, self.at) = (people, at)
        }
    }

    /// A label and what it says.
    public struct Detail: Hashable, Sendable {
        /// As in `users`; may be empty.
        public var label: String
        /// What it says, with its marks: only those of `internal` have any.
        public var prose: InlineProse
        /// Whether only the team may see it.
        public var isInternal: Bool

        /// Makes a detail.
        public init(label: String, prose: InlineProse, isInternal: Bool = false) {
            self.label = label
            self.prose = prose
            self.isInternal = isInternal
        }

        /// Makes a detail that is words alone.
        public init(label: String, text: String, isInternal: Bool = false) {
            self.init(label: label, prose: InlineProse(text), isInternal: isInternal)
        }

        /// As in "about 500".
        public var text: String { prose.text }
    }
}

extension Record {
    /// When it began or will begin: maintenance with its first IN PROGRESS, else as it is planned by then; all others as
    /// they say.
    public var begins: Instant {
        guard self.kind == .maintenance, self.series == nil else { return self.from }
        return self.updates.first { $0.phase == .inProgress }?.at ?? plannedStart
    }

    /// Its phase at the instant; `nil` for a notice, which has none.
    public func phase(at instant: Instant) -> Phase? {
        switch self.kind {
        case .incident: incidentPhase
        case .maintenance:
            self.series.map { phase(of: $0, at: instant) } ?? maintenancePhase(at: instant)
        case .notice: nil
        }
    }

    /// Whether it is a notice that is shown at the instant: from `from` on, until `until`.
    public func isCurrentNotice(at instant: Instant) -> Bool {
        self.kind == .notice && self.from <= instant && (self.until.map { instant < $0 } ?? true)
    }

    /// What is said of its components before the first update that this audience may read.
    public var declaredAtFirst: [StatusChange] {
        self.components + self.untoldUpdates.flatMap { $0.changes }
    }

    /// The path of its page within the site.
    public var pagePath: String { Self.pagePath(ofSlug: self.slug) }

    /// The path of a record's page within the site. The windows of a series are on the series' page.
    public static func pagePath(ofSlug slug: String) -> String { "incidents/\(pageSlug(of: slug)).html" }

    /// The latest value that any update states, such as a severity or a cause; `nil` where none does.
    public func lastStated<Value>(_ value: (Update) -> Value?) -> Value? {
        for update in self.updates.reversed() {
            if let value = value(update) { return value }
        }
        return nil
    }

    /// The effect on users and business as far as it is known: what the front matter says comes first, and the
    /// account written afterwards adds to it.
    public var knownImpact: [Detail] {
        let stated = Set(self.impact.map { Detail.key(of: $0.label) })
        return self.impact
            + (self.postMortem?.impact ?? []).filter { !stated.contains(Detail.key(of: $0.label)) }
    }
}

extension Record.Detail {
    /// What labels are compared by: `users_affected` and "Users affected" are one.
    public static func key(of label: some StringProtocol) -> String {
        String(
            String.UnicodeScalarView(
                label.lowercased().unicodeScalars.filter { scalar in
                    !scalar.properties.isWhitespace && scalar != "_" && scalar != "-"
                }
            )
        )
    }
}

extension Record {
    /// Makes links to those records text, and forgets that it has to do with them.
    public mutating func removeLinks(to slugs: Set<String>) {
        guard !slugs.isEmpty else { return }
        self.related.removeAll { slugs.contains($0) }
        changeTexts { $0.removeLinks(to: slugs) }
    }

    /// Makes links to those files of the site text.
    public mutating func removeLinks(toPages paths: Set<String>) {
        changeTexts { $0.removeLinks(where: paths.contains) }
    }

    private mutating func changeTexts(_ change: (inout Prose) -> Void) {
        change(&self.summary)
        for index in self.updates.indices { change(&self.updates[index].prose) }
        self.postMortem?.changeTexts(change)
    }
}

extension StatusPage {
    /// Makes links to those files of the site text, in all records.
    public mutating func removeLinks(toPages paths: Set<String>) {
        for index in records.indices { records[index].removeLinks(toPages: paths) }
        for index in recurring.indices { recurring[index].removeLinks(toPages: paths) }
    }
}

/// A record that could not be read, for builds that publish around it.
public struct BrokenRecord: Sendable {
    /// The file's path from the site's folder.
    public var path: String
    /// The address it is shown at.
    public var slug: String
    /// Its title, where that could be read.
    public var title: String?
    /// The file's text as it stands, less what is internal; nothing where it is not UTF-8.
    public var text: String

    /// Makes a broken record.
    public init(path: String, slug: String, title: String?, text: String) {
        (self.path, self.slug, self.title, self.text) = (path, slug, title, text)
    }
}
