/// A level of the severity policy: how urgent an incident is for the team, and what is due for it.
///
/// Durations are whole seconds. What the policy leaves out is `nil` or empty, and requires nothing.
public struct Severity: Hashable, Sendable {
    /// A severity's place in ``StatusPage/severities``: 0 is the highest.
    public typealias Rank = Int

    /// The name that records use, such as `SEV-1`.
    public var level: String
    /// The name that readers see next to the level, such as "Critical".
    public var name: String?
    /// Other names that records may use.
    public var aliases: [String] = []
    /// Descriptions of the incidents that have this severity.
    public var definition: [String] = []
    /// Examples of such incidents.
    public var examples: [String] = []
    /// The status of components that a record lists without one.
    public var componentStatus: ComponentStatus?
    /// The audience that may see its incidents unless they say otherwise.
    public var visibility: Visibility = .public
    /// The people who respond.
    public var responders: String?
    /// The time within which a person acknowledges the incident, in seconds.
    public var acknowledgeWithin: Int?
    /// The time within which the first update is published, in seconds.
    public var noticeWithin: Int?
    /// The time within which the cause is identified, in seconds.
    public var identifyWithin: Int?
    /// The time within which its impact ends, in seconds.
    public var restoreWithin: Int?
    /// The time within which it is resolved, in seconds.
    public var resolveWithin: Int?
    /// The least time, in seconds, from the end of the impact to the resolution.
    public var watchFor: Int?
    /// The longest time between updates, in seconds.
    public var updateEvery: Int?
    /// The hours that the limits count.
    public var hours: Hours = .always
    /// The channels on which people are notified.
    public var notifications: [Notification] = []
    /// Whether and when a post-mortem is due.
    public var postMortem: PostMortemDuty?
    /// The people who are called in if the incident lasts, or when something happens.
    public var escalations: [Escalation] = []
    /// The tasks for the stages; at most one checklist for each.
    public var checklists: [Checklist] = []
    /// Addresses that say what to do in such an incident.
    public var runbooks: [String] = []
    /// The first day on which it is no longer in use.
    public var until: Day?

    /// Makes a severity that has a level and requires nothing.
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
    /// Returns a duration in the largest unit of which it is a whole number, as policies write it: `15m`.
    ///
    /// Up to three days, it is in hours: `48h`.
    public static func written(_ seconds: Int) -> String {
        let units = [(604_800, "w"), (86_400, "d"), (3_600, "h"), (60, "m")]
        let isInUnit = { (length: Int) in seconds >= length && seconds % length == 0 }
        let fit = units.first { length, unit in isInUnit(length) && (unit != "d" || seconds > 3 * 86_400) }
        guard let (length, unit) = fit else { return "\(seconds)s" }
        return "\(seconds / length)\(unit)"
    }
}

extension Severity {
    /// The hours that a policy's limits count.
    public enum Hours: String, Hashable, Sendable {
        /// All of them.
        case always
        /// Only those of ``BusinessHours``.
        case business
    }

    /// A channel and, if the policy names them, the people whom it reaches.
    public struct Notification: Hashable, Sendable {
        /// The channel, such as `email`.
        public var channel: String
        /// The people, such as "affected customers".
        public var audience: String?

        /// Makes a notification.
        public init(channel: String, audience: String? = nil) {
            (self.channel, self.audience) = (channel, audience)
        }

        /// Whether the channel has that name, as a whole or as its first word: `slack #incidents` also has the name
        /// `slack`.
        ///
        /// Case, spaces, `_` and `-` do not count.
        public func isOn(_ name: String) -> Bool {
            let key = Record.Detail.key(of: name)
            return Record.Detail.key(of: channel) == key
                || channel.split(whereSeparator: \.isWhitespace).first.map { Record.Detail.key(of: $0) }
                    == key
        }
    }

    /// Whether a post-mortem is due, by when, and with which sections.
    public struct PostMortemDuty: Hashable, Sendable {
        /// Whether it is required; otherwise, it is optional.
        public var isRequired: Bool
        /// The time after the resolution within which it is published, in seconds.
        public var within: Int?
        /// The time after the resolution within which the team holds its meeting, in seconds.
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
        /// The conditions for a step.
        public enum Trigger: Hashable, Sendable {
            /// The incident has been open for that many seconds.
            case after(Int)
            /// The event happened, in the policy's words.
            case when(String)
        }

        /// The condition for the step.
        public var trigger: Trigger
        /// The people who are called in.
        public var to: String

        /// Makes a step.
        public init(_ trigger: Trigger, to: String) {
            (self.trigger, self.to) = (trigger, to)
        }

        /// The event that triggers the step, in the policy's words; `nil` if only time does.
        public var event: String? {
            if case .when(let event) = trigger { event } else { nil }
        }

        /// Whether a step that calls in `people` calls in those that an update names.
        ///
        /// Case does not count, and words may have spaces, `-` or `_` between them.
        public static func calls(_ people: String, _ named: String) -> Bool {
            Record.Detail.key(of: people) == Record.Detail.key(of: named)
        }
    }
}
