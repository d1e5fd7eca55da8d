import Diagnostics
public import StatusModel

/// An alert from its start to its end: a row of the ledger, with all that is known about its end.
public struct AlertEpisode: Hashable, Sendable {
    /// Its identity.
    public let id: ID
    /// The instant at which it ended; `nil` while it is firing.
    public internal(set) var endedAt: Instant?
    /// Whether the end of the alert is only inferred, because a snapshot no longer lists the alert.
    public internal(set) var isEndedByAbsence = false
    /// The instant at which a run first saw it.
    public let detectedAt: Instant?
    /// The instant at which a person acknowledged it.
    public let acknowledgedAt: Instant?
    /// The id of the component that its rule named.
    public let component: String
    /// The level of the severity that its rule named.
    public let severity: String
    /// The decision on its record; `nil` if there is none yet.
    public let record: AlertRecord?
}

extension AlertEpisode {
    /// The identity of an episode.
    public struct ID: Hashable, Sendable {
        /// The sender.
        public let source: String
        /// The alert's identity at its sender, in its stored form.
        public let key: String
        /// The instant at which it began.
        public let startedAt: Instant

        /// Makes an identity.
        public init(source: String, key: String, startedAt: Instant) {
            (self.source, self.key, self.startedAt) = (source, key, startedAt)
        }

        var sender: AlertSender { AlertSender(source: source, key: key) }
    }
}

extension AlertEpisode.ID: Comparable {
    /// Returns whether the first id sorts before the second: by the bytes of source and key, then by start.
    public static func < (one: AlertEpisode.ID, other: AlertEpisode.ID) -> Bool {
        one.sender == other.sender ? one.startedAt < other.startedAt : one.sender < other.sender
    }
}

/// An alert, whenever it fires: its sender's name, and its key there.
struct AlertSender: Hashable, Comparable {
    let source: String
    let key: String

    static func < (one: AlertSender, other: AlertSender) -> Bool {
        one.source == other.source ? one.key.precedes(other.key) : one.source.precedes(other.source)
    }
}

/// The decision on the incident that an episode belongs to.
public enum AlertRecord: Hashable, Sendable {
    /// A record, by the name of its file, without a folder.
    case file(String)
    /// A person decided that it gets no record.
    case declined
}

extension AlertRecord {
    /// The text in the ledger.
    var text: String {
        switch self {
        case .file(let name): name
        case .declined: "declined"
        }
    }

    /// Reads the text in a ledger; `nil` if it is neither `declined` nor the name of a file.
    init?(_ text: String) {
        let isName = text.hasSuffix(".md") && text.utf8.first != UInt8(ascii: ".") && text.utf8.count <= 255
        let isSafe = text.unicodeScalars.allSatisfy { $0 != "/" && $0 != "\\" && !$0.isControl }
        switch text {
        case "declined": self = .declined
        case _ where isName && isSafe: self = .file(text)
        default: return nil
        }
    }

    /// Returns the decision that counts of two.
    ///
    /// `declined` wins over a file, since a person decided it; of two files, the first by the bytes of its name.
    static func joined(_ one: AlertRecord?, _ other: AlertRecord?) -> AlertRecord? {
        switch (one, other) {
        case (.declined, _), (_, .declined): .declined
        case (.file(let one), .file(let other)): .file(one.precedes(other) ? one : other)
        default: one ?? other
        }
    }
}
