import StatusModel

/// Sections with what the team wrote about the incident.
extension IncidentReportText {
    /// The summary of the post-mortem, or else what readers were told first.
    var happened: ReportSection? {
        let told = [postMortem?.introduction, prose(of: .summary)].compactMap { $0 }.filter { !$0.isEmpty }
        let first = [record.summary, record.updates.first?.prose ?? .empty].filter { !$0.isEmpty }
        return section("what-happened", text.incidentReportHappened, told.isEmpty ? first : told)
    }

    /// The cause, from the post-mortem or else from an update.
    var cause: ReportSection? {
        section("root-cause", text.incidentReportCause, [prose(of: .rootCause)].compactMap { $0 })
            ?? section("root-cause", text.incidentReportCause, saying: record.lastStated { $0.rootCause })
    }

    var impact: ReportSection? {
        let told = postMortem?.sections.first { $0.kind == .impact }
        // The section shows its own facts.
        let shown = told == nil ? [] : Set((postMortem?.impact ?? []).map { Record.Detail.key(of: $0.label) })
        let facts = record.knownImpact.filter { !shown.contains(Record.Detail.key(of: $0.label)) }
        guard !facts.isEmpty || told?.isEmpty == false else { return nil }
        var section = ReportSection(anchor: "impact", heading: text.recordImpact)
        section.prose = [told?.prose].compactMap { $0 }.filter { !$0.isEmpty }
        section.tables = facts.isEmpty ? [] : [table(of: facts, text.recordImpact)]
        return section
    }

    /// The remedy, from the post-mortem or else from an update.
    var remedy: ReportSection? {
        section("what-we-did", text.incidentReportDid, [prose(of: .resolution)].compactMap { $0 })
            ?? section("what-we-did", text.incidentReportDid, saying: record.lastStated { $0.fix })
    }

    /// The action items that are to prevent it from happening again.
    var actionItems: ReportSection? {
        let items = postMortem?.actionItems ?? []
        let written = [prose(of: .prevention), prose(of: .actionItems)].compactMap { $0 }.filter {
            !$0.isEmpty
        }
        guard !items.isEmpty || !written.isEmpty else { return nil }
        var section = ReportSection(anchor: "what-we-will-do", heading: text.incidentReportWillDo)
        section.prose = written
        section.tables = items.isEmpty ? [] : [table(of: items)]
        return section
    }

    /// The other sections of the post-mortem, under their own headings.
    var others: [ReportSection] {
        let sections =
            postMortem?.sections.filter { Self.ownHeading.contains($0.kind) && !$0.prose.isEmpty } ?? []
        return sections.enumerated().map { number, part in
            var section = ReportSection(anchor: "section-\(number + 1)", heading: part.title)
            section.prose = [part.prose]
            return section
        }
    }

    /// Returns a table of facts with their labels.
    func table(of facts: [Record.Detail], _ caption: String) -> ReportTable {
        var table = ReportTable(
            caption: caption,
            columns: [
                .init(title: text.incidentReportColumnFact), .init(title: text.incidentReportColumnValue),
            ],
            isNumeric: false
        )
        table.rows = facts.map { [ReportCell(words.label(of: $0)), ReportCell($0.text)] }
        return table
    }
}

private extension IncidentReportText {
    static let ownHeading: Set<PostMortem.Kind> = [.lessonsLearned, .wentWell, .couldBeImproved, .other]

    func prose(of kind: PostMortem.Kind) -> Prose? {
        postMortem?.sections.first { $0.kind == kind && !$0.prose.isEmpty }?.prose
    }

    func section(_ anchor: String, _ heading: String, _ prose: [Prose]) -> ReportSection? {
        guard !prose.isEmpty else { return nil }
        var section = ReportSection(anchor: anchor, heading: heading)
        section.prose = prose
        return section
    }

    func section(_ anchor: String, _ heading: String, saying sentence: String?) -> ReportSection? {
        sentence.map {
            ReportSection(anchor: anchor, heading: heading, sentences: [$0])
        }
    }

    func table(of items: [ActionItem]) -> ReportTable {
        let today = words.zone.day(of: site.now)
        var table = ReportTable(
            caption: text.incidentReportWillDo,
            columns: [
                .init(title: text.recordAction), .init(title: text.recordActionState),
                .init(title: text.recordActionDue),
            ]
                + (site.isForTeam
                    ? [.init(title: text.reportColumnOwner), .init(title: text.reportColumnTicket)] : []),
            isNumeric: false
        )
        table.rows = items.map { item in
            let state =
                item.isDone
                ? text.actionDone : item.isOverdue(on: today) ? text.actionOverdue : text.actionOpen
            return [item.text, state, item.dueOn.map(words.date) ?? ""].map { ReportCell($0) }
                + (site.isForTeam ? [item.owner, item.ticket].map { ReportCell($0 ?? "") } : [])
        }
        return table
    }
}
