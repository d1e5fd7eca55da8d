import Diagnostics
import StatusModel

/// Makes a record of its front matter and its body, and checks what only both together show.
struct RecordAssembly {
    let configuration: Configuration
    let frontMatter: FrontMatter
    let body: Body
    let slug: String
    let now: Instant
    /// The number of each update's part in the body, the oldest update first.
    private(set) var updateParts: [Int] = []
    /// The line of the body that each action item begins on.
    private(set) var actionItemLines: [Int] = []

    init(configuration: Configuration, frontMatter: FrontMatter, body: Body, slug: String, now: Instant) {
        (self.configuration, self.frontMatter, self.body) = (configuration, frontMatter, body)
        (self.slug, self.now) = (slug, now)
    }

    /// - Parameter diagnostics: what has been found in the front matter and in the body's tree.
    mutating func assemble(into diagnostics: inout [Diagnostic]) -> Record? {
        let updates = UpdateReader(
            configuration: configuration,
            body: body,
            frontMatter: frontMatter,
            now: now
        )
        .read(order: &updateParts, into: &diagnostics)
        let from = frontMatter.beginning ?? updates.first?.at
        var record = Record(
            frontMatter.kind ?? .incident,
            id: RecordIndex.id(of: body.text.file.path),
            slug: slug,
            path: body.text.file.path,
            title: frontMatter.title,
            from: from ?? now
        )
        record.updates = updates
        record.summary = body.prose(of: body.parts.summary)
        for check in Self.recordChecks { check(record, self, &diagnostics) }
        fill(&record, into: &diagnostics)
        settleRaise(of: &record, into: &diagnostics)
        guard frontMatter.kind != nil else { return nil }
        guard from != nil else {
            reportMissingStart(into: &diagnostics)
            return nil
        }
        for check in Self.checks[record.kind] ?? [] { check(record, self, &diagnostics) }
        checkUpkeep(of: record, into: &diagnostics)
        return record
    }
}

private extension RecordAssembly {
    mutating func fill(_ record: inout Record, into diagnostics: inout [Diagnostic]) {
        record.until = frontMatter.end
        record.severity = frontMatter.severity
        record.components = frontMatter.components
        record.detectedAt = frontMatter.detected?.value
        record.acknowledgedAt = frontMatter.acknowledged?.value
        record.visibility = frontMatter.visibility
        record.ticket = frontMatter.ticket
        record.links = frontMatter.links
        record.tags = frontMatter.tags
        record.related = frontMatter.related
        var taken: Set = [slug]
        record.aliases = frontMatter.aliases.filter { taken.insert($0).inserted }
        record.internalDetails = frontMatter.internalDetails
        record.tickedItems = frontMatter.tickedItems.map(\.value)
        record.impact = frontMatter.impact
        if let part = body.parts.postMortem {
            let reader = PostMortemReader(
                configuration: configuration,
                body: body,
                part: part,
                startedAt: frontMatter.started?.value ?? record.updates.first?.at
            )
            record.postMortem = reader.read(itemLines: &actionItemLines, into: &diagnostics)
        }
    }

    func reportMissingStart(into diagnostics: inout [Diagnostic]) {
        guard body.parts.updates.isEmpty, frontMatter.map?.isWritten("started") == false else { return }
        diagnostics.append(
            Diagnostic(
                .error,
                .missingKey,
                "an incident without updates needs `started`",
                at: frontMatter.place(of: "title"),
                hint: "write when the impact began, as in `started: 2026-01-02T17:05Z`, or an update"
            )
        )
    }

    /// Looks after what a sound record has come to by now. Of one with errors it would be told what only
    /// follows from them, and a draft owes nothing to anyone.
    func checkUpkeep(of record: Record, into diagnostics: inout [Diagnostic]) {
        guard !frontMatter.isDraft, !diagnostics.hasErrors else { return }
        checkActionItemsAreComplete(of: record, in: self, into: &diagnostics)
        checkImpactMayShow(of: record, in: self, into: &diagnostics)
        guard record.kind == .incident, let incident = record.happened(by: now) else { return }
        for check in Self.upkeepChecks { check(incident, self, &diagnostics) }
    }
}

private extension RecordAssembly {
    typealias Check = @Sendable (Record, RecordAssembly, inout [Diagnostic]) -> Void

    /// What is checked of every record.
    static let recordChecks: [Check] = [checkUpdatesAreNotRepeated, checkTemplateTextIsReplaced]

    /// What is checked of an incident once it is whole, one file each in Checks/.
    static let incidentChecks: [Check] = [
        checkTimesLieAfterStart, checkStartIsNearFirstUpdate, checkEndLiesBeforeResolution,
        checkTimesLieInThePast, checkComponentsAreInService,
    ]

    /// What is checked of a record once it is whole.
    static let checks: [Record.Kind: [Check]] = [
        .incident: incidentChecks, .maintenance: [checkMaintenanceIsCompleted],
    ]

    /// What is checked of an incident without errors, as far as it has happened.
    static let upkeepChecks: [Check] = [
        checkOpenIncidentHasComponents, checkHighestSeverityHasComponents, checkOpenIncidentIsNotSilent,
        checkPromisedUpdateIsGiven, checkWatchedComponentsWork, checkPostMortemIsPublished,
        checkPostMortemIsNoDraft,
        checkChecklistItemsAreKnown, checkChecklistIsTicked,
    ]
}

// MARK: - What checks ask for

extension RecordAssembly {
    /// The policy that the incident is judged by: that of the highest severity it reached.
    func severity(of incident: Record) -> Severity? {
        incident.highestSeverity.map { configuration.page.severities[$0] }
    }

    /// Where an update begins; they count from 0, the oldest first.
    func place(ofUpdate index: Int) -> SourceLocation {
        let part = body.parts.updates[updateParts[index]]
        return body.text.location(of: part.marker.bracket, from: part.offset)
    }

    /// Where the value of an update's trailer stands.
    func place(of name: Trailer.Name, ofUpdate index: Int) -> SourceLocation {
        let trailers = body.parts.updates[updateParts[index]].trailers
        return trailers.last { $0.name == name }.map(body.text.location(ofValueOf:)) ?? place(ofUpdate: index)
    }

    /// An instant as a record writes it, in the site's zone.
    func written(_ instant: Instant) -> String {
        configuration.page.zone.written(instant)
    }
}
