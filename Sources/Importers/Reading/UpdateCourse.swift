import StatusModel

/// The updates of an incident, adjusted to the start and end in its front matter.
///
/// In other tools, updates can contradict the front matter; in a record, they cannot. The front matter takes
/// precedence, because the old page showed it.
struct UpdateCourse {
    /// The updates, the oldest first.
    private(set) var updates: [UpdateDescription] = []
    /// The time of the first update, if its phase is a guess; the first update of a record needs a phase.
    private(set) var guessedAt: Instant?
    private let isMaintenance: Bool
    private let startedAt: Instant

    /// An update in the source.
    struct Entry {
        var at: Instant
        /// The source's word for its phase.
        var word: String?
        var text: String
    }

    /// - Parameters:
    ///   - entries: the updates in the order of the source, the oldest or the newest first.
    ///   - resolvedAt: when the incident was resolved; `nil` while it is open.
    init(of entries: [Entry], startedAt: Instant, resolvedAt: Instant?, isMaintenance: Bool) {
        self.isMaintenance = isMaintenance
        self.startedAt = startedAt
        let entries = Self.oldestFirst(entries)
        let end = resolvedAt.map { Self.end(of: entries, resolvedAt: $0, isMaintenance: isMaintenance) }
        for entry in entries {
            let phase = PhaseWord.phase(of: entry.word, endsAt: resolvedAt, at: entry.at)
            // After the end, updates only add text: another phase would reopen the incident.
            let isLate = end.map { entry.at >= $0 } ?? false
            take(entry, phase: isLate && phase != .resolved ? nil : phase)
        }
        if let end { resolve(at: end) }
        giveFirstPhase()
        if isMaintenance { updates = updates.map(asMaintenance) }
    }
}

private extension UpdateCourse {
    static func oldestFirst(_ entries: [Entry]) -> [Entry] {
        guard let first = entries.first, let last = entries.last else { return [] }
        return (last.at < first.at ? entries.reversed() : entries).enumerated()
            .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
            .map(\.element)
    }

    /// Returns the end, which for an incident may be a later update that says so; maintenance ends when it is resolved.
    static func end(of entries: [Entry], resolvedAt: Instant, isMaintenance: Bool) -> Instant {
        guard !isMaintenance else { return resolvedAt }
        return entries.first { PhaseWord.isFinal($0.word) && $0.at >= resolvedAt }?.at ?? resolvedAt
    }

    /// Adds an update; a word that is not a phase, or not allowed here, becomes the first words of the text.
    mutating func take(_ entry: Entry, phase: Phase?) {
        let isSaid = entry.word.map { PhaseWord.isSaid(by: phase, $0) } ?? true
        let text = isSaid ? entry.text : "**\(entry.word ?? "")**\n\n" + entry.text
        updates.append(UpdateDescription(at: entry.at, phase: phase, text: text))
    }

    /// Makes sure that an update at the end says RESOLVED, before updates that were added later.
    mutating func resolve(at end: Instant) {
        guard !updates.isEmpty, !updates.contains(where: { $0.phase == .resolved && $0.at == end }) else {
            return
        }
        if let same = updates.firstIndex(where: { $0.at == end }) { return updates[same].phase = .resolved }
        let place = updates.firstIndex { $0.at > end } ?? updates.count
        updates.insert(UpdateDescription(at: end, phase: .resolved, text: ""), at: place)
    }

    /// Gives a first update without a phase the phase Investigating, or Resolved if the incident ended at that time.
    mutating func giveFirstPhase() {
        guard let first = updates.first, first.phase == nil else { return }
        if updates.contains(where: { $0.phase == .resolved && $0.at == first.at }) {
            updates[0].phase = .resolved
        } else {
            updates[0].phase = .investigating
            guessedAt = first.at
        }
    }

    func asMaintenance(_ update: UpdateDescription) -> UpdateDescription {
        var update = update
        switch update.phase {
        case .resolved: update.phase = .completed
        case .investigating, .identified, .mitigating, .monitoring:
            let isWork = update.at >= startedAt
            update.phase = !isWork ? .scheduled : update.phase == .monitoring ? .verifying : .inProgress
        default: break
        }
        return update
    }
}

/// The words of other tools that can only mean one phase.
enum PhaseWord {
    /// Returns the phase of a word; `nil` for `Update`, for other words, and for "Resolved" before the end.
    static func phase(of word: String?, endsAt: Instant?, at instant: Instant) -> Phase? {
        guard let phase = word.flatMap({ phases[$0.lowercased()] }) else { return nil }
        guard phase == .resolved else { return phase }
        return endsAt.map { instant >= $0 } ?? false ? phase : nil
    }

    /// Whether the word only repeats the record's own word for the phase.
    static func isSaid(by phase: Phase?, _ word: String) -> Bool {
        let word = word.lowercased()
        return phase == nil ? isUpdate(word) : phase?.rawValue == word
    }

    /// Whether the word says that the incident is over.
    static func isFinal(_ word: String?) -> Bool {
        word.map { phases[$0.lowercased()] == .resolved } ?? false
    }

    /// Whether the word says that people are at work.
    static func isOfWork(_ word: String?) -> Bool {
        guard let phase = word.flatMap({ phases[$0.lowercased()] }) else { return false }
        return phase != .resolved
    }

    private static func isUpdate(_ word: String) -> Bool { word == "update" || word == "updated" }

    private static let phases: [String: Phase] = [
        "investigating": .investigating, "identified": .identified, "monitoring": .monitoring,
        "resolved": .resolved, "complete": .resolved, "completed": .resolved, "closed": .resolved,
    ]

    /// Whether the word is known, so that a line that begins with it begins an update.
    static func isKnown(_ word: String) -> Bool {
        phases[word.lowercased()] != nil || isUpdate(word.lowercased())
    }
}
