import StatusModel

/// A step of an incident's timeline: an entry of its post-mortem, an update, or both at once.
struct TimelineStep {
    /// The time of the step; `nil` if the author's words do not state it.
    let at: Instant?
    let entry: PostMortem.TimelineEntry?
    /// The place of the update among those of the record.
    var update: Int?
}

extension TimelineStep {
    /// Returns the entries with the updates between them, in the order of their times.
    ///
    /// An update shares a step with the entry that reports it.
    ///
    /// - Returns: the entries alone, as the author wrote them, if one of their times is not known.
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
            // Drafted entries are in the order of the updates, so a match is close to the one before.
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
    /// Returns the beginning of an entry that was drafted from the update.
    fileprivate func beginning(of update: Update) -> String {
        let said = update.keepsPhase ? firstSentence(of: update.prose, within: 160) : ""
        return said.isEmpty ? label(of: update.phase) : said
    }
}
