import Diagnostics
import StatusModel

/// Turns the parts of a body that are updates into updates.
struct UpdateReader {
    let configuration: Configuration
    let body: Body
    let frontMatter: FrontMatter
    /// The time that updates without one are taken to bear; `nil` if each has to bear its own.
    let timeOfUndated: Instant?
    let findings: Findings

    /// The updates, oldest first.
    ///
    /// - Parameters:
    ///   - order: set to the number of each one's part in the body.
    ///   - undated: set to the indices of updates without a time. What to write there depends on the current time, so
    ///     judging reports them.
    func read(order: inout [Int], undated: inout [Int]) -> [Update] {
        var drafts = body.parts.updates.enumerated().map { index, part in
            Draft(index: index, part: part)
        }
        guard !drafts.isEmpty else { return [] }
        for draft in drafts { refuseWrongPhase(draft) }
        let written = drafts.map { time(of: $0) ?? assumedTime(of: $0) }
        undated = drafts.indices.filter { written[$0] == nil }
        var isNewestFirst = false
        let instants = UpdateTimes(
            times: configuration.times,
            base: frontMatter.beginning,
            hidesBase: frontMatter.hidesBeginning,
            isMaintenance: frontMatter.kind == .maintenance
        )
        .resolve(written, isNewestFirst: &isNewestFirst, into: findings)
        for index in drafts.indices {
            drafts[index].at = instants[index]
            drafts[index].place = written[index]?.place
        }
        for draft in drafts where draft.at == nil { checkTrailers(ofUndated: draft) }
        drafts = inOrder(drafts, isNewestFirst: isNewestFirst)
        order = drafts.map(\.index)
        return updates(from: drafts)
    }

    /// An update whose time is being found.
    struct Draft {
        let index: Int
        let part: BodyParts.UpdatePart
        var trailers: [Trailer] { part.trailers }
        var at: Instant?
        var place: (() -> SourceLocation)?
    }
}

// MARK: - Times and order

private extension UpdateReader {
    /// The one time that an update bears: in its bracket, behind it, or in a trailer.
    func time(of draft: Draft) -> UpdateTimes.Written? {
        let marker = draft.part.marker
        let offset = draft.part.offset
        var found: [(text: String, place: () -> SourceLocation)] = [marker.time, draft.part.time]
            .compactMap { $0 }.map { text in (text, { body.text.location(of: text, from: offset) }) }
        for trailer in draft.trailers where trailer.name == .updated {
            found.append((trailer.value, { body.text.location(ofValueOf: trailer) }))
        }
        guard let time = found.first else { return nil }
        if found.count > 1 {
            findings.error(
                .duplicateTrailer, at: found[1].place(), "this update has a second time",
                hint: "keep one of the two",
                related: [Diagnostic.Note("its first time is here", at: time.place())])
        }
        return UpdateTimes.Written(text: time.text, phase: marker.phase, place: time.place)
    }

    func assumedTime(of draft: Draft) -> UpdateTimes.Written? {
        timeOfUndated.map { instant in
            UpdateTimes.Written(text: "\(instant)", phase: draft.part.marker.phase) {
                body.text.location(of: draft.part.marker.bracket, from: draft.part.offset)
            }
        }
    }

    /// The drafts whose time is known, oldest first; equal times keep the direction of the file.
    func inOrder(_ drafts: [Draft], isNewestFirst: Bool) -> [Draft] {
        let dated = (isNewestFirst ? drafts.reversed() : drafts).filter { $0.at != nil }
        for (one, other) in zip(dated, dated.dropFirst()) {
            guard let first = one.at, let second = other.at, second < first, let place = other.place else {
                continue
            }
            findings.warning(
                .mixedOrder, at: place(), "the updates stand neither oldest first nor newest first",
                hint: "check this time; they are shown by their times")
            break
        }
        return dated.enumerated()
            .sorted { one, other in
                guard let first = one.element.at, let second = other.element.at, first != second else {
                    return one.offset < other.offset
                }
                return first < second
            }
            .map(\.element)
    }
}

// MARK: - Values

private extension UpdateReader {
    func updates(from drafts: [Draft]) -> [Update] {
        var updates: [Update] = []
        var named = NamedComponents(frontMatter.components)
        var plan = MaintenancePlan(frontMatter)
        for draft in drafts {
            guard let at = draft.at else { continue }
            let keepsPhase = draft.part.marker.phase == nil
            if keepsPhase, updates.isEmpty { findings.add(firstUpdateKeepsPhase(draft)) }
            let phase = draft.part.marker.phase ?? updates.last?.phase ?? .investigating
            var update = Update(
                phase: phase,
                at: at,
                prose: body.prose(of: draft.part.document),
                keepsPhase: keepsPhase
            )
            refuseEarlyTime(of: draft, at: at)
            let reader = TrailerValues(
                configuration: configuration,
                frontMatter: frontMatter,
                named: named.list,
                startedAt: frontMatter.started?.value ?? updates.first?.at ?? at,
                plan: plan,
                text: body.text,
                findings: findings
            )
            reader.read(draft.trailers, into: &update)
            named.add(update.changes)
            plan = plan?.changed(by: update)
            updates.append(update)
        }
        return updates
    }

    /// An update without a time is no update, but its mistakes are told like any other's.
    func checkTrailers(ofUndated draft: Draft) {
        var update = Update(phase: draft.part.marker.phase ?? .investigating, at: .distantPast)
        update.keepsPhase = draft.part.marker.phase == nil
        TrailerValues(
            configuration: configuration,
            frontMatter: frontMatter,
            named: Array(configuration.page.components.indices),
            startedAt: nil,
            plan: MaintenancePlan(frontMatter),
            text: body.text,
            findings: findings
        )
        .read(draft.trailers, into: &update)
    }

    func refuseEarlyTime(of draft: Draft, at instant: Instant) {
        guard let place = draft.place, let started = frontMatter.started, instant < started.value else {
            return
        }
        findings.error(
            .timeBeforeStart, at: place(), "this update lies before the incident's start",
            hint: "correct one of the two times",
            related: [Diagnostic.Note("it starts here", at: started.place)])
    }

    func firstUpdateKeepsPhase(_ draft: Draft) -> Diagnostic {
        Diagnostic(
            .error, .firstUpdateKeepsPhase, "the first update cannot keep the phase before it: there is none",
            at: body.text.location(of: draft.part.marker.bracket, from: draft.part.offset),
            hint:
                "write a phase, as in `[\(frontMatter.kind == .maintenance ? "SCHEDULED" : "INVESTIGATING")]`"
        )
    }

    func refuseWrongPhase(_ draft: Draft) {
        guard let kind = frontMatter.kind else { return }
        let marker = draft.part.marker
        let (isMaintenance, isNotice) = (kind == .maintenance, kind == .notice)
        let isWrong = isNotice || marker.phase.map { $0.isOfMaintenance != isMaintenance } ?? false
        let message =
            isNotice
            ? "a notice has no phases"
            : isMaintenance
                ? "maintenance has no phase of an incident" : "an incident has no phase of maintenance"
        let known = isNotice ? [] : isMaintenance ? Phase.namesOfMaintenance : Phase.namesOfIncidents
        guard isWrong else { return }
        findings.error(
            .wrongKindOfPhase, at: body.text.location(of: marker.bracket, from: draft.part.offset), message,
            hint: known.isEmpty ? "write its text without brackets" : "write one of \(list(known, or: true))")
    }
}

/// The components that a record has named so far, in that order.
private struct NamedComponents {
    private(set) var list: [Component.Index] = []
    private var known: Set<Component.Index> = []

    init(_ changes: [StatusChange]) { add(changes) }

    mutating func add(_ changes: [StatusChange]) {
        for change in changes where known.insert(change.component).inserted { list.append(change.component) }
    }
}
