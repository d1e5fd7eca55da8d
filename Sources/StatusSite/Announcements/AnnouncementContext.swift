import StatusModel

/// The values of an announcement in words, which the templates of all channels can use.
final class AnnouncementContext: TemplateContext {
    let announcement: Announcement
    let limits: MessageLimits
    let words: Localizer
    /// The escaping of texts when they are sent, which determines their lengths.
    private let escaping: Escaping

    init(
        _ announcement: Announcement, in language: Language, for escaping: Escaping = .text,
        limits: MessageLimits = MessageLimits()
    ) {
        (self.announcement, self.escaping, self.limits) = (announcement, escaping, limits)
        words = Localizer(of: announcement.page, in: language)
    }

    /// Returns the length of a character by the channel's way of counting.
    func length(of character: Character) -> Int { escaping.length(of: String(character)) }

    static let vocabulary = Vocabulary<AnnouncementContext>([
        .flag("isFirstNotice", "whether it is the first update of an incident") { $0.isA(.firstNotice) },
        .flag("isUpdate", "whether it is a later update of an open incident") { $0.isA(.update) },
        .flag("isResolution", "whether it says that an incident is over") { $0.isA(.resolution) },
        .flag("isPostMortem", "whether it says that the post-mortem of an incident is published") {
            $0.isA(.postMortem)
        },
        .flag("isMaintenance", "whether it is about maintenance") { $0.isA(.maintenance) },
        .flag("isNotice", "whether it is about a notice") { $0.isA(.notice) },
        .text("siteTitle", "the site's title") { $0.siteTitle },
        .text("title", "the record's title") { $0.title },
        .text("heading", "the title with what happened, such as Incident resolved: Story API is down") {
            $0.heading
        },
        .text(
            "statusAndTitle",
            "the phase, if there is one, and the title, such as Identified: Story API is down"
        ) {
            $0.statusAndTitle
        },
        .text("id", "the record's id, such as 2026-01-02-story-api: its file name without `.md`") {
            $0.fit($0.announcement.record.id, \.line)
        },
        .text("date", "the date on which it began or begins, such as 2 Jan 2026") { $0.date },
        .text("reference", "the public reference, such as a ticket number; may be empty") {
            $0.unless(.reference) { $0.fit($0.announcement.record.ticket, \.value) }
        },
        .text("status", "the phase, such as Identified; empty for a notice") { $0.status },
        .text(
            "severity",
            "its severity at the time of the message, such as High; once it is over, the highest it reached"
        ) {
            $0.severity
        },
        .text("level", "the level of that severity, such as SEV-2; may be empty") {
            $0.unless(.severity) { $0.fit($0.announcement.severity?.level, \.line) }
        },
        .text(
            "levelName", "the name of that level, such as High; the level itself if it has none; may be empty"
        ) {
            $0.levelName
        },
        .text("componentNames", "the components by name only, such as Story API, Shop; may be empty") {
            $0.componentNames
        },
        .text(
            "affected",
            "the affected components, each with its status at the time of the message, or the worst it had, such as "
                + "Story API (was: partial outage); may be empty"
        ) {
            $0.affected
        },
        .text("impact", "the effect on users and business, without its duration; may be empty") {
            $0.impact
        },
        .list("impacts", "the same as single facts, in the author's order") { $0.impacts },
        .text("said", "the text of the update, as plain text; may be empty") { $0.said },
        .markup(
            "saidMarkdown",
            "the text of the update, with lists, links and emphasis in the markup of the template's format; may be empty"
        ) { $0.saidMarkdown },
        .text("saidAt", "the time of the update, for example 2 Jan 2026, 17:05 UTC") { $0.saidAt },
        .text("when", "when it began, or its actual or planned start and end") { $0.when },
        .text("startedAt", "when it began or begins, for example 2 Jan 2026, 17:05 UTC") {
            $0.time($0.announcement.startedAt)
        },
        .text("detected", "when an incident was noticed; may be empty") {
            $0.time($0.announcement.detectedAt)
        },
        .text("acknowledgedAt", "when someone took an incident on; may be empty") {
            $0.time($0.announcement.acknowledgedAt)
        },
        .text("endedAt", "when its impact or the work ended; empty while it lasts") {
            $0.time($0.announcement.endedAt)
        },
        .text("resolvedAt", "when an incident was resolved; empty while it is open") {
            $0.time($0.announcement.record.resolvedAt)
        },
        .text("durationSoFar", "how long its impact has lasted so far; empty once it is over") {
            $0.durationSoFar
        },
        .text("duration", "how long its impact lasted; empty while it lasts") { $0.duration },
        .text("nextUpdate", "when the next update is promised; may be empty") { $0.nextUpdate },
        .text(
            "updateEvery",
            "how often the policy requires an update, for example 30 min; empty once it is over"
        ) {
            $0.updateEvery
        },
        .text("expected", "when a resolution is expected; may be empty") { $0.expected },
        .text("rootCause", "the cause, if it is known; may be empty") {
            $0.unless(.rootCause) { $0.fit($0.announcement.rootCause, \.value) }
        },
        .text("fix", "the fix; may be empty") {
            $0.unless(.fix) { $0.fit($0.announcement.fix, \.value) }
        },
        .flag("hasTimeline", "whether an incident has had more than its first update") {
            $0.announcement.timeline.count > 1 && !$0.timeline.isEmpty
        },
        .list("timeline", "the steps that led here, oldest first") { $0.timeline },
        .text(
            "timelineTitle", "the heading of those steps, such as Timeline so far; once it is over, Timeline"
        ) { $0.timelineTitle },
        .text("timelineLine", "the same in front of the list, such as Timeline so far:") { $0.timelineLine },
        .flag("hasNextSteps", "whether there are next steps after it is over") {
            !$0.nextSteps.isEmpty
        },
        .list("nextSteps", "the next steps after it is over: the post-mortem, and open action items") {
            $0.nextSteps
        },
        .text(
            "postMortemAt",
            "once it is over: when its post-mortem is scheduled or, for the team, due; may be empty"
        ) { $0.postMortemAt },
        .address("address", "the absolute address of the update; empty if the public cannot read it") {
            $0.announcement.address ?? ""
        },
        .text(
            "follow",
            "the text of a link to that address, for example Follow updates on Example Status; empty if there is no address"
        ) { $0.follow },
        .address("postMortem", "the absolute address of the post-mortem; empty while there is none") {
            $0.announcement.postMortemAddress ?? ""
        },
        .flag("hasInternals", "whether there are details that only the team may read") {
            !$0.internals.isEmpty
        },
        .flag("hasRunbooks", "for the team, while an incident is open: whether there are runbooks") {
            !$0.runbooks.isEmpty
        },
        .list("runbooks", "for the team, while an incident is open: the runbooks") {
            $0.runbooks
        },
        .list(
            "internals", "details that only the team may read, such as lead and channel; empty for the public"
        ) {
            $0.internals
        },
        .texts(
            "internal",
            "the record's value for KEY under `internal:`, for example `internal.lead`; case, `_` and `-` in the key do not matter; empty if there is none, and for the public"
        ) { $0.detail(under: $1) },
    ])
}
