import StatusModel

/// The updates of an incident, brought into agreement with what its front matter says of start and end.
///
/// Other tools let updates and front matter contradict each other; a record may not. The front matter counts:
/// it is what the old page showed.
struct UpdateCourse {
    /// Oldest first.
    private(set) var updates: [UpdateDescription] = []
    /// When the first update was said, if its phase is a guess: a record's first update cannot do without one.
    private(set) var guessedAt: Instant?
    private let isMaintenance: Bool
    private let startedAt: Instant

    /// An update as the source has it.
    struct Entry {
        var at: Instant
        /// The source's word for its phase.
        var word: String?
        var text: String
    }

    /// - Parameters:
    ///   - entries: in the order of the source, oldest or newest first.
    ///   - resolvedAt: when it was resolved; nothing while it is open.
    init(of entries: [Entry], startedAt: Instant, resolvedAt: Instant?, isMaintenance: Bool) {
        self.isMaintenance = isMaintenance
        self.startedAt = startedAt
        let entries = Self.oldestFirst(entries)
        let end = resolvedAt.map { Self.end(of: entries, resolvedAt: $0, isMaintenance: isMaintenance) }
        for entry in entries {
            let phase = PhaseWord.phase(of: entry.word, endsAt: resolvedAt, at: entry.at)
            // What comes after the end adds to it: another phase there would open the incident again.
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

    /// People may look after an incident for longer than it lasts. Maintenance is over when it is over.
    static func end(of entries: [Entry], resolvedAt: Instant, isMaintenance: Bool) -> Instant {
        guard !isMaintenance else { return resolvedAt }
        return entries.first { PhaseWord.isFinal($0.word) && $0.at >= resolvedAt }?.at ?? resolvedAt
    }

    /// A word that is no phase, or that cannot stand there, is kept as the text's first words.
    mutating func take(_ entry: Entry, phase: Phase?) {
        let isSaid = entry.word.map { PhaseWord.isSaid(by: phase, $0) } ?? true
        let text = isSaid ? entry.text : "**\(entry.word ?? "")**\n\n" + entry.text
        updates.append(UpdateDescription(at: entry.at, phase: phase, text: text))
    }

    /// Sees to it that an update says RESOLVED at the end, before what was added later.
    mutating func resolve(at end: Instant) {
        guard !updates.isEmpty, !updates.contains(where: { $0.phase == .resolved && $0.at == end }) else {
            return
        }
        if let same = updates.firstIndex(where: { $0.at == end }) { return updates[same].phase = .resolved }
        let place = updates.firstIndex { $0.at > end } ?? updates.count
        updates.insert(UpdateDescription(at: end, phase: .resolved, text: ""), at: place)
    }

    /// A first update that names no phase is investigating, unless the end is there.
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

/// The words of other tools that can mean one phase only.
enum PhaseWord {
    /// The phase of a word; nothing for `Update` and for any other word. "Resolved" before the end is none.
    static func phase(of word: String?, endsAt: Instant?, at instant: Instant) -> Phase? {
        guard let phase = word.flatMap({ phases[$0.lowercased()] }) else { return nil }
        guard phase == .resolved else { return phase }
        return endsAt.map { instant >= $0 } ?? false ? phase : nil
    }

    /// Whether the word says no more than the record's own word for the phase does.
    static func isSaid(by phase: Phase?, _ word: String) -> Bool {
        let word = word.lowercased()
        return phase == nil ? isUpdate(word) : phase?.rawValue == word
    }

    /// Whether the word says that it is over.
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

    /// Whether the word is one of those, so that a line that begins with it begins an update.
    static func isKnown(_ word: String) -> Bool {
        phases[word.lowercased()] != nil || isUpdate(word.lowercased())
    }
}
