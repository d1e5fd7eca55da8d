import StatusModel

extension Localizer {
    /// Returns a heading such as "Incident resolved: Oven 3 stays cold".
    ///
    /// - Parameter phase: the phase of the record, which says whether maintenance is over.
    func heading(_ title: String, of kind: Announcement.Kind, at phase: Phase?) -> String {
        switch kind {
        case .firstNotice: text.announceHeadingIncident(title: title)
        case .update: text.announceHeadingUpdate(title: title)
        case .resolution: text.announceHeadingResolution(title: title)
        case .postMortem: text.recordPhaseAndTitle(phase: text.rulePostMortem, title: title)
        case .maintenance:
            switch phase {
            case .completed: text.announceHeadingMaintenanceCompleted(title: title)
            case .cancelled: text.announceHeadingMaintenanceCancelled(title: title)
            default: text.announceHeadingMaintenance(title: title)
            }
        case .notice: title
        }
    }

    /// Returns text such as "Ovens (partial outage), Shop (degraded)", or "Ovens (was: partial outage)" once it is
    /// over.
    func affected(_ components: [StatusChange], isOver: Bool) -> String {
        enumeration(
            components.map { change in
                let (component, status) = (self.components[change.component], phrase(for: change.status))
                return isOver
                    ? text.announceAffectedBefore(component: component, status: status)
                    : text.announceAffected(component: component, status: status)
            }
        )
    }

    /// Returns text such as "Orders late: 37; Region: Europe".
    func impact(_ details: [Record.Detail]) -> String {
        let parts = details.map { detail in
            detail.label.isEmpty
                ? detail.text : text.announceDetail(label: label(of: detail), text: detail.text)
        }
        return parts.dropFirst().reduce(parts.first ?? "") { text.announceImpactAnd(impact: $0, next: $1) }
    }

    /// Returns the label of an event, such as "Detected".
    func label(of event: Announcement.Step.Event) -> String {
        switch event {
        case .began: text.announceStepBegan
        case .detected: text.announceStepDetected
        case .acknowledged: text.announceStepAcknowledged
        case .reported(let phase): label(of: phase)
        }
    }

    /// Returns the label and the text of a fact, such as "Lead" and "Ada".
    func labelAndText(of fact: Announcement.Internal) -> (label: String, text: String) {
        switch fact {
        case .detail(let detail): (label(of: detail), detail.text)
        case .escalation(let called): (text.announceEscalatedTo, enumeration(called))
        }
    }

    /// Returns a sentence such as "Post-mortem planned for 3 Jan 2026, 10:00 UTC".
    func sentence(on step: Announcement.NextStep) -> String {
        switch step {
        case .postMortem(let instant): return text.announceNextPostMortem(time: dateAndTime(instant))
        case .meetingDue(let instant): return text.announceNextPostMortemHeld(time: dateAndTime(instant))
        case .postMortemDue(let instant): return text.announceNextPostMortemDue(time: dateAndTime(instant))
        case .actionItem(let item):
            let due = item.dueOn.map { text.announceNextDue(date: date($0)) }
            let details = [item.owner, due, item.ticket].compactMap { $0 }
            guard !details.isEmpty else { return item.text }
            return text.announceNextActionItem(details: enumeration(details), item: item.text)
        }
    }
}
