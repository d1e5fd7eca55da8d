import StatusModel

/// Everything that the public could read about an incident in one version, part by part.
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
        /// The label; empty if the text needs none.
        let label: String
        let words: String
        /// The text to compare it by, since its words may come from settings that have changed in the meantime.
        let identity: String
        /// Its free texts, which stay the same when a time or a status next to them is corrected.
        var texts: [String] = []
    }

    /// The key of a part of a record.
    ///
    /// Updates are distinguished by their indices, sections by their titles.
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
    /// - Parameter parts: the parts of the record, including empty ones.
    init(_ record: Record, parts: [Part]) {
        isOver = record.kind == .incident && !record.isOpen
        hasImpact = !record.impact.isEmpty
        hasPostMortem = record.postMortem != nil
        updates = record.updates
        self.parts = parts.filter { !$0.words.isEmpty }
        places = Dictionary(self.parts.enumerated().map { ($1.key, $0) }) { first, _ in first }
    }

    /// The texts, to be searched for in those of other records.
    public var words: Set<String> { Set(parts.flatMap(\.sayings)) }

    /// Whether another version can be of the same incident: the title, the times or the time of an update are the same.
    public func tellsOfSameIncident(as other: ReadableRecord) -> Bool {
        let isKept = { (key: Key) in part(key).map { $0.identity == other.part(key)?.identity } ?? false }
        return isKept(.title) || isKept(.times)
            || !Set(updates.map(\.at)).isDisjoint(with: other.updates.map(\.at))
    }

    func part(_ key: Key) -> Part? { places[key].map { parts[$0] } }
}

extension ReadableRecord.Part {
    /// All its texts, as a whole and one by one.
    var sayings: [String] { [identity] + texts.filter { !$0.isEmpty } }
}
