import StatusModel

/// What the public could read of an incident in one of its versions, part by part.
public struct ReadableRecord: Sendable {
    /// Whether the incident was over.
    public let isOver: Bool
    /// Whether it had facts on its impact.
    let hasImpact: Bool
    /// Whether it had a post-mortem.
    let hasPostMortem: Bool
    let parts: [Part]
    let updates: [Update]
    private let places: [Key: Int]

    /// A part of the record, in plain text.
    struct Part: Hashable, Sendable {
        let key: Key
        /// What it is called; empty if its words say so.
        let label: String
        let words: String
        /// What it is compared by: its words may be those of settings that were changed meanwhile.
        let identity: String
        /// Its free texts, which stay what they are when a time or a status beside them is corrected.
        var texts: [String] = []
    }

    /// Which part of a record it is. Updates are told apart by their places, sections by their titles.
    enum Key: Hashable, Sendable {
        case title, times, recurrence, detected, acknowledged, detectedBy, severity, components, summary,
            tags, references
        case postMortem
        case impact(String)
        case update(Int)
        case section(String, Int)
    }
}

extension ReadableRecord {
    /// - Parameter parts: those of the record, without regard to which of them are empty.
    init(_ record: Record, parts: [Part]) {
        isOver = record.kind == .incident && !record.isOpen
        hasImpact = !record.impact.isEmpty
        hasPostMortem = record.postMortem != nil
        updates = record.updates
        self.parts = parts.filter { !$0.words.isEmpty }
        places = Dictionary(self.parts.enumerated().map { ($1.key, $0) }) { first, _ in first }
    }

    /// Its words, to be looked for in those of others.
    public var words: Set<String> { Set(parts.flatMap(\.sayings)) }

    /// Whether another version can be one of the same incident: they have the title, the times or the time of an update in
    /// common.
    public func tellsOfSameIncident(as other: ReadableRecord) -> Bool {
        let isKept = { (key: Key) in part(key).map { $0.identity == other.part(key)?.identity } ?? false }
        return isKept(.title) || isKept(.times)
            || !Set(updates.map(\.at)).isDisjoint(with: other.updates.map(\.at))
    }

    func part(_ key: Key) -> Part? { places[key].map { parts[$0] } }
}

extension ReadableRecord.Part {
    /// All that it says, as a whole and text by text.
    var sayings: [String] { [identity] + texts.filter { !$0.isEmpty } }
}
