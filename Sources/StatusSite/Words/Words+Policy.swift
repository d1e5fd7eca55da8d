import Reliability
import StatusModel

extension Words {
    /// What a rule of the policy is called in tables, as in "First update".
    func label(of rule: Judgement.Rule) -> String {
        switch rule {
        case .acknowledge: "Acknowledged"
        case .notice: "First update"
        case .identify: "Identified"
        case .resolve: "Resolved"
        case .updates: "Longest silence"
        case .promise: "Promised update"
        case .postMortem: "Post-mortem"
        }
    }

    /// As in "Met".
    func label(of verdict: Judgement.Verdict) -> String {
        switch verdict {
        case .met: "Met"
        case .missed: "Missed"
        case .open: "Open"
        }
    }

    /// The limit as the policy gives it, as in "4 h" or "1 d 12 h", with what the hours are where not all
    /// count.
    func limit(_ seconds: Int, of severity: Severity) -> String {
        duration(seconds) + (severity.hours == .business ? " of business hours" : "")
    }

    /// As in "Mon–Fri, 09:00–17:00".
    func hours(_ hours: BusinessHours) -> String {
        let days = hours.weekdays.sorted()
        let isRun = days.count > 2 && days.last == (days.first ?? 0) + days.count - 1
        let names = (isRun ? [days.first, days.last] : days.map { $0 }).compactMap { $0 }
            .map { Self.shortWeekdays[$0] }
        return names.joined(separator: isRun ? "\u{2013}" : ", ") + ", \(hours.from)\u{2013}\(hours.until)"
    }

    /// As in "email to affected customers".
    func phrase(for notification: Severity.Notification) -> String {
        let channel = notification.channel.split(separator: "_").joined(separator: " ")
        return notification.audience.map { "\(channel) to \($0)" } ?? channel
    }

    /// As in "required within 2 d".
    func phrase(for duty: Severity.PostMortemDuty) -> String {
        let within = duty.within.map { " within \(duration($0))" } ?? ""
        return (duty.isRequired ? "required" : "optional") + within
    }

    /// As in "after 1 h" or "when data is exposed".
    func phrase(for trigger: Severity.Escalation.Trigger, of severity: Severity) -> String {
        switch trigger {
        case .after(0): "at once"
        case .after(let seconds): "after \(limit(seconds, of: severity))"
        case .when(let event): "when \(event)"
        }
    }

    private static let shortWeekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
}
