public import StatusModel

/// A fact about one alert, as a sender reports it: that it began, that it ended, or that a person took it on.
public struct AlertFact: Hashable, Sendable {
    /// The sender, as in `alertmanager`: 1 to 32 of `a-z`, `0-9` and `-`.
    public let source: String
    /// The alert's identity at its sender, as it is stored: see ``AlertKey``.
    public let key: String
    /// When it began; `nil` for an end whose sender does not say which start it belongs to.
    public let startedAt: Instant?
    /// When it ended; `nil` if this is not about its end.
    public let endedAt: Instant?
    /// When a person took it on; `nil` if this is not about that.
    public let acknowledgedAt: Instant?
    /// Whether it fires and is silenced: such an alert neither begins nor ends.
    public let isSuppressed: Bool
    /// The sender's labels, which rules are matched with. They are neither stored nor shown.
    public let labels: [String: String]

    /// Makes a fact of the alert that its sender knows by `key`.
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
    /// The episode it is about; `nil` for an end that may belong to any start before it.
    public var id: AlertEpisode.ID? {
        startedAt.map { AlertEpisode.ID(source: source, key: key, startedAt: $0) }
    }

    var sender: AlertSender { AlertSender(source: source, key: key) }
}
