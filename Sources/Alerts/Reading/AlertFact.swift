public import StatusModel

/// A fact about one alert, as a sender reports it: that it began, that it ended, or that a person acknowledged it.
public struct AlertFact: Hashable, Sendable {
    /// The sender, such as `alertmanager`: 1 to 32 of `a-z`, `0-9` and `-`.
    public let source: String
    /// The alert's identity at its sender, in its stored form; see ``AlertKey``.
    public let key: String
    /// The instant at which it began; `nil` for an end whose sender does not say to which start it belongs.
    public let startedAt: Instant?
    /// The instant at which it ended; `nil` if the fact is not about its end.
    public let endedAt: Instant?
    /// The instant at which a person acknowledged it; `nil` if the fact is not about that.
    public let acknowledgedAt: Instant?
    /// Whether the alert is firing but silenced.
    ///
    /// Such an alert neither begins nor ends.
    public let isSuppressed: Bool
    /// The sender's labels, which are matched with rules.
    ///
    /// They are neither stored nor shown.
    public let labels: [String: String]

    /// Makes a fact about the alert that its sender identifies by `key`.
    init(
        source: String,
        key: String,
        startedAt: Instant? = nil,
        endedAt: Instant? = nil,
        acknowledgedAt: Instant? = nil,
        isSuppressed: Bool = false,
        labels: [String: String]
    ) {
        (self.source, self.key) = (source, AlertKey.stored(key, from: source))
        (self.startedAt, self.endedAt, self.acknowledgedAt) = (startedAt, endedAt, acknowledgedAt)
        (self.isSuppressed, self.labels) = (isSuppressed, labels)
    }
}

extension AlertFact {
    /// The episode that it is about; `nil` for an end that may belong to any start before it.
    public var id: AlertEpisode.ID? {
        startedAt.map { AlertEpisode.ID(source: source, key: key, startedAt: $0) }
    }

    var sender: AlertSender { AlertSender(source: source, key: key) }
}
