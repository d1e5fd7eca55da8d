import Diagnostics
import StatusModel

/// A reader that makes updates from the parts of a body.
struct UpdateReader {
    let configuration: Configuration
    let body: Body
    let frontMatter: FrontMatter
    /// The time to assume for updates without one; `nil` if each must have its own.
    let timeOfUndated: Instant?
    let findings: Findings

    /// Returns the updates, oldest first.
    ///
    /// - Parameters:
    ///   - order: set to the number of each one's part in the body.
    ///   - undated: set to the indices of updates without a time. What to write there depends on the current time, so
    ///     judging reports them.
    func read(order: inout [Int], undated: inout [Int]) -> [Update] {
        var drafts = body.parts.updates.enumerated().map { index, part in
            let (trailers, others) = body.parts.trailers(of: part)
            return Draft(index: index, part: part, trailers: trailers, others: others)
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
        for draft in drafts where draft.at == nil {
            checkTrailers(draft.trailers, ofUndated: draft.part.marker.phase)
        }
        for trailers in drafts.flatMap(\.others) { checkTrailers(trailers, ofUndated: nil) }
        drafts = inOrder(drafts, isNewestFirst: isNewestFirst)
        order = drafts.map(\.index)
        return updates(from: drafts)
    }

    /// An update whose time is being found.
    struct Draft {
        let index: Int
        let part: BodyParts.UpdatePart
        /// Its own trailers.
        let trailers: [Trailer]
        /// The trailers of the updates that were meant to begin in it.
        let others: [[Trailer]]
        var at: Instant?
        var place: (() -> SourceLocation)?
    }
}

// MARK: - Times and order

private extension UpdateReader {
    /// Returns the time of an update, which has only one: in its bracket, after it, or in a trailer.
    func time(of draft: Draft) -> UpdateTimes.Written? {
        let marker = draft.part.marker
        let offset = draft.part.offset
        var found: [(text: String, place: () -> SourceLocation)] = [marker.time, draft.part.time]
            .compactMap { $0 }.map { text in (text, { body.text.location(of: text, from: offset) }) }
        func add(_ trailer: Trailer) {
            found.append((trailer.value, { body.text.location(ofValueOf: trailer) }))
        }
        for trailer in draft.trailers where trailer.name == .updated { add(trailer) }
        // The update may have only the time of the one below it; that it needs its own is reported later.
        if found.isEmpty, let other = draft.others.joined().first(where: { $0.name == .updated }) {
            add(other)
        }
        guard let time = found.first else { return nil }
        if found.count > 1 {
            findings.error(
                .duplicateTrailer, at: found[1].place(), "this update has two times",
                hint: "keep one of the two",
                related: [Diagnostic.Note("the first is here", at: time.place())])
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

    /// Returns the drafts whose time is known, oldest first; equal times keep the direction of the file.
    func inOrder(_ drafts: [Draft], isNewestFirst: Bool) -> [Draft] {
        let dated = (isNewestFirst ? drafts.reversed() : drafts).filter { $0.at != nil }
        for (one, other) in zip(dated, dated.dropFirst()) {
            guard let first = one.at, let second = other.at, second < first, let place = other.place else {
                continue
            }
            findings.warning(
                .mixedOrder, at: place(), "the updates are in neither oldest-first nor newest-first order",
                hint: "check this time: updates are shown in time order")
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
        var series = frontMatter.series.map(SeriesUpdates.init)
        var plan = MaintenancePlan(frontMatter)
        for draft in drafts {
            guard let at = draft.at else { continue }
            let keepsPhase = draft.part.marker.phase == nil
            if keepsPhase, updates.isEmpty, !frontMatter.recurs { findings.add(firstUpdateKeepsPhase(draft)) }
            if series?.meets(draft.part.marker.phase, at: at) == false {
                refuseStray(draft, at: at, in: series)
            }
            let former = series == nil ? updates.last?.phase : series?.phase
            let phase = draft.part.marker.phase ?? former ?? .investigating
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
                plan: series == nil ? plan : series?.plan,
                text: body.text,
                findings: findings,
                window: series?.window
            )
            reader.read(draft.trailers, into: &update)
            series?.take(update)
            named.add(update.changes)
            plan = plan?.changed(by: update)
            updates.append(update)
        }
        return updates
    }

    /// Checks the trailers of an update without a time, which is not an update but whose mistakes are reported like any
    /// other's.
    ///
    /// - Parameter phase: its phase; `nil` if it keeps the previous one or if its phase is unknown.
    func checkTrailers(_ trailers: [Trailer], ofUndated phase: Phase?) {
        var update = Update(phase: phase ?? .investigating, at: .distantPast)
        update.keepsPhase = phase == nil
        TrailerValues(
            configuration: configuration,
            frontMatter: frontMatter,
            named: Array(configuration.page.components.indices),
            startedAt: nil,
            plan: MaintenancePlan(frontMatter),
            text: body.text,
            findings: findings
        )
        .read(trailers, into: &update)
    }

    func refuseEarlyTime(of draft: Draft, at instant: Instant) {
        guard let place = draft.place, let started = frontMatter.started, instant < started.value else {
            return
        }
        findings.error(
            .timeBeforeStart, at: place(), "this update is before the incident's start",
            hint: "correct one of the two times",
            related: [Diagnostic.Note("it starts here", at: started.place)])
    }

    func refuseStray(_ draft: Draft, at instant: Instant, in series: SeriesUpdates?) {
        guard let place = draft.place, let nearest = series?.nearest(to: instant) else { return }
        let zone = configuration.page.zone
        findings.error(
            .updateOutsideWindows, at: place(), "this update does not belong to any window of the series",
            hint: "check the date: the nearest window is from \(zone.written(nearest.range.from)) to "
                + "\(zone.written(nearest.range.to))")
    }

    func firstUpdateKeepsPhase(_ draft: Draft) -> Diagnostic {
        Diagnostic(
            .error, .firstUpdateKeepsPhase, "the first update has no earlier phase to keep",
            at: body.text.location(of: draft.part.marker.bracket, from: draft.part.offset),
            hint:
                "write a phase, such as `[\(frontMatter.kind == .maintenance ? "SCHEDULED" : "INVESTIGATING")]`"
        )
    }

    func refuseWrongPhase(_ draft: Draft) {
        guard let kind = frontMatter.kind else { return }
        let marker = draft.part.marker
        let (isMaintenance, isNotice) = (kind == .maintenance, kind == .notice)
        guard isNotice || marker.phase.map({ $0.isOfMaintenance != isMaintenance }) ?? false else { return }
        let phase = marker.phase?.keyword ?? ""
        let message =
            isNotice
            ? "a notice has no phases"
            : isMaintenance
                ? "`\(phase)` is an incident phase, but this is maintenance"
                : "`\(phase)` is a maintenance phase, but this is an incident"
        let known = isNotice ? [] : isMaintenance ? Phase.namesOfMaintenance : Phase.namesOfIncidents
        findings.error(
            .wrongKindOfPhase, at: body.text.location(of: marker.bracket, from: draft.part.offset), message,
            hint: known.isEmpty ? "write its text without brackets" : "write one of \(list(known, or: true))")
    }
}

/// The updates of a series, as far as they have been read.
private struct SeriesUpdates {
    private let series: Series
    private var course: Series.Course
    private var place: Series.Place?
    private var phases: [Series.Place: Phase] = [:]
    private var plans: [Series.Place: MaintenancePlan] = [:]

    init(_ series: Series) { (self.series, course) = (series, Series.Course(of: series)) }

    /// Moves on to the next update; returns `false` if it belongs to no window.
    ///
    /// - Parameter phase: the phase that it reports; `nil` if it keeps the previous one.
    mutating func meets(_ phase: Phase?, at instant: Instant) -> Bool {
        place = course.place(of: phase, at: instant)
        return place != nil
    }

    /// The phase, before the update, of the window or series that it is about.
    var phase: Phase { place.flatMap { phases[$0] } ?? .scheduled }

    /// The window that the update is about.
    var window: Series.Window? {
        if case .window(let index) = place { series.windows[index] } else { nil }
    }

    /// The plan of that window, before the update; `nil` for the series as a whole.
    var plan: MaintenancePlan? {
        window.map { window in place.flatMap { plans[$0] } ?? MaintenancePlan(window) }
    }

    func nearest(to instant: Instant) -> Series.Window { course.nearest(to: instant) }

    /// Applies the update to its window or to the series.
    mutating func take(_ update: Update) {
        guard let place else { return }
        plans[place] = plan?.changed(by: update)
        phases[place] = update.phase
        course.take(update, about: place)
    }
}

extension FrontMatter {
    /// Whether it is maintenance that recurs, even if its rule has errors.
    fileprivate var recurs: Bool { series != nil || hidesSeries }
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
