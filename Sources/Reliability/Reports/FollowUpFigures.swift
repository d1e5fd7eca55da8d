import StatusModel

/// The post-mortems and action items of incidents, and the policy, collected in one pass over the records.
struct FollowUpFigures {
    private(set) var postMortems = PostMortemFigures()
    private(set) var actionItems = ActionItemFigures()
    private(set) var policy: PolicyFigures?
}

extension FollowUpFigures {
    /// - Parameter instant: the instant for which it is determined what is overdue, and what can still be met.
    init(of places: ArraySlice<Int>, on page: StatusPage, history: StatusHistory, asOf instant: Instant) {
        let today = page.zone.day(of: instant)
        let isInternal = page.audience == .internal
        if isInternal { policy = PolicyFigures() }
        for place in places {
            let incident = history.incidents[place]
            let severity = history.rules.severity(incident.severity, at: incident.begins)
            let isRequired = severity.postMortem?.isRequired == true
            if isRequired, incident.isOpen { postMortems.toCome += 1 }
            if isRequired, incident.record.hasInternalPostMortem { postMortems.hasInternal = true }
            if isInternal || isRequired {
                let compliance = PolicyCompliance(of: incident.record, on: page, now: instant)
                postMortems.add(compliance, at: place)
                policy?.add(compliance, of: incident, at: place, by: history.rules, asOf: instant)
            }
            guard let postMortem = incident.record.postMortem else { continue }
            if !isRequired, postMortem.publishedOn != nil { postMortems.voluntary += 1 }
            for item in postMortem.actionItems {
                actionItems.add(item, of: place, today: today, withOwners: isInternal)
            }
        }
        actionItems.sort()
        policy?.sort()
    }
}
