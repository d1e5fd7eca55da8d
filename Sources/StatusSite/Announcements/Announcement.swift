public import StatusModel

/// What is to be said of a record's news, whatever the channel: facts alone, as they were by then, and no wording.
public struct Announcement: Sendable {
    /// What readers learn from it.
    let kind: Kind
    /// The site it is about, as the audience may see it.
    let page: StatusPage
    /// Its record, with the updates up to this one.
    var record: Record
    /// The update; nothing for a record that has none.
    let update: Update?
    /// The news; `nil` for a record that is still to begin and has no updates.
    let news: News?
    /// The fragment at which it is found on the record's page.
    let anchor: String?
    /// When it was said or happened; for a record that is still to begin, the instant of the announcement.
    public let at: Instant
    /// How far the work has come; a notice has no phase.
    let phase: Phase?
    /// The severity it has by then; only incidents have one.
    let severity: Severity?
    /// The components it is about, with the status they have by then, or had at worst where it is over.
    let components: [StatusChange]
    /// When the impact, the work or the notice began or will begin.
    let startedAt: Instant
    /// When it ended, or is planned to.
    let endsAt: Instant?
    /// The series that it announces as a whole; `nil` for all else.
    var series: Series?
    /// Whether nobody wrote its update, which says that announced maintenance affects other components.
    var isUnwritten = false
    /// When someone or something noticed.
    let detectedAt: Instant?
    /// When someone took it on.
    let acknowledgedAt: Instant?
    /// The steps that led here, oldest first.
    let timeline: [Step]
    /// The cause, as far as it is known.
    let rootCause: String?
    /// The remedy.
    let fix: String?
    /// The post-mortem, where there is more of it than a date.
    let postMortem: PostMortem?
    /// What comes next.
    let nextSteps: [NextStep]
    /// For the team, while an incident is open: where it says what to do.
    let runbooks: [Runbook]

    /// What readers learn from an announcement.
    enum Kind: String, Sendable {
        /// That something is wrong.
        case firstNotice = "first_notice"
        /// How the work on it goes on.
        case update
        /// That it is over.
        case resolution
        /// That its post-mortem is published.
        case postMortem = "post_mortem"
        /// That the service is worked on, now or later.
        case maintenance
        /// Something else worth knowing.
        case notice
    }

    /// A step of the work on an incident.
    struct Step: Sendable {
        let at: Instant
        let event: Event

        /// What happened.
        enum Event: Sendable {
            case began
            case detected
            case acknowledged
            case reported(Phase)
        }
    }

    /// What only the team may read.
    enum Internal {
        /// A detail of the record.
        case detail(Record.Detail)
        /// Whom the update called in.
        case escalation([String])
    }

    /// What is to come, as far as the record or the policy says so.
    enum NextStep: Sendable {
        /// The post-mortem is to be held then.
        case postMortem(Instant)
        /// The policy wants the team to meet over it by then: internal.
        case meetingDue(Instant)
        /// The policy wants a post-mortem by then: internal.
        case postMortemDue(Instant)
        /// An action item that is still to be done.
        case actionItem(ActionItem)
    }
}

extension Announcement {
    /// Whether its components are no longer affected, so that their statuses are those they had.
    var isOver: Bool {
        switch kind {
        case .resolution, .postMortem: true
        case .maintenance: phase == .completed
        case .firstNotice, .update, .notice: false
        }
    }
}
