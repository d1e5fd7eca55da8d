import StatusModel

/// A step of an incident's timeline: what its post-mortem tells, what readers were told, or both at once.
struct TimelineStep {
    /// When it was; `nil` if the author's words do not say.
    let at: Instant?
    let entry: PostMortem.TimelineEntry?
    /// The place of the update among the record's.
    var update: Int?
}

extension TimelineStep {
    /// The entries with the updates between them, in the order of their times. An update stands with the entry that tells
    /// of it.
    ///
    /// - Returns: the entries alone, as the author wrote them, if a time cannot be told.
    static func steps(of entries: [PostMortem.TimelineEntry], beside updates: [Update], _ words: Localizer)
        -> [TimelineStep]
    {
        let times = entries.compactMap(\.at)
        guard times.count == entries.count else {
            return entries.map { TimelineStep(at: nil, entry: $0) }
        }
        var own = zip(times, entries).map { TimelineStep(at: $0, entry: $1) }
        var places = Dictionary(grouping: own.indices) { times[$0].seconds / 60 }.mapValues { $0[...] }
        var told: [TimelineStep] = []
        for (number, update) in updates.enumerated() {
            let minute = update.at.seconds / 60
            // What was drafted stands in the order of the updates, near the one before.
            let beginning = words.beginning(of: update)
            let place = places[minute]?.prefix(8).first { entries[$0].prose.text.hasPrefix(beginning) }
            if let place {
                own[place].update = number
                places[minute] = places[minute]?.drop { $0 <= place }
            } else {
                told.append(TimelineStep(at: update.at, entry: nil, update: number))
            }
        }
        return (own + told).enumerated()
            .sorted {
                ($0.element.at ?? .distantPast, $0.offset) < ($1.element.at ?? .distantPast, $1.offset)
            }
            .map(\.element)
    }
}

extension Localizer {
    /// What an entry begins with that was drafted from the update.
    fileprivate func beginning(of update: Update) -> String {
        let said = update.keepsPhase ? firstSentence(of: update.prose, within: 160) : ""
        return said.isEmpty ? label(of: update.phase) : said
    }
}
