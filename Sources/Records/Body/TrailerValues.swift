import Diagnostics
import StatusModel

/// A reader of the values of an update's trailers.
struct TrailerValues {
    let configuration: Configuration
    let frontMatter: FrontMatter
    /// The components that the record has named before this update.
    let named: [Component.Index]
    /// The start of the incident; `nil` for an update whose own time is unknown.
    let startedAt: Instant?
    /// The plan of maintenance as it was before this update; `nil` for other records.
    let plan: MaintenancePlan?
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
                    hint: "add a value, or remove the line")
                continue
            }
            if later == 1, !trailer.name.mayRepeat, trailer.name != .updated {
                findings.error(
                    .duplicateTrailer, at: place(),
                    "`\(trailer.name.rawValue):` appears twice in this update",
                    hint: "keep one of the two")
            }
            read(trailer, place: place, into: &update)
        }
        refuseImpact(of: update, by: trailers)
        refuseEmptyPlan(after: update, by: trailers)
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
        case .from:
            if isMaintenance("From", place) { update.from = instant(value, after: update, place: place) }
        case .until:
            if isMaintenance("Until", place) { update.until = instant(value, after: update, place: place) }
        }
    }

    /// Reads a duration from the update on, or a time.
    func instant(
        _ value: String,
        after update: Update,
        place: () -> SourceLocation
    ) -> Instant? {
        if let duration = Duration(value) { return update.at + duration.seconds }
        guard
            let instant = configuration.times.instant(
                value,
                anchor: startedAt == nil ? .unknown : .notBefore(update.at, of: "its update"),
                allowsDuration: true,
                at: place(),
                into: findings
            )
        else { return nil }
        if instant < update.at, startedAt != nil {
            findings.error(
                .timeBeforeStart, at: place(), "`\(value)` is before the update itself",
                hint: "use a later time, or a duration such as `15m`")
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

    /// Whether the record is maintenance, whose plan the trailer changes; if not, an error is reported.
    func isMaintenance(_ name: String, _ place: () -> SourceLocation) -> Bool {
        guard let kind = frontMatter.kind else { return false }
        guard kind == .maintenance, frontMatter.from != nil else {
            findings.add(misplaced(name, "maintenance", at: place()))
            return false
        }
        if frontMatter.series != nil, window == nil, startedAt != nil {
            findings.error(
                .invalidTrailer, at: place(),
                "this update does not belong to a window, so it cannot move one",
                hint: "remove the line")
            return false
        }
        return true
    }

    /// Refuses an update that would make maintenance end before it begins.
    func refuseEmptyPlan(after update: Update, by trailers: [Trailer]) {
        guard let plan = plan?.changed(by: update), let end = plan.until, end <= plan.from,
            let trailer = trailers.last(where: { $0.name == .until })
                ?? trailers.last(where: { $0.name == .from }),
            // A duration from an update without a time ends at an unknown time.
            startedAt != nil || !trailers.contains(where: { $0.movesPlan && Duration($0.value) != nil })
        else { return }
        let zone = configuration.page.zone
        findings.error(
            .timeBeforeStart, at: text.location(ofValueOf: trailer),
            "maintenance would start at \(zone.written(plan.from)) but end at \(zone.written(end))",
            hint: trailer.name == .until
                ? "use a later time" : "use an earlier time, or move its end too with `Until:`",
            related: frontMatter.from.map {
                [Diagnostic.Note("its announced start is here", at: $0.place)]
            } ?? [])
    }

    func misplaced(_ name: String, _ kind: String, at place: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, .invalidTrailer, "`\(name):` is only allowed in \(kind)", at: place,
            hint: "remove the line")
    }

    /// Refuses a status other than operational in RESOLVED, which ends the impact: it may only say since when.
    func refuseImpact(of update: Update, by trailers: [Trailer]) {
        guard update.phase == .resolved, !update.keepsPhase,
            update.changes.contains(where: { $0.status != .operational }),
            let trailer = trailers.last(where: { $0.name == .components })
        else { return }
        findings.error(
            .resolvedWithImpact, at: text.location(ofValueOf: trailer),
            "a resolved incident cannot affect a component",
            hint: "write `[MONITORING]` while something is still affected")
    }

    func refuseEarlySince(in update: Update, place: () -> SourceLocation) {
        guard frontMatter.kind == .incident, let startedAt,
            update.changes.contains(where: { $0.since.map { $0 < startedAt } ?? false })
        else { return }
        findings.error(
            .timeBeforeStart, at: place(), "`since` is before the incident's start",
            hint: frontMatter.started == nil
                ? "add `started`: without it, the incident starts at its first update"
                : "correct one of the two times",
            related: frontMatter.started.map { [Diagnostic.Note("it starts here", at: $0.place)] } ?? [])
    }
}

/// The planned start and end of maintenance, by its front matter and the updates so far.
struct MaintenancePlan {
    private(set) var from: Instant
    private(set) var until: Instant?

    /// Makes the plan of the front matter; `nil` if the record is not maintenance.
    init?(_ frontMatter: FrontMatter) {
        guard frontMatter.kind == .maintenance, let from = frontMatter.from?.value else { return nil }
        (self.from, until) = (from, frontMatter.until?.value)
    }

    /// Makes the plan of a window of a series.
    init(_ window: Series.Window) {
        (from, until) = (window.range.from, window.range.to)
    }

    /// Returns the plan after the update.
    func changed(by update: Update) -> MaintenancePlan {
        var plan = self
        (plan.from, plan.until) = (update.from ?? from, update.until ?? until)
        return plan
    }
}

extension Trailer {
    fileprivate var movesPlan: Bool { name == .from || name == .until }
}
