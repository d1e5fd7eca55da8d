import Diagnostics
import StatusModel

/// A record that is made from its front matter and its body, with the checks that need both.
struct RecordAssembly {
    let configuration: Configuration
    let frontMatter: FrontMatter
    let body: Body
    let slug: String
    /// The time of updates that do not state one; `nil` if each update has to state its own.
    let timeOfUndated: Instant?
    /// The findings in the record so far.
    private(set) var findings: Findings
    /// The instant for which the record is checked; nothing that has been read depends on it.
    private(set) var now = Instant.distantPast
    /// The record; without a kind or a beginning, it only has a title, updates and a summary.
    private(set) var record: Record?
    /// Whether the record has a kind and a beginning.
    private(set) var isWhole = false
    /// The indices in the body of the updates without a time.
    private(set) var undatedParts: [Int] = []
    /// For each update, oldest first, the index of its part in the body.
    private(set) var updateParts: [Int] = []
    /// The line of the body on which each action item begins.
    private(set) var actionItemLines: [Int] = []
    /// The line of the body on which each section of the post-mortem begins.
    private(set) var sectionLines: [Int] = []

    init(
        configuration: Configuration, frontMatter: FrontMatter, body: Body, slug: String,
        timeOfUndated: Instant?, into findings: Findings
    ) {
        (self.configuration, self.frontMatter, self.body) = (configuration, frontMatter, body)
        (self.slug, self.timeOfUndated, self.findings) = (slug, timeOfUndated, findings)
        assemble()
    }
}

private extension RecordAssembly {
    mutating func assemble() {
        let updates = UpdateReader(
            configuration: configuration, body: body, frontMatter: frontMatter,
            timeOfUndated: timeOfUndated, findings: findings
        )
        .read(order: &updateParts, undated: &undatedParts)
        let from = frontMatter.beginning ?? updates.first?.at
        if frontMatter.awaitsBeginning {
            SeverityDefaults(configuration: configuration, findings: findings)
                .settle(frontMatter, beganAt: frontMatter.hidesBeginning ? nil : from)
        }
        var record = Record(
            frontMatter.kind ?? .incident,
            id: RecordIndex.id(of: body.text.file.path),
            slug: slug,
            path: body.text.file.path,
            title: frontMatter.title,
            from: from ?? .distantPast
        )
        record.updates = updates
        // Above it, there is only the record's title.
        record.summary = body.prose(of: body.parts.summary, headingsFrom: 2)
        fill(&record)
        settleRaise(of: &record)
        if from == nil, frontMatter.kind != nil { reportMissingStart() }
        (self.record, isWhole) = (record, from != nil && frontMatter.kind != nil)
    }

    mutating func fill(_ record: inout Record) {
        record.isStartStated = frontMatter.beginning != nil
        record.until = frontMatter.end
        record.series = frontMatter.series
        record.severity = frontMatter.severity
        record.components = frontMatter.components
        record.detectedAt = frontMatter.detected?.value
        record.detectedBy = frontMatter.detectedBy
        record.acknowledgedAt = frontMatter.acknowledged?.value
        record.visibility = frontMatter.visibility
        record.ticket = frontMatter.ticket
        record.ticketProse = frontMatter.ticket.flatMap(InlineProse.init(ofTicket:))
        record.links = frontMatter.links
        record.tags = frontMatter.tags
        record.related = frontMatter.related
        var taken: Set = [slug]
        record.aliases = frontMatter.aliases.filter { taken.insert($0).inserted }
        record.ids = frontMatter.ids.ids
        record.internalDetails = frontMatter.internalDetails
        record.tickedItems = frontMatter.tickedItems.map(\.value)
        record.escalations = frontMatter.escalations.map {
            Record.MadeEscalation(of: $0.people.value, at: $0.at.value)
        }
        record.impact = frontMatter.impact
        if let part = body.parts.postMortem {
            let reader = PostMortemReader(
                configuration: configuration,
                body: body,
                part: part,
                startedAt: frontMatter.started?.value ?? record.updates.first?.at,
                findings: findings
            )
            record.postMortem = reader.read(itemLines: &actionItemLines, sectionLines: &sectionLines)
            record.keepInside(like: record.postMortem?.impact ?? [])
        }
    }

    func reportMissingStart() {
        guard body.parts.updates.isEmpty, frontMatter.map?.isWritten("started") == false else { return }
        findings.error(
            .missingKey, at: frontMatter.place(of: "title"),
            "`started` is missing: this incident has no updates",
            hint:
                "add the time when the impact began, for example `started: 2026-01-02T17:05Z`, or add an update"
        )
    }
}

extension RecordAssembly {
    /// Returns a copy with all findings for the given instant.
    func judged(at now: Instant, by checks: Checks) -> RecordAssembly {
        var assembly = self
        (assembly.now, assembly.findings) = (now, Findings())
        assembly.findings.add(findings.all)
        assembly.judge(by: checks)
        return assembly
    }

    private func judge(by checks: Checks) {
        for part in undatedParts { findings.add(missingTime(ofPart: part)) }
        guard let record else { return }
        check(record, as: .anyRecord, by: checks)
        guard isWhole else { return }
        if let subject = RecordSubject.ofKind[record.kind] { check(record, as: subject, by: checks) }
        guard !frontMatter.isDraft, !findings.hasErrors else { return }
        check(record, as: .soundRecord, by: checks)
        guard record.kind == .incident, let incident = record.happened(by: now) else { return }
        check(incident, as: .soundIncident, by: checks)
    }

    private func check(_ record: Record, as subject: RecordSubject, by checks: Checks) {
        for check in checks.of(subject) { check.check(record, in: self, into: findings) }
    }

    private func missingTime(ofPart index: Int) -> Diagnostic {
        let part = body.parts.updates[index]
        return Diagnostic(
            .error, .missingTime, "this update has no time",
            at: body.text.location(of: part.marker.bracket, from: part.offset),
            hint: "add this line at its end: `Updated: \(written(now))`")
    }
}

// MARK: - What checks ask for

extension RecordAssembly {
    /// Returns the policy that applies to the incident: that of the highest severity it reached, with the rules at its
    /// beginning.
    func severity(of incident: Record) -> Severity? {
        incident.highestSeverity.map { configuration.rules.severity($0, at: incident.from) }
    }

    /// Returns the place where an update begins.
    ///
    /// Updates are numbered from 0, oldest first.
    func place(ofUpdate index: Int) -> SourceLocation {
        let part = body.parts.updates[updateParts[index]]
        return body.text.location(of: part.marker.bracket, from: part.offset)
    }

    /// Returns the place of an update's time.
    func place(ofTimeOfUpdate index: Int) -> SourceLocation {
        let part = body.parts.updates[updateParts[index]]
        if let time = part.marker.time ?? part.time { return body.text.location(of: time, from: part.offset) }
        let line = part.trailers.first { $0.name == .updated }
        return line.map(body.text.location(ofValueOf:)) ?? place(ofUpdate: index)
    }

    /// Returns the place of the value of an update's trailer.
    func place(of name: Trailer.Name, ofUpdate index: Int) -> SourceLocation {
        let trailers = body.parts.updates[updateParts[index]].trailers
        return trailers.last { $0.name == name }.map(body.text.location(ofValueOf:)) ?? place(ofUpdate: index)
    }

    /// Returns an instant in the form that records use, in the site's zone.
    func written(_ instant: Instant) -> String {
        configuration.page.zone.written(instant)
    }
}

extension Record {
    /// Makes facts internal that are internal in the post-mortem, since one was copied from the other.
    fileprivate mutating func keepInside(like impact: [Detail]) {
        let inside = Set(impact.filter(\.isInternal).map { Detail.key(of: $0.label) }).subtracting([""])
        guard !inside.isEmpty else { return }
        for place in self.impact.indices where inside.contains(Detail.key(of: self.impact[place].label)) {
            self.impact[place].isInternal = true
        }
    }
}
