import Diagnostics
import StatusModel

/// Makes a record of its front matter and its body, and checks what only both together show.
struct RecordAssembly {
    let configuration: Configuration
    let frontMatter: FrontMatter
    let body: Body
    let slug: String
    let now: Instant
    /// What the record is held to, once it has been read.
    let checks: Checks
    /// What has been found in the record so far.
    let findings: Findings
    /// The number of each update's part in the body, the oldest update first.
    private(set) var updateParts: [Int] = []
    /// The line of the body that each action item begins on.
    private(set) var actionItemLines: [Int] = []

    init(
        configuration: Configuration, frontMatter: FrontMatter, body: Body, slug: String, now: Instant,
        checks: Checks, into findings: Findings
    ) {
        (self.configuration, self.frontMatter, self.body) = (configuration, frontMatter, body)
        (self.slug, self.now, self.checks, self.findings) = (slug, now, checks, findings)
    }

    mutating func assemble() -> Record? {
        let updates = UpdateReader(
            configuration: configuration,
            body: body,
            frontMatter: frontMatter,
            now: now,
            findings: findings
        )
        .read(order: &updateParts)
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
        check(record, as: .anyRecord)
        fill(&record)
        settleRaise(of: &record)
        guard frontMatter.kind != nil else { return nil }
        guard from != nil else {
            reportMissingStart()
            return nil
        }
        checkWhole(record)
        return record
    }
}

private extension RecordAssembly {
    mutating func fill(_ record: inout Record) {
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
                startedAt: frontMatter.started?.value ?? record.updates.first?.at,
                findings: findings
            )
            record.postMortem = reader.read(itemLines: &actionItemLines)
        }
    }

    func reportMissingStart() {
        guard body.parts.updates.isEmpty, frontMatter.map?.isWritten("started") == false else { return }
        findings.error(
            .missingKey, at: frontMatter.place(of: "title"), "an incident without updates needs `started`",
            hint: "write when the impact began, as in `started: 2026-01-02T17:05Z`, or an update")
    }

    func checkWhole(_ record: Record) {
        switch record.kind {
        case .incident: check(record, as: .incident)
        case .maintenance: check(record, as: .maintenance)
        case .notice: break
        }
        guard !frontMatter.isDraft, !findings.hasErrors else { return }
        check(record, as: .soundRecord)
        guard record.kind == .incident, let incident = record.happened(by: now) else { return }
        check(incident, as: .soundIncident)
    }

    func check(_ record: Record, as subject: RecordSubject) {
        for check in checks.of(subject) { check.check(record, in: self) }
    }
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
