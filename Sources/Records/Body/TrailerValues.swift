import Diagnostics
import StatusModel

/// Reads what an update's trailers say.
struct TrailerValues {
    let configuration: Configuration
    let frontMatter: FrontMatter
    /// The components that the record has named before this update.
    let named: [Component.Index]
    /// When the incident began; nothing for an update whose own time cannot be told.
    let startedAt: Instant?
    let text: BodyText
    let findings: Findings
    /// The window of a series that the update is about; `nil` for an update on anything else.
    var window: Series.Window?

    func read(_ trailers: [Trailer], into update: inout Update) {
        var remaining = Dictionary(grouping: trailers, by: \.name).mapValues(\.count)
        for trailer in trailers {
            remaining[trailer.name, default: 1] -= 1
            let later = remaining[trailer.name] ?? 0
            let place = { text.location(ofValueOf: trailer) }
            guard !trailer.value.isEmpty else {
                findings.error(
                    .emptyValue, at: place(), "`\(trailer.name.rawValue):` is empty",
                    hint: "write a value, or leave the line out")
                continue
            }
            if later == 1, !trailer.name.mayRepeat, trailer.name != .updated {
                findings.error(
                    .duplicateTrailer, at: place(), "`\(trailer.name.rawValue):` stands twice in this update",
                    hint: "keep one of the two")
            }
            read(trailer, place: place, into: &update)
        }
        refuseImpact(of: update, by: trailers)
    }
}

private extension TrailerValues {
    func read(
        _ trailer: Trailer,
        place: () -> SourceLocation,
        into update: inout Update
    ) {
        let value = trailer.value
        switch trailer.name {
        case .updated: break
        case .nextUpdate: update.nextUpdateAt = instant(value, after: update, place: place)
        case .estimate: update.estimate = estimate(value, after: update, place: place)
        case .components:
            update.changes += ComponentChanges(
                configuration: configuration,
                at: startedAt == nil ? nil : update.at,
                named: named
            )
            .read(value, place: text.places(inValueOf: trailer), into: findings)
            refuseEarlySince(in: update, place: place)
        case .severity: readSeverity(value, place: place, into: &update)
        case .rootCause: update.rootCause = value
        case .fix: update.fix = value
        case .escalated:
            update.escalatedTo += value.split(separator: ",").map(\.trimmed).filter { !$0.isEmpty }
        case .until: readUntil(value, place: place, into: &update)
        }
    }

    /// A duration from the update on, or a time.
    func instant(
        _ value: String,
        after update: Update,
        place: () -> SourceLocation
    ) -> Instant? {
        if let duration = Duration(value) { return update.at + duration.seconds }
        guard
            let instant = configuration.times.instant(
                value,
                anchor: startedAt == nil ? .unknown : .notBefore(update.at, of: "its own update"),
                allowsDuration: true,
                at: place(),
                into: findings
            )
        else { return nil }
        if instant < update.at, startedAt != nil {
            findings.error(
                .timeBeforeStart, at: place(), "`\(value)` lies before the update itself",
                hint: "write a later time, or a duration as in `15m`")
        }
        return instant
    }

    func estimate(
        _ value: String,
        after update: Update,
        place: () -> SourceLocation
    ) -> Update.Estimate? {
        let isTime = Duration(value) != nil || TimeExpression.isMeant(by: value)
        guard isTime else { return .words(value) }
        return instant(value, after: update, place: place).map { .at($0) }
    }

    func readSeverity(
        _ value: String,
        place: () -> SourceLocation,
        into update: inout Update
    ) {
        guard frontMatter.hasSeverity else {
            return findings.add(misplaced("Severity", "an incident", at: place()))
        }
        update.severity = configuration.severity(value, at: place(), into: findings)
    }

    func readUntil(
        _ value: String,
        place: () -> SourceLocation,
        into update: inout Update
    ) {
        guard let kind = frontMatter.kind else { return }
        guard kind == .maintenance, let from = frontMatter.from else {
            return findings.add(misplaced("Until", "maintenance", at: place()))
        }
        update.until = instant(value, after: update, place: place)
        // How long after an update without a time, nobody knows.
        let isUnknown = startedAt == nil && Duration(value) != nil
        if frontMatter.series != nil, window == nil, startedAt != nil {
            return findings.error(
                .invalidTrailer, at: place(), "this update is about no window that could end at another time",
                hint: "leave the line out")
        }
        if let until = update.until, until <= window?.range.from ?? from.value, !isUnknown {
            findings.error(
                .timeBeforeStart, at: place(), "maintenance ends after it begins", hint: "write a later time",
                related: [Diagnostic.Note("it begins here", at: from.place)])
        }
    }

    func misplaced(_ name: String, _ kind: String, at place: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, .invalidTrailer, "only \(kind) has `\(name):`", at: place, hint: "leave the line out")
    }

    /// RESOLVED is the end of the impact: it may say since when, and nothing worse.
    func refuseImpact(of update: Update, by trailers: [Trailer]) {
        guard update.phase == .resolved, !update.keepsPhase,
            update.changes.contains(where: { $0.status != .operational }),
            let trailer = trailers.last(where: { $0.name == .components })
        else { return }
        findings.error(
            .resolvedWithImpact, at: text.location(ofValueOf: trailer),
            "a resolved incident affects no component",
            hint: "write `[MONITORING]` while something is still affected")
    }

    func refuseEarlySince(in update: Update, place: () -> SourceLocation) {
        guard frontMatter.kind == .incident, let startedAt,
            update.changes.contains(where: { $0.since.map { $0 < startedAt } ?? false })
        else { return }
        findings.error(
            .timeBeforeStart, at: place(), "`since` lies before the incident's start",
            hint: frontMatter.started == nil
                ? "write `started`: without it the first update counts" : "correct one of the two times",
            related: frontMatter.started.map { [Diagnostic.Note("it starts here", at: $0.place)] } ?? [])
    }
}
