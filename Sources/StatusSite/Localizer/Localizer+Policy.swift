import Reliability
import StatusModel

extension Localizer {
    /// Returns the label of a rule of the policy in tables, such as "First update".
    func label(of rule: Judgement.Rule) -> String {
        switch rule {
        case .acknowledge: text.ruleAcknowledge
        case .firstUpdate: text.ruleNotice
        case .identify: text.ruleIdentify
        case .restore: text.ruleRestore
        case .resolve: text.ruleResolve
        case .watch: text.ruleWatch
        case .updates: text.ruleUpdates
        case .promise: text.rulePromise
        case .postMortemHeld: text.rulePostMortemHeld
        case .postMortem: text.rulePostMortem
        }
    }

    /// Returns the label of a verdict, such as "Met".
    func label(of verdict: Judgement.Verdict) -> String {
        switch verdict {
        case .met: text.verdictMet
        case .missed: text.verdictMissed
        case .open: text.verdictOpen
        }
    }

    /// Returns a limit of the policy, such as "4 h" or "1 d 12 h", with a note if only business hours count.
    func limit(_ seconds: Int, of severity: Severity) -> String {
        limit(duration(seconds), of: severity)
    }

    /// Returns the same with plain spaces, for output other than pages.
    func plainLimit(_ seconds: Int, of severity: Severity) -> String {
        limit(plainDuration(seconds), of: severity)
    }

    private func limit(_ duration: String, of severity: Severity) -> String {
        severity.hours == .business ? text.policyBusinessHours(duration: duration) : duration
    }

    /// Returns business hours, such as "Mon–Fri, 09:00–17:00".
    func hours(_ hours: BusinessHours) -> String {
        let days = hours.weekdays.sorted()
        let isRun = days.count > 2 && days.last == (days.first ?? 0) + days.count - 1
        let names = (isRun ? [days.first, days.last] : days.map { $0 }).compactMap { $0 }
            .map { conventions.dates.shortWeekdays[$0] }
        return text.policyHours(
            days: isRun ? text.timeFromTo(from: names[0], to: names[1]) : enumeration(names),
            from: time(hours.from),
            until: time(hours.until)
        )
    }

    /// Returns a notification, such as "email to affected customers".
    func phrase(for notification: Severity.Notification) -> String {
        let channel = notification.channel.split(separator: "_").joined(separator: " ")
        return notification.audience.map { text.policyNotification(audience: $0, channel: channel) }
            ?? channel
    }

    /// Returns the duty to write a post-mortem, such as "required within 2 d".
    func phrase(for duty: Severity.PostMortemDuty) -> String {
        // An optional post-mortem is never late, so its limit would be misleading.
        guard duty.isRequired else { return text.policyOptional }
        return duty.within.map { text.policyRequiredWithin(duration: duration($0)) } ?? text.policyRequired
    }

    /// Returns the trigger of an escalation, such as "after 1 h" or "when data is exposed".
    func phrase(for trigger: Severity.Escalation.Trigger, of severity: Severity) -> String {
        switch trigger {
        case .after(0): text.policyAtOnce
        case .after(let seconds): text.policyAfter(duration: limit(seconds, of: severity))
        case .when(let event): text.policyWhen(event: event)
        }
    }
}
