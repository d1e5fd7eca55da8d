import Reliability
import StatusModel

/// Something that is due for an open incident.
struct DueRow: TemplateContext {
    let what: String
    let time: HTML
    let isLate: Bool

    static let vocabulary = Vocabulary<Self>([
        .text("what", "what is to be done, as in Next update or Escalate to CTO") { $0.what },
        .html("time", "when it is due, has been due since or was done, with a `<time>`") { $0.time },
        .flag("isLate", "whether it is overdue") { $0.isLate },
    ])
}

extension DueRow {
    /// The next update, who took it on, the limits that are not met, and who is to be called in.
    static func all(of due: DueNow, frame: Frame) -> [DueRow] {
        let now = frame.site.now
        let update = due.nextUpdate.map {
            DueRow(frame.words.text.bannerNextUpdate, at: $0.at, isLate: $0.at < now, frame: frame)
        }
        let limits = due.limits.compactMap { limit in
            limit.dueAt.map {
                DueRow(frame.words.label(of: limit.rule), at: $0, isLate: $0 < now, frame: frame)
            }
        }
        // A step is due at its very instant.
        let steps = due.escalations.map { step in
            DueRow(
                frame.words.text.recordDueEscalation(people: step.to), at: step.dueAt,
                isLate: step.dueAt <= now, frame: frame)
        }
        return [update, acknowledged(due, frame)].compactMap { $0 } + limits + steps
    }

    /// Whether it was taken on; `nil` if a limit says that it was not.
    private static func acknowledged(_ due: DueNow, _ frame: Frame) -> DueRow? {
        guard !due.limits.contains(where: { $0.rule == .acknowledge }) else { return nil }
        let words = frame.words
        let day = words.zone.day(of: frame.site.now)
        let time = due.acknowledgedAt.map { words.html.recordDone(time: words.element($0, on: day)) }
        return DueRow(
            what: words.label(of: Judgement.Rule.acknowledge),
            time: time ?? HTML(escaping: words.text.recordDueNotYet),
            isLate: false
        )
    }

    private init(_ what: String, at instant: Instant, isLate: Bool, frame: Frame) {
        let words = frame.words
        let time = words.element(
            instant, on: words.zone.day(of: frame.site.now), age: isLate ? .past : .toCome)
        self.what = what
        self.isLate = isLate
        self.time = isLate ? words.html.recordDueOverdue(time: time) : time
    }
}
