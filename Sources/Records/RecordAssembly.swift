import Diagnostics
import StatusModel

/// Makes a record of its front matter and its body, and checks what only both together show.
struct RecordAssembly {
    let configuration: Configuration
    let frontMatter: FrontMatter
    let body: Body
    let slug: String
    let now: Instant

    func assemble(into diagnostics: inout [Diagnostic]) -> ParsedRecord.Content? {
        var record = Record(
            id: RecordIndex.id(of: body.text.file.path),
            slug: slug,
            path: body.text.file.path,
            title: frontMatter.title
        )
        record.updates = UpdateReader(
            configuration: configuration,
            body: body,
            frontMatter: frontMatter,
            now: now
        )
        .read(into: &diagnostics)
        record.summary = body.prose(of: body.parts.summary)
        fill(&record, into: &diagnostics)
        switch frontMatter.kind {
        case .incident: return incident(record, into: &diagnostics).map { .incident($0) }
        case .maintenance(let from, let until):
            let window = MaintenanceWindow(
                record: record,
                from: from.value,
                until: until.value,
                components: frontMatter.components
            )
            for check in Self.maintenanceChecks { check(window, self, &diagnostics) }
            return .maintenance(window)
        case .notice(let from, let until):
            return .notice(Notice(record: record, from: from.value, until: until?.value))
        case .unknown:
            return nil
        }
    }
}

private extension RecordAssembly {
    func fill(_ record: inout Record, into diagnostics: inout [Diagnostic]) {
        record.visibility = frontMatter.visibility
        record.ticket = frontMatter.ticket
        record.links = frontMatter.links
        record.tags = frontMatter.tags
        record.related = frontMatter.related
        var taken: Set = [slug]
        record.aliases = frontMatter.aliases.filter { taken.insert($0).inserted }
        record.internalDetails = frontMatter.internalDetails
        record.impact = frontMatter.impact
        if let part = body.parts.postMortem {
            let reader = PostMortemReader(
                configuration: configuration,
                body: body,
                part: part,
                startedAt: frontMatter.started?.value ?? record.updates.first?.at
            )
            record.postMortem = reader.read(impact: &record.impact, into: &diagnostics)
        }
    }

    func incident(_ record: Record, into diagnostics: inout [Diagnostic]) -> Incident? {
        guard let startedAt = frontMatter.started?.value ?? record.updates.first?.at else {
            if body.parts.updates.isEmpty, frontMatter.map?.isWritten("started") == false {
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
            return nil
        }
        var incident = Incident(
            record: record,
            severity: frontMatter.severity ?? 0,
            components: frontMatter.components,
            startedAt: startedAt
        )
        incident.detectedAt = frontMatter.detected?.value
        incident.acknowledgedAt = frontMatter.acknowledged?.value
        incident.endedAt = frontMatter.ended?.value
        for check in Self.incidentChecks { check(incident, self, &diagnostics) }
        return incident
    }

    typealias Check<Subject> = @Sendable (Subject, RecordAssembly, inout [Diagnostic]) -> Void

    /// What is checked of an incident once it is whole, one file each in Checks/.
    static let incidentChecks: [Check<Incident>] = [
        checkTimesLieAfterStart, checkEndLiesBeforeResolution, checkTimesLieInThePast,
        checkOpenIncidentHasComponents,
        checkComponentsAreInService,
    ]

    /// What is checked of maintenance once it is whole.
    static let maintenanceChecks: [Check<MaintenanceWindow>] = [checkMaintenanceIsCompleted]
}
