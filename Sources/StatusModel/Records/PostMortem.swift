/// The team's analysis of an incident after it is over.
public struct PostMortem: Hashable, Sendable {
    /// The heading, such as "Post-mortem: connection pool exhausted".
    public var title: String
    /// The day on which it was published.
    public var publishedOn: Day?
    /// The instant at which its meeting is scheduled.
    public var scheduledAt: Instant?
    /// The audience that may see it.
    public var visibility: Visibility = .public
    /// The text before the first section.
    public var introduction: Prose = .empty
    /// The introduction without its internal parts; `nil` if it has none.
    public var publicIntroduction: Prose?
    /// The facts that its Impact section lists, in the author's order.
    public var impact: [Record.Detail] = []
    /// The sections, in the author's order.
    public var sections: [Section] = []

    /// Makes a post-mortem without content.
    public init(title: String) {
        self.title = title
    }
}

extension PostMortem {
    /// A part of the post-mortem under its own heading.
    public struct Section: Hashable, Sendable {
        /// The kind of section, by its heading.
        public var kind: Kind
        /// The heading's text.
        public var title: String
        /// The text, without what is in `timeline` and `actionItems`.
        public var prose: Prose
        /// The text without its internal parts; `nil` if it has none.
        public var publicProse: Prose?
        /// Whether all of it is internal.
        public var isInternal = false
        /// A timeline's entries, in the author's order.
        public var timeline: [TimelineEntry] = []
        /// The action items, in the author's order.
        public var actionItems: [ActionItem] = []

        /// Makes a section.
        public init(kind: Kind, title: String, prose: Prose) {
            (self.kind, self.title, self.prose) = (kind, title, prose)
        }
    }

    /// The kinds of section that the format recognizes by their headings.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// "Summary".
        case summary
        /// "Timeline".
        case timeline
        /// "Root cause".
        case rootCause
        /// "Impact".
        case impact
        /// "Resolution".
        case resolution
        /// "Prevention".
        case prevention
        /// "Action items".
        case actionItems
        /// "Lessons learned".
        case lessonsLearned
        /// "What went well".
        case wentWell
        /// "What could be improved".
        case couldBeImproved
        /// Any other heading.
        case other
    }

    /// One line of a timeline.
    public struct TimelineEntry: Hashable, Sendable {
        /// The time as the author wrote it, such as "17:10 UTC".
        public var time: String
        /// The instant that the time means, if known.
        public var at: Instant?
        /// A description of what happened.
        public var prose: Prose
        /// Whether only the team may see it.
        public var isInternal = false

        /// Makes an entry.
        public init(time: String, at: Instant? = nil, prose: Prose) {
            (self.time, self.at, self.prose) = (time, at, prose)
        }
    }

    /// Changes each of its texts.
    mutating func changeTexts(_ change: (inout Prose) -> Void) {
        change(&introduction)
        if var text = publicIntroduction {
            change(&text)
            publicIntroduction = text
        }
        for section in sections.indices {
            change(&sections[section].prose)
            if var text = sections[section].publicProse {
                change(&text)
                sections[section].publicProse = text
            }
            for entry in sections[section].timeline.indices {
                change(&sections[section].timeline[entry].prose)
            }
        }
    }

    /// All action items, in the author's order.
    public var actionItems: [ActionItem] { sections.flatMap(\.actionItems) }

    /// Whether it says anything.
    ///
    /// Its heading, the lines below that and the headings of sections do not count.
    public var isWritten: Bool { !introduction.isEmpty || sections.contains { !$0.isEmpty } }
}

extension PostMortem.Section {
    /// Whether nothing is under its heading.
    public var isEmpty: Bool { prose.isEmpty && timeline.isEmpty && actionItems.isEmpty }
}

/// Something to do after an incident.
public struct ActionItem: Hashable, Sendable {
    /// The task.
    public var text: String
    /// Whether it is done.
    public var isDone: Bool
    /// The person who does it; internal.
    public var owner: String?
    /// The day by which it should be done.
    public var dueOn: Day?
    /// The reference to where it is tracked; internal.
    public var ticket: String?
    /// The reference with its marks, internal; `nil` if it is plain words.
    public var ticketProse: InlineProse?
    /// Whether only the team may see it.
    public var isInternal = false

    /// Makes an action item.
    public init(text: String, isDone: Bool, owner: String? = nil, dueOn: Day? = nil, ticket: String? = nil) {
        (self.text, self.isDone, self.owner, self.dueOn, self.ticket) = (text, isDone, owner, dueOn, ticket)
    }

    /// Whether it is open on that day and was due before it.
    public func isOverdue(on day: Day) -> Bool {
        guard !isDone, let dueOn else { return false }
        return dueOn < day
    }

    /// Whether the team is reminded of it on that day: it is overdue, but for no longer than
    /// ``Record/daysOfReminding``.
    ///
    /// Reports continue to count it.
    public func isOwed(on day: Day) -> Bool {
        guard isOverdue(on: day), let dueOn else { return false }
        return day.daysSinceEpoch - dueOn.daysSinceEpoch <= Record.daysOfReminding
    }
}
