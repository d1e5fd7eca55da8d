public import StatusModel

extension StatusPage {
    /// The channels in `notify` of the current and former severities, each once, in their order.
    public var channels: [String] {
        var known: Set<String> = []
        return notifications.map(\.channel).filter { known.insert(Record.Detail.key(of: $0)).inserted }
    }

    /// Whether a current or former severity names the channel under `notify`.
    public func hasChannel(_ name: String) -> Bool { notifications.contains { $0.isOn(name) } }

    private var notifications: [Severity.Notification] {
        severities.indices.flatMap { rank in
            severities[rank].notifications
                + (formerRules.severities[rank]?.entries ?? []).flatMap(\.value.notifications)
        }
    }
}

extension Announcement {
    /// Whether it is for that channel.
    ///
    /// If it has a severity, the policy in force when the incident began must name the channel for that severity. An
    /// announcement without a severity, such as one of maintenance, is for all channels.
    ///
    /// - Parameters:
    ///   - channel: the channel as under `notify`, or its first word.
    ///   - policy: the site with its whole policy, which the public's copy lacks.
    public func isFor(_ channel: String, by policy: StatusPage) -> Bool {
        guard let severity, let rank = policy.severities.firstIndex(where: { $0.level == severity.level })
        else { return true }
        return policy.rules.severity(rank, at: startedAt).notifications.contains { $0.isOn(channel) }
    }
}
