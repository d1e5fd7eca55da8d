import StatusModel

/// A record in a list.
struct EntryContext: PageContext {
    static let template = "entry"
    static let summary = "a record in a list; rendered once per folder"

    let layout: Layout
    let href: String
    let title: String
    let kind: String
    let phase: Phase?
    let from: Instant
    let to: Instant?
    let hasLength: Bool
    let components: [Component.Index]
    let isInternal: Bool
    /// The recurrence of maintenance, if the entry is about a whole series.
    var recurrence: HTML?

    static let vocabulary = Vocabulary<Self>(
        [
            .text("href", "the address of the record's page") { $0.href },
            .text("title", "the record's title") { $0.title },
            .text("kind", "its worst status, for its symbol, such as `major`; or `notice`") { $0.kind },
            .text("phase", "its phase, such as Resolved; empty for a notice") {
                $0.phase.map($0.layout.words.label)
            },
            .html(
                "span",
                "its start and end, as a `<time>`; empty while it lasts, and for a series"
            ) { entry in
                guard entry.recurrence == nil else { return nil }
                return entry.to.map { entry.layout.words.element(from: entry.from, to: $0) }
            },
            .html(
                "recurrence",
                "when maintenance recurs, for example every Sunday, 02:00–04:00 CET; otherwise empty"
            ) {
                $0.recurrence
            },
            .html("since", "a sentence that says when it began; empty once it is over") { entry in
                let words = entry.layout.words
                return entry.to == nil ? words.html.recordSince(time: words.element(entry.from)) : nil
            },
            .text(
                "lasted",
                "how long it lasted; empty while it lasts, or if it had no length, never ran or was cancelled"
            ) { entry in
                guard let to = entry.to, to > entry.from, entry.hasLength, entry.recurrence == nil
                else { return nil }
                return entry.layout.words.duration(to - entry.from)
            },
            .text("affected", "the components it affected, by name, worst first; may be empty") {
                $0.layout.words.list($0.layout.words.names(of: $0.components), atMost: 4)
            },
            .flag("isInternal", "for the team: whether it is hidden from the public") { $0.isInternal },
        ] + Vocabulary<Self>.words { $0.layout.values }
    )
}

extension Layout {
    /// Returns the HTML of an entry.
    func entry(_ entry: EntryContext) -> HTML { templates.html(entry) }

    /// Returns the HTML of records that have begun.
    ///
    /// - Parameter places: their places in ``Site/historyEntries``.
    func entries(at places: some Sequence<Int>) -> HTML {
        places.map { place in
            entries.html(at: place) { entry(EntryContext(site.historyEntries[place], layout: self)) }
        }
        .joined()
    }

    /// Returns the HTML of maintenance that has begun or is scheduled.
    func entries(of maintenance: [Record]) -> HTML {
        maintenance.map { entry(EntryContext(maintenance: $0, layout: self)) }.joined()
    }
}

extension Layout {
    /// Returns the HTML of scheduled maintenance, with one entry for all windows of a series.
    func entries(ofPlanned maintenance: [Record]) -> HTML {
        var met: Set<String> = []
        return maintenance.filter { $0.seriesWindow == nil || met.insert($0.path).inserted }
            .map { next in
                var context = EntryContext(maintenance: next, layout: self)
                context.recurrence = site.series(of: next).map {
                    words.recurrenceElement(of: $0, next: words.zone.day(of: next.begins), now: site.now)
                }
                return entry(context)
            }
            .joined()
    }
}

extension EntryContext {
    /// Makes the entry of a record that has begun.
    init(_ entry: HistoryEntry, layout: Layout) {
        self.init(
            layout: layout,
            href: layout.href(of: entry.record),
            title: entry.record.title,
            kind: entry.mark,
            phase: entry.phase,
            from: entry.startsAt,
            to: entry.endsAt,
            hasLength: entry.record.hasLength(at: layout.site.now),
            components: entry.componentsByHarm,
            isInternal: entry.record.visibility == .internal
        )
    }

    /// Makes the entry of maintenance that has begun or is scheduled.
    init(maintenance record: Record, layout: Layout) {
        self.init(
            layout: layout,
            href: layout.href(of: record),
            title: record.title,
            kind: Localizer.kind(of: .underMaintenance),
            phase: record.phase(at: layout.site.now),
            from: record.begins,
            to: record.shownEnd,
            hasLength: record.hasLength(at: layout.site.now),
            components: record.maintenanceStatuses.filter { $0.status != .operational }.map(\.component),
            isInternal: record.visibility == .internal
        )
    }
}

extension HistoryEntry {
    /// The class and mark that show how bad it was.
    var mark: String {
        record.kind == .maintenance
            ? Localizer.kind(of: .underMaintenance) : worst.map(Localizer.kind) ?? "notice"
    }
}
