/// A level of the severity policy: how urgent an incident is inside the team, and what is due for it.
///
/// Durations are whole seconds. What the policy leaves out is `nil` or empty and asks nothing.
public struct Severity: Hashable, Sendable {
    /// A severity's place in ``StatusPage/severities``: 0 is the highest.
    public typealias Rank = Int

    /// What records call it, as in `SEV-1`.
    public var level: String
    /// What readers see beside the level, as in "Critical".
    public var name: String?
    /// Other names that records may use.
    public var aliases: [String] = []
    /// What makes an incident one of this severity.
    public var definition: [String] = []
    /// Incidents that would be.
    public var examples: [String] = []
    /// The status of components that a record lists without one.
    public var componentStatus: ComponentStatus?
    /// Who may see its incidents unless they say otherwise.
    public var visibility: Visibility = .public
    /// Who answers.
    public var responders: String?
    /// Seconds within which a person takes it on.
    public var acknowledgeWithin: Int?
    /// Seconds within which the public hears of it.
    public var noticeWithin: Int?
    /// Seconds within which the cause is known.
    public var identifyWithin: Int?
    /// Seconds within which its impact has ended.
    public var restoreWithin: Int?
    /// Seconds within which it is resolved.
    public var resolveWithin: Int?
    /// The least time, in seconds, from the end of the impact to the resolution.
    public var watchFor: Int?
    /// The longest silence between updates, in seconds.
    public var updateEvery: Int?
    /// Which hours the limits count.
    public var hours: Hours = .always
    /// Who is told, and how.
    public var notifications: [Notification] = []
    /// Whether a post-mortem is due.
    public var postMortem: PostMortemDuty?
    /// Who is called in when it lasts, or when something happens.
    public var escalations: [Escalation] = []
    /// What to see to, stage by stage; at most one for each.
    public var checklists: [Checklist] = []
    /// Addresses of what to do in such an incident.
    public var runbooks: [String] = []
    /// The first day on which it is no longer in use.
    public var until: Day?

    /// Makes a severity that has a level and asks nothing.
    public init(level: String) {
        self.level = level
    }
}

extension Severity {
    /// Whether it is no longer in use on the day.
    public func isRetired(on day: Day) -> Bool {
        until.map { $0 <= day } ?? false
    }
}

extension Severity {
    /// A length of time in the largest unit that it is a whole number of, as policies write it: `15m`. Up to three days
    /// they write hours: `48h`.
    public static func written(_ seconds: Int) -> String {
        let units = [(604_800, "w"), (86_400, "d"), (3_600, "h"), (60, "m")]
        let isInUnit = { (length: Int) in seconds >= length && seconds % length == 0 }
        let fit = units.first { length, unit in isInUnit(length) && (unit != "d" || seconds > 3 * 86_400) }
        guard let (length, unit) = fit else { return "\(seconds)s" }
        return "\(seconds / length)\(unit)"
    }
}

extension Severity {
    /// Which hours a policy's limits count.
    public enum Hours: String, Hashable, Sendable {
        /// All of them.
        case always
        /// Only those of ``BusinessHours``.
        case business
    }

    /// A channel and, where the policy names one, the people it reaches.
    public struct Notification: Hashable, Sendable {
        /// The channel, as in `email`.
        public var channel: String
        /// The people, as in "affected customers".
        public var audience: String?

        /// Makes a notification.
        public init(channel: String, audience: String? = nil) {
            (self.channel, self.audience) = (channel, audience)
        }

        /// Whether the channel is called so: wholly, or by its first word, as `slack #incidents` is by `slack`. Case,
        /// blanks, `_` and `-` do not count.
        public func isOn(_ name: String) -> Bool {
            let key = Record.Detail.key(of: name)
            return Record.Detail.key(of: channel) == key
                || channel.split(whereSeparator: \.isWhitespace).first.map { Record.Detail.key(of: $0) }
                    == key
        }
    }

    /// Whether a post-mortem is due, by when, and what it tells.
    public struct PostMortemDuty: Hashable, Sendable {
        /// Whether it is required; otherwise welcome.
        public var isRequired: Bool
        /// Seconds after the resolution by which it is published.
        public var within: Int?
        /// Seconds after the resolution by which the team meets over it.
        public var heldWithin: Int?
        /// The headings of its sections, in the order in which the team writes them.
        public var sections: [String]

        /// Makes a duty.
        public init(isRequired: Bool, within: Int? = nil, heldWithin: Int? = nil, sections: [String] = []) {
            (self.isRequired, self.within) = (isRequired, within)
            (self.heldWithin, self.sections) = (heldWithin, sections)
        }
    }

    /// A step of the escalation ladder: after some time, or when something happens.
    public struct Escalation: Hashable, Sendable {
        /// What brings the step about.
        public enum Trigger: Hashable, Sendable {
            /// The incident has been open for that many seconds.
            case after(Int)
            /// The event happened, in the policy's words.
            case when(String)
        }

        /// What brings the step about.
        public var trigger: Trigger
        /// Who is called in.
        public var to: String

        /// Makes a step.
        public init(_ trigger: Trigger, to: String) {
            (self.trigger, self.to) = (trigger, to)
        }

        /// What has to happen for the step, in the policy's words; `nil` if it hangs on time alone.
        public var event: String? {
            if case .when(let event) = trigger { event } else { nil }
        }

        /// Whether a step to the ones calls in the others, as an update names them: in any case, with blanks, `-` or `_`
        /// between the words.
        public static func calls(_ people: String, _ named: String) -> Bool {
            Record.Detail.key(of: people) == Record.Detail.key(of: named)
        }
    }
}
