import Diagnostics
public import StatusModel

/// An alert from its start to its end: a row of the ledger, with all that is known of when it ended.
public struct AlertEpisode: Hashable, Sendable {
    /// Its identity.
    public let id: ID
    /// When it ended; `nil` while it fires.
    public internal(set) var endedAt: Instant?
    /// `true` if its end is only inferred, because it is missing from snapshots.
    public internal(set) var isEndedByAbsence = false
    /// When a run first saw it.
    public let detectedAt: Instant?
    /// When a person took it on.
    public let acknowledgedAt: Instant?
    /// The id of the component that its rule named.
    public let component: String
    /// The level of the severity that its rule named.
    public let severity: String
    /// The record that tells of it; `nil` if there is none yet.
    public let record: AlertRecord?
}

extension AlertEpisode {
    /// The identity of an episode.
    public struct ID: Hashable, Sendable {
        /// The sender.
        public let source: String
        /// The alert's identity at its sender, as it is stored.
        public let key: String
        /// When it began.
        public let startedAt: Instant

        /// Makes an identity.
        public init(source: String, key: String, startedAt: Instant) {
            (self.source, self.key, self.startedAt) = (source, key, startedAt)
        }

        var sender: AlertSender { AlertSender(source: source, key: key) }
    }
}

extension AlertEpisode.ID: Comparable {
    /// By source and key, in the order of their bytes, then by start.
    public static func < (one: AlertEpisode.ID, other: AlertEpisode.ID) -> Bool {
        one.sender == other.sender ? one.startedAt < other.startedAt : one.sender < other.sender
    }
}

/// An alert, whenever it fires: a key and whose it is.
struct AlertSender: Hashable, Comparable {
    let source: String
    let key: String

    static func < (one: AlertSender, other: AlertSender) -> Bool {
        one.source == other.source ? one.key.precedes(other.key) : one.source.precedes(other.source)
    }
}

/// The decision on the incident that an episode belongs to.
public enum AlertRecord: Hashable, Sendable {
    /// There is a record: the name of its file, without a folder.
    case file(String)
    /// A person decided that there is to be none.
    case declined
}

extension AlertRecord {
    /// How the ledger writes it.
    var text: String {
        switch self {
        case .file(let name): name
        case .declined: "declined"
        }
    }

    /// Reads what the ledger writes; `nil` if that is not `declined` and no file's name.
    init?(_ text: String) {
        let isName = text.hasSuffix(".md") && text.utf8.first != UInt8(ascii: ".") && text.utf8.count <= 255
        let isSafe = text.unicodeScalars.allSatisfy { $0 != "/" && $0 != "\\" && !$0.isControl }
        switch text {
        case "declined": self = .declined
        case _ where isName && isSafe: self = .file(text)
        default: return nil
        }
    }

    /// The one that counts of two: a person's decision is the last. Of two files it is the first by its name's bytes.
    static func joined(_ one: AlertRecord?, _ other: AlertRecord?) -> AlertRecord? {
        switch (one, other) {
        case (.declined, _), (_, .declined): .declined
        case (.file(let one), .file(let other)): .file(one.precedes(other) ? one : other)
        default: one ?? other
        }
    }
}
