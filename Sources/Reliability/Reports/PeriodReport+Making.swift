public import StatusModel

extension PeriodReport {
    /// Makes the report on a period of a page that was cut for its audience at the history's instant.
    ///
    /// - Parameters:
    ///   - page: the page; see `StatusPage.seen(by:at:)`.
    ///   - history: that page's history.
    public init(of period: Period, on page: StatusPage, history: StatusHistory) {
        let range = period.range(in: page.zone)
        let incidents = history.ledger.places(startedDuring: range)
        self.period = period
        self.range = range
        asOf = min(history.now, range.to)
        standing = history.standing(of: period)
        rulesChangedOn = history.rules.changes(
            within: TimeRange(from: range.from, to: min(range.to, history.now + 1)))
        whole = history.uptimeOfWhole(during: range)
        components = history.components(of: page, during: range)
        budgets = history.budgetCourses(of: components, during: range, of: period)
        allIncidents = history.incidents
        startedIncidents = Array(incidents)
        self.incidents = IncidentFigures(of: incidents, during: range, in: history)
        responses = history.responses(during: range)
        restorations = incidents.compactMap { history.restoration(of: $0) }
        maintenance = history.maintenance(during: range)
        let followUp = FollowUpFigures(of: incidents, on: page, history: history, asOf: asOf)
        (postMortems, actionItems, policy) = (followUp.postMortems, followUp.actionItems, followUp.policy)
        alerts = AlertFigures(
            of: page.alertedIncidents, during: TimeRange(from: range.from, to: min(history.now, range.to)),
            incidents: history.incidents)
        outageFree = history.outageFree(during: range)
        burns = standing == .running ? history.burns(of: components) : []
        before = PeriodBefore(period.previous, on: page, history: history)
        months = history.periods.months(around: period).map {
            MonthFigures(of: $0, on: page, history: history)
        }
    }
}

extension StatusHistory {
    /// Returns the standing of the period relative to the periods with figures.
    public func standing(of period: Period) -> PeriodReport.Standing {
        let range = period.range(in: zone)
        if range.from > now { return .ahead }
        if period.next.firstDay <= periods.firstDay { return .beforeRecords(first: periods.firstDay) }
        return range.to <= now ? .ended : .running
    }
}

extension PeriodReport.PeriodBefore {
    fileprivate init?(_ period: Period, on page: StatusPage, history: StatusHistory) {
        guard history.standing(of: period).hasFigures else { return nil }
        let range = period.range(in: page.zone)
        self.period = period
        whole = history.uptimeOfWhole(during: range)
        responses = history.responses(during: range).all
        maintenance = history.maintenance(during: range)
    }
}

extension StatusHistory {
    fileprivate func components(
        of page: StatusPage,
        during range: TimeRange
    ) -> [PeriodReport.ComponentFigures] {
        page.components.indices.compactMap { index in
            let uptime = uptime(of: index, during: range)
            guard uptime.observedSeconds > 0 else { return nil }
            let budget = errorBudget(of: index, during: range)
            return PeriodReport.ComponentFigures(
                component: index,
                uptime: uptime,
                countsTowardsUptime: rules.counts(index, at: min(range.to - 1, now)),
                budget: budget
            )
        }
    }

    fileprivate func restoration(of place: Int) -> PeriodReport.Restoration? {
        let incident = incidents[place]
        return incident.times[.restore].map {
            PeriodReport.Restoration(incident: place, severity: incident.severity, seconds: $0)
        }
    }
}

extension StatusHistory {
    /// Returns the last twelve months with figures, oldest first, which show the trend of incidents and of the time to
    /// restore.
    public func trend(of page: StatusPage) -> [MonthFigures] {
        periods.months.suffix(12).map { MonthFigures(of: $0, on: page, history: self) }
    }
}

extension ReportingPeriods {
    /// Returns the months that a report shows besides its period: those of a year, or else the twelve that end with the
    /// period, as far as they have figures.
    fileprivate func months(around period: Period) -> [Period] {
        guard months.contains(where: { $0.firstDay < period.next.firstDay }) else { return [] }
        let upTo = months.filter { $0.firstDay < period.next.firstDay }
        if case .year = period { return upTo.filter { $0.firstDay >= period.firstDay } }
        return Array(upTo.suffix(12))
    }
}
