public import StatusModel

extension StatusPage {
    /// The channels that the severities name under `notify`, now or formerly, each once in their order.
    public var channels: [String] {
        var known: Set<String> = []
        return notifications.map(\.channel).filter { known.insert(Record.Detail.key(of: $0)).inserted }
    }

    /// Whether a severity names the channel under `notify`, now or formerly.
    public func hasChannel(_ name: String) -> Bool { notifications.contains { $0.isOn(name) } }

    private var notifications: [Severity.Notification] {
        severities.indices.flatMap { rank in
            severities[rank].notifications
                + (formerRules.severities[rank]?.entries ?? []).flatMap(\.value.notifications)
        }
    }
}

extension Announcement {
    /// Whether it is for that channel: if the severity that it tells of named it in the policy that was in force when the
    /// incident began. What has no severity, as maintenance, is for all of them.
    ///
    /// - Parameters:
    ///   - channel: as under `notify`, or its first word.
    ///   - policy: the site with its whole policy, which the public's copy has not.
    public func isFor(_ channel: String, by policy: StatusPage) -> Bool {
        guard let severity, let rank = policy.severities.firstIndex(where: { $0.level == severity.level })
        else { return true }
        return policy.rules.severity(rank, at: startedAt).notifications.contains { $0.isOn(channel) }
    }
}
