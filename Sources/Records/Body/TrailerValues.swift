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

    func read(_ trailers: [Trailer], into update: inout Update, _ diagnostics: inout [Diagnostic]) {
        var remaining = Dictionary(grouping: trailers, by: \.name).mapValues(\.count)
        for trailer in trailers {
            remaining[trailer.name, default: 1] -= 1
            let later = remaining[trailer.name] ?? 0
            let place = { text.location(ofValueOf: trailer) }
            guard !trailer.value.isEmpty else {
                diagnostics.append(
                    Diagnostic(
                        .error,
                        .emptyValue,
                        "`\(trailer.name.rawValue):` is empty",
                        at: place(),
                        hint: "write a value, or leave the line out"
                    )
                )
                continue
            }
            if later == 1, !trailer.name.mayRepeat, trailer.name != .updated {
                diagnostics.append(
                    Diagnostic(
                        .error,
                        .duplicateTrailer,
                        "`\(trailer.name.rawValue):` stands twice in this update",
                        at: place(),
                        hint: "keep one of the two"
                    )
                )
            }
            read(trailer, place: place, into: &update, &diagnostics)
        }
        refuseImpact(of: update, by: trailers, &diagnostics)
    }
}

private extension TrailerValues {
    func read(
        _ trailer: Trailer,
        place: () -> SourceLocation,
        into update: inout Update,
        _ diagnostics: inout [Diagnostic]
    ) {
        let value = trailer.value
        switch trailer.name {
        case .updated: break
        case .nextUpdate: update.nextUpdateAt = instant(value, after: update, place: place, &diagnostics)
        case .estimate: update.estimate = estimate(value, after: update, place: place, &diagnostics)
        case .components:
            update.changes += ComponentChanges(
                configuration: configuration,
                at: startedAt == nil ? nil : update.at,
                named: named
            )
            .read(value, place: { text.location(of: $0, inValueOf: trailer) }, into: &diagnostics)
            refuseEarlySince(in: update, place: place, &diagnostics)
        case .severity: readSeverity(value, place: place, into: &update, &diagnostics)
        case .rootCause: update.rootCause = value
        case .fix: update.fix = value
        case .escalated:
            update.escalatedTo += value.split(separator: ",").map(\.trimmed).filter { !$0.isEmpty }
        case .until: readUntil(value, place: place, into: &update, &diagnostics)
        }
    }

    /// A duration from the update on, or a time.
    func instant(
        _ value: String,
        after update: Update,
        place: () -> SourceLocation,
        _ diagnostics: inout [Diagnostic]
    ) -> Instant? {
        if let duration = Duration(value) { return update.at + duration.seconds }
        guard
            let instant = configuration.times.instant(
                value,
                anchor: startedAt == nil ? .unknown : .notBefore(update.at, of: "its own update"),
                allowsDuration: true,
                at: place(),
                into: &diagnostics
            )
        else { return nil }
        if instant < update.at, startedAt != nil {
            diagnostics.append(
                Diagnostic(
                    .error,
                    .timeBeforeStart,
                    "`\(value)` lies before the update itself",
                    at: place(),
                    hint: "write a later time, or a duration as in `15m`"
                )
            )
        }
        return instant
    }

    func estimate(
        _ value: String,
        after update: Update,
        place: () -> SourceLocation,
        _ diagnostics: inout [Diagnostic]
    ) -> Update.Estimate? {
        let isTime = Duration(value) != nil || TimeExpression.isMeant(by: value)
        guard isTime else { return .words(value) }
        return instant(value, after: update, place: place, &diagnostics).map { .at($0) }
    }

    func readSeverity(
        _ value: String,
        place: () -> SourceLocation,
        into update: inout Update,
        _ diagnostics: inout [Diagnostic]
    ) {
        guard frontMatter.hasSeverity else {
            return diagnostics.append(misplaced("Severity", "an incident", at: place()))
        }
        update.severity = configuration.severity(value, at: place(), into: &diagnostics)
    }

    func readUntil(
        _ value: String,
        place: () -> SourceLocation,
        into update: inout Update,
        _ diagnostics: inout [Diagnostic]
    ) {
        guard let kind = frontMatter.kind else { return }
        guard kind == .maintenance, let from = frontMatter.from else {
            return diagnostics.append(misplaced("Until", "maintenance", at: place()))
        }
        update.until = instant(value, after: update, place: place, &diagnostics)
        if let until = update.until, until <= from.value {
            diagnostics.append(
                Diagnostic(
                    .error,
                    .timeBeforeStart,
                    "maintenance ends after it begins",
                    at: place(),
                    hint: "write a later time",
                    related: [Diagnostic.Note("it begins here", at: from.place)]
                )
            )
        }
    }

    func misplaced(_ name: String, _ kind: String, at place: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error,
            .invalidTrailer,
            "only \(kind) has `\(name):`",
            at: place,
            hint: "leave the line out"
        )
    }

    /// RESOLVED is the end of the impact: it may say since when, and nothing worse.
    func refuseImpact(of update: Update, by trailers: [Trailer], _ diagnostics: inout [Diagnostic]) {
        guard update.phase == .resolved, !update.keepsPhase,
            update.changes.contains(where: { $0.status != .operational }),
            let trailer = trailers.last(where: { $0.name == .components })
        else { return }
        diagnostics.append(
            Diagnostic(
                .error,
                .resolvedWithImpact,
                "a resolved incident affects no component",
                at: text.location(ofValueOf: trailer),
                hint: "write `[MONITORING]` while something is still affected"
            )
        )
    }

    func refuseEarlySince(in update: Update, place: () -> SourceLocation, _ diagnostics: inout [Diagnostic]) {
        guard frontMatter.kind == .incident, let startedAt,
            update.changes.contains(where: { $0.since.map { $0 < startedAt } ?? false })
        else { return }
        diagnostics.append(
            Diagnostic(
                .error,
                .timeBeforeStart,
                "`since` lies before the incident's start",
                at: place(),
                hint: frontMatter.started == nil
                    ? "write `started`: without it the first update counts" : "correct one of the two times",
                related: frontMatter.started.map { [Diagnostic.Note("it starts here", at: $0.place)] } ?? []
            )
        )
    }
}
