/// The account of an incident, written afterwards.
public struct PostMortem: Hashable, Sendable {
    /// The heading, as in "Post-mortem: connection pool exhausted".
    public var title: String
    /// The day it was published.
    public var publishedOn: Day?
    /// When it is to be held.
    public var scheduledAt: Instant?
    /// Who may see it.
    public var visibility: Visibility = .public
    /// What stands before the first section.
    public var introduction: Prose = .empty
    /// The same without what is the team's alone; `nil` if nothing of it is.
    public var publicIntroduction: Prose?
    /// The facts that its Impact section lists, in the author's order.
    public var impact: [Record.Detail] = []
    /// The sections, in the author's order.
    public var sections: [Section] = []

    /// Makes an account without content.
    public init(title: String) {
        self.title = title
    }
}

extension PostMortem {
    /// A part of the account under its own heading.
    public struct Section: Hashable, Sendable {
        /// What kind of section the heading makes it.
        public var kind: Kind
        /// The heading's text.
        public var title: String
        /// The text, less what stands in `timeline` and `actionItems`.
        public var prose: Prose
        /// The same without what is the team's alone; `nil` if nothing of it is.
        public var publicProse: Prose?
        /// Whether all of it is the team's alone.
        public var isInternal = false
        /// A timeline's entries, in the author's order.
        public var timeline: [TimelineEntry] = []
        /// The action items.
        public var actionItems: [ActionItem] = []

        /// Makes a section.
        public init(kind: Kind, title: String, prose: Prose) {
            (self.kind, self.title, self.prose) = (kind, title, prose)
        }
    }

    /// The kinds of section that the format knows by their headings.
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
        /// Any other.
        case other
    }

    /// One line of a timeline.
    public struct TimelineEntry: Hashable, Sendable {
        /// The time as the author wrote it, as in "17:10 UTC".
        public var time: String
        /// When that is, where it can be told.
        public var at: Instant?
        /// What happened.
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

    /// Whether it says anything. Its heading, the lines under that and the headings of sections are a frame alone.
    public var isWritten: Bool { !introduction.isEmpty || sections.contains { !$0.isEmpty } }
}

extension PostMortem.Section {
    /// Whether nothing stands under its heading.
    public var isEmpty: Bool { prose.isEmpty && timeline.isEmpty && actionItems.isEmpty }
}

/// Something to do after an incident.
public struct ActionItem: Hashable, Sendable {
    /// What is to be done.
    public var text: String
    /// Whether it is done.
    public var isDone: Bool
    /// Who does it: internal.
    public var owner: String?
    /// By when.
    public var dueOn: Day?
    /// Where it is tracked: internal.
    public var ticket: String?
    /// The same with its marks; `nil` if it is words alone: internal.
    public var ticketProse: InlineProse?
    /// Whether only the team may see it.
    public var isInternal = false

    /// Makes an action item.
    public init(text: String, isDone: Bool, owner: String? = nil, dueOn: Day? = nil, ticket: String? = nil) {
        (self.text, self.isDone, self.owner, self.dueOn, self.ticket) = (text, isDone, owner, dueOn, ticket)
    }

    /// Whether it is open on that day, and was to be done before it.
    public func isOverdue(on day: Day) -> Bool {
        guard !isDone, let dueOn else { return false }
        return dueOn < day
    }

    /// Whether the team is reminded of it on that day: it is overdue, and not for longer than
    /// ``Record/daysOfReminding``. Reports go on counting it.
    public func isOwed(on day: Day) -> Bool {
        guard isOverdue(on: day), let dueOn else { return false }
        return day.daysSinceEpoch - dueOn.daysSinceEpoch <= Record.daysOfReminding
    }
}
