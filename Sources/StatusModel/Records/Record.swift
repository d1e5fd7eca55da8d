/// An incident, maintenance or a notice: a file, its address, its times and its text.
///
/// Its fields are those of ``Contents``, which is behind one reference; they are read and changed as members of the
/// record.
@dynamicMemberLookup
public struct Record: Sendable, Equatable {
    @usableFromInline var boxed: Boxed<Contents>

    /// Makes a record without text.
    ///
    /// - Parameter from: its beginning, by its front matter or else its first update.
    public init(_ kind: Kind, id: String, slug: String, path: String, title: String, from: Instant) {
        boxed = Boxed(Contents(kind: kind, id: id, slug: slug, path: path, title: title, from: from))
    }

    /// Accesses a member of the contents.
    ///
    /// Write closures such as `{ $0.title }` instead of passing `\.title`: such a key path is built at run time, which
    /// takes a hundred times as long.
    @inlinable
    public subscript<Member>(dynamicMember path: WritableKeyPath<Contents, Member>) -> Member {
        _read { yield boxed.value[keyPath: path] }
        _modify { yield &boxed.value[keyPath: path] }
    }
}

extension Record {
    /// The fields of a record.
    public struct Contents: Sendable, Equatable {
        /// The kind of record.
        public var kind: Kind
        /// The file's name without `.md`.
        public var id: String
        /// The id in addresses: `incidents/<slug>.html`.
        public var slug: String
        /// The file's path relative to the site's folder, for messages to authors.
        public var path: String
        /// The headline.
        public var title: String
        /// The beginning: `started` or the first update of an incident, `from` of the other kinds.
        ///
        /// Maintenance may begin at another time than announced; see ``Record/begins``.
        public var from: Instant
        /// Whether the author stated the beginning of an incident.
        ///
        /// Otherwise, it counts from the first update, and the time from its beginning to that is unknown.
        public var isStartStated = true
        /// The end by its front matter: `ended` of an incident, `until` of the other kinds.
        public var until: Instant?
        /// The severity that an incident was declared with; updates may change it.
        public var severity: Severity.Rank?
        /// The components' statuses from the start of an incident, or while maintenance runs.
        public var components: [StatusChange] = []
        /// The windows of maintenance that recurs; `nil` for other records, and for a single window.
        public var series: Series?
        /// The window of its series that it is; `nil` for a record that has a file of its own.
        public var seriesWindow: SeriesWindow?
        /// The instant at which someone or something noticed an incident.
        public var detectedAt: Instant?
        /// The person or thing that noticed an incident.
        public var detectedBy: Detector?
        /// The instant at which a person acknowledged an incident.
        public var acknowledgedAt: Instant?
        /// The updates before the first one that this audience may read, without their text, since their effect on
        /// components still counts.
        ///
        /// Empty until the page is cut for its readers.
        public var untoldUpdates: [Update] = []
        /// The audience that may see it.
        public var visibility: Visibility = .public
        /// The text before the first update.
        public var summary: Prose = .empty
        /// The updates, oldest first.
        public var updates: [Update] = []
        /// The public reference, such as the number of a ticket.
        public var ticket: String?
        /// The reference with its marks, internal; `nil` if it is plain words.
        public var ticketProse: InlineProse?
        /// Absolute addresses of further reading.
        public var links: [String] = []
        /// Words by which records are counted.
        public var tags: [String] = []
        /// The slugs of related records.
        public var related: [String] = []
        /// The slugs of internal records that its text or `related` links to; the public's copy does not.
        public var internalLinks: Set<String> = []
        /// Slugs under which it was once published.
        ///
        /// None is that of another record.
        public var aliases: [String] = []
        /// The ids by which programs know it from another page.
        ///
        /// A series has none, since each of its windows is an entry of its own.
        public var ids = KeptIDs()
        /// Details that the public never sees, in the author's order.
        public var internalDetails: [Detail] = []
        /// The items of its severity's checklists that are done, in the author's words and order; internal.
        public var tickedItems: [String] = []
        /// The people who were called in, and when, by its front matter, in the author's order; internal.
        public var escalations: [MadeEscalation] = []
        /// The effect on users and business by its front matter, in the author's order.
        ///
        /// A text without a label has an empty one.
        public var impact: [Detail] = []
        /// The post-mortem.
        public var postMortem: PostMortem?
        /// The place of the update that raised an internal record to a severity that the public sees.
        ///
        /// The public reads the updates from this one on, but neither those before it nor the summary.
        public var firstPublicUpdate: Int?
        /// Whether it has a post-mortem that this audience may not see, so that none is missing.
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
        /// A message to readers, without severity, statuses and statistics.
        case notice
    }

    /// The kinds of people and things that may notice an incident first.
    public enum Detector: String, CaseIterable, Hashable, Sendable {
        /// An alert from the team's own monitoring.
        case alert
        /// A customer who reported it.
        case customer
        /// A member of the staff.
        case staff
        /// A partner, such as a supplier.
        case partner
    }

    /// People who were called in.
    public struct MadeEscalation: Hashable, Sendable {
        /// Their name, as a step of the severity's ladder has it.
        public var people: String
        /// The instant at which they were called in.
        public var at: Instant

        /// Makes an escalation.
        public init(of people: String, at: Instant) {
            (self.people, self.at) = (people, at)
        }
    }

    /// A label and its text.
    public struct Detail: Hashable, Sendable {
        /// The label, such as `users`; may be empty.
        public var label: String
        /// The text, with its marks, which only texts of `internal` have.
        public var prose: InlineProse
        /// Whether only the team may see it.
        public var isInternal: Bool

        /// Makes a detail.
        public init(label: String, prose: InlineProse, isInternal: Bool = false) {
            self.label = label
            self.prose = prose
            self.isInternal = isInternal
        }

        /// Makes a detail of plain words.
        public init(label: String, text: String, isInternal: Bool = false) {
            self.init(label: label, prose: InlineProse(text), isInternal: isInternal)
        }

        /// The text without marks, such as "about 500".
        public var text: String { prose.text }
    }
}

extension Record {
    /// The instant at which it began or will begin.
    ///
    /// For maintenance, that is its first IN PROGRESS, or else its planned start; for the other kinds, their stated
    /// beginning.
    public var begins: Instant {
        guard self.kind == .maintenance, self.series == nil else { return self.from }
        return self.updates.first { $0.phase == .inProgress }?.at ?? plannedStart
    }

    /// Returns the phase at the instant, or `nil` for a notice, which has none.
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

    /// The statuses of its components before the first update that this audience may read.
    public var declaredAtFirst: [StatusChange] {
        self.components + self.untoldUpdates.flatMap { $0.changes }
    }

    /// The path of its page within the site.
    public var pagePath: String { Self.pagePath(ofSlug: self.slug) }

    /// Returns the path of a record's page within the site.
    ///
    /// The windows of a series are on the series' page.
    public static func pagePath(ofSlug slug: String) -> String { "incidents/\(pageSlug(of: slug)).html" }

    /// Returns the latest value that any update states, such as a severity or a cause, or `nil` if none does.
    public func lastStated<Value>(_ value: (Update) -> Value?) -> Value? {
        for update in self.updates.reversed() {
            if let value = value(update) { return value }
        }
        return nil
    }

    /// The effect on users and business as far as it is known: what the front matter says, and then what the
    /// post-mortem adds.
    public var knownImpact: [Detail] {
        let stated = Set(self.impact.map { Detail.key(of: $0.label) })
        return self.impact
            + (self.postMortem?.impact ?? []).filter { !stated.contains(Detail.key(of: $0.label)) }
    }
}

extension Record.Detail {
    /// Returns the key by which labels are compared: `users_affected` and "Users affected" have the same.
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
    /// Turns links to those records into plain text, and removes them from its related records.
    public mutating func removeLinks(to slugs: Set<String>) {
        guard !slugs.isEmpty else { return }
        self.related.removeAll { slugs.contains($0) }
        changeTexts { $0.removeLinks(to: slugs) }
    }

    /// Turns links to those files of the site into plain text.
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
    /// Turns links to those files of the site into plain text, in all records.
    public mutating func removeLinks(toPages paths: Set<String>) {
        for index in records.indices { records[index].removeLinks(toPages: paths) }
        for index in recurring.indices { recurring[index].removeLinks(toPages: paths) }
    }
}

/// A record that could not be read, for builds that publish without it.
public struct BrokenRecord: Sendable {
    /// The file's path relative to the site's folder.
    public var path: String
    /// The slug of the address at which it is shown.
    public var slug: String
    /// Its title, if that could be read.
    public var title: String?
    /// The file's text without what is internal; empty if it is not UTF-8.
    public var text: String

    /// Makes a broken record.
    public init(path: String, slug: String, title: String?, text: String) {
        (self.path, self.slug, self.title, self.text) = (path, slug, title, text)
    }
}
