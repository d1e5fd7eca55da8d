public import StatusModel

/// The facts of a record's news for all channels, as of the time of the news and without wording.
public struct Announcement: Sendable {
    /// The kind of the news.
    let kind: Kind
    /// The site, as the audience may see it.
    let page: StatusPage
    /// The record, with the updates up to this one.
    var record: Record
    /// The update; `nil` if the record has none.
    let update: Update?
    /// The news; `nil` for a record that has not begun and has no updates.
    let news: News?
    /// The fragment of its place on the record's page.
    let anchor: String?
    /// When it was written or happened; for a record that has not begun, the instant of the announcement.
    public let at: Instant
    /// The phase; `nil` for a notice.
    let phase: Phase?
    /// The severity at that time; only incidents have one.
    let severity: Severity?
    /// The affected components with their statuses at that time, or with their worst statuses if it is over.
    let components: [StatusChange]
    /// When the impact, the work or the notice began or will begin.
    let startedAt: Instant
    /// When it ended, or is planned to end.
    let endsAt: Instant?
    /// The series, if it announces a whole one; `nil` otherwise.
    var series: Series?
    /// Whether nobody wrote its update, which says that announced maintenance affects other components.
    var isUnwritten = false
    /// When the incident was detected.
    let detectedAt: Instant?
    /// When the incident was acknowledged.
    let acknowledgedAt: Instant?
    /// The steps so far, the oldest first.
    let timeline: [Step]
    /// The cause, as far as it is known.
    let rootCause: String?
    /// The remedy.
    let fix: String?
    /// The post-mortem, if it has more than a date.
    let postMortem: PostMortem?
    /// The next steps.
    let nextSteps: [NextStep]
    /// The runbooks for the team, while an incident is open.
    let runbooks: [Runbook]

    /// A kind of announcement.
    enum Kind: String, Sendable {
        /// A new incident.
        case firstNotice = "first_notice"
        /// An update of an incident.
        case update
        /// The resolution of an incident.
        case resolution
        /// A published post-mortem.
        case postMortem = "post_mortem"
        /// Maintenance, now or later.
        case maintenance
        /// A notice.
        case notice
    }

    /// A step of the work on an incident.
    struct Step: Sendable {
        let at: Instant
        let event: Event

        /// The event of a step.
        enum Event: Sendable {
            case began
            case detected
            case acknowledged
            case reported(Phase)
        }
    }

    /// A fact that only the team may read.
    enum Internal {
        /// A detail of the record.
        case detail(Record.Detail)
        /// The people whom the update called in.
        case escalation([String])
    }

    /// A next step, as far as the record or the policy says so.
    enum NextStep: Sendable {
        /// The time for which the post-mortem is planned.
        case postMortem(Instant)
        /// The time by which the policy requires a meeting; internal.
        case meetingDue(Instant)
        /// The time by which the policy requires a post-mortem; internal.
        case postMortemDue(Instant)
        /// An action item that is not done.
        case actionItem(ActionItem)
    }
}

extension Announcement {
    /// Whether the components are no longer affected, so that the statuses are those that they had.
    var isOver: Bool {
        switch kind {
        case .resolution, .postMortem: true
        case .maintenance: phase?.isFinal == true
        case .firstNotice, .update, .notice: false
        }
    }
}
