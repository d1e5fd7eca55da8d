import Diagnostics
import StatusModel

/// The updates of a record, each with the statuses that it changes.
///
/// Statuspage repeats every component's status in every update, but a record only has the changes.
struct StatuspageCourse {
    /// The components from the start.
    private(set) var components: [RecordDescription.ComponentLine] = []
    private(set) var updates: [UpdateDescription] = []
    private(set) var remarks: [Remark] = []
    /// The components that updates name, in their order.
    private(set) var named: [String] = []
    private let window: (from: Instant, until: Instant)?
    /// The statuses so far in the record and at Statuspage.
    private var (ours, theirs): ([String: ComponentStatus], [String: ComponentStatus]) = ([:], [:])
    private var hasSilentChange = false

    /// - Parameters:
    ///   - entries: the updates, the oldest first, without post-mortems.
    ///   - window: the window of maintenance.
    ///   - isOver: whether the source says that the record is over, regardless of how its updates end.
    ///   - id: returns the id of a component.
    init(
        of entries: [StatuspageUpdate],
        window: (from: Instant, until: Instant)?,
        isOver: Bool,
        id: (StatuspageUpdate.Change) -> String
    ) {
        self.window = window
        let words = entries.lastIndex {
            !StatuspagePhase.isUpdate($0.word) && !StatuspagePhase.isFinal($0.word)
        }
        let lastWord = words ?? -1
        for (index, entry) in entries.enumerated() {
            let isEndless = !isOver && index > lastWord && StatuspagePhase.isFinal(entry.word)
            let phase = isEndless ? nil : phase(of: entry)
            remarks += entry.remarks
            let changes = entry.changes.map { (id: id($0), before: $0.before, after: $0.after) }
            for change in changes {
                remarkOnSilence(before: change.before, of: change.id, at: entry.place)
                name(change.id, in: phase, as: change.after)
                theirs[change.id] = change.after
            }
            append(entry, phase: phase)
        }
    }
}

private extension StatuspageCourse {
    func phase(of entry: StatuspageUpdate) -> Phase? {
        guard let window else { return StatuspagePhase.ofIncident(entry.word) }
        return StatuspagePhase.ofMaintenance(entry.word, hasBegun: entry.at >= window.from)
    }

    /// Whether the statuses in an update of this phase apply.
    func counts(_ phase: Phase?) -> Bool {
        window == nil ? phase != .resolved : phase == .inProgress || phase == .verifying
    }

    /// Adds a component that is named for the first time to the front matter: always for maintenance, but only from the
    /// first update for incidents.
    mutating func name(_ id: String, in phase: Phase?, as status: ComponentStatus) {
        let isNew = !named.contains(id)
        if isNew { named.append(id) }
        if window == nil {
            if isNew, updates.isEmpty { begin(id, as: counts(phase) ? status : .operational) }
        } else if isNew {
            begin(id, as: counts(phase) ? status : .underMaintenance)
        } else if counts(phase), !updates.contains(where: { counts($0.phase) }) {
            components.removeAll { $0.id == id }
            begin(id, as: status)
        }
    }

    mutating func begin(_ id: String, as status: ComponentStatus) {
        components.append(RecordDescription.ComponentLine(id: id, status: status))
        ours[id] = status
    }

    mutating func append(_ entry: StatuspageUpdate, phase: Phase?) {
        var update = UpdateDescription(at: entry.at, phase: phase, text: entry.text)
        if phase == nil { explainWord(of: entry, in: &update) }
        let holds = counts(update.phase ?? updates.last { $0.phase != nil }?.phase)
        for id in named where holds || window == nil && ours[id] == nil {
            let status = holds ? theirs[id] ?? .operational : .operational
            guard ours[id] != status else { continue }
            update.components.append(RecordDescription.ComponentLine(id: id, status: status))
            ours[id] = status
        }
        if !holds, window == nil, let status = theirs.values.max(), status > .operational {
            remarks.append(
                Remark(
                    """
                    a component is still `\(status.name)` in this update, but resolving an incident \
                    ends its effect
                    """,
                    at: entry.place
                )
            )
        }
        updates.append(update)
    }

    /// Keeps a word that is not a phase as bold text, and gives a first update a phase.
    mutating func explainWord(of entry: StatuspageUpdate, in update: inout UpdateDescription) {
        guard !entry.word.isEmpty, entry.word != "update" else {
            if updates.isEmpty { update.phase = firstPhase(at: entry) }
            return
        }
        update.text = "**\(entry.word)**\n\n" + entry.text
        let reason =
            StatuspagePhase.isFinal(entry.word)
            ? "it is not over on Statuspage" : "`\(entry.word)` is not a phase"
        let reading = StatuspagePhase.isFinal(entry.word) ? "`\(entry.word)` is kept" : "it is kept"
        remarks.append(Remark("\(reason): \(reading) as bold text", at: entry.place))
        if updates.isEmpty { update.phase = firstPhase(at: entry) }
    }

    mutating func firstPhase(at entry: StatuspageUpdate) -> Phase {
        guard let window else {
            remarks.append(.guessedPhase(at: entry.place))
            return .investigating
        }
        return entry.at < window.from ? .scheduled : .inProgress
    }

    /// Adds a remark if a component changed without an update, which Statuspage allows and gives no time for.
    mutating func remarkOnSilence(before: ComponentStatus?, of id: String, at place: SourceLocation) {
        guard window == nil, !hasSilentChange, !updates.isEmpty, let before,
            before != theirs[id] ?? .operational
        else { return }
        hasSilentChange = true
        remarks.append(
            Remark("components changed without an update: using the time of the next one", at: place))
    }
}
