public import StatusModel

/// The figures of a month, quarter or year: everything in a report, without text.
///
/// Incidents count in the period in which they started. If the period has no figures, because the page began later or
/// the period is in the future, the other members are empty.
public struct PeriodReport: Sendable {
    /// The period.
    public let period: Period
    /// The range of the period, whether or not it has passed.
    public let range: TimeRange
    /// The instant up to which events count: the period's end once that has passed, so that the report of a period that
    /// is over is the same whenever it is made.
    ///
    /// What continues counts up to the instant, and what is due later is not due.
    public let asOf: Instant
    /// Whether the period is over, is running, or has no figures.
    public let standing: Standing
    /// The days within the period so far, except for its first, from which other rules applied; oldest first.
    public let rulesChangedOn: [Day]
    /// The figures of all components that count towards uptime.
    public let whole: WholeUptime
    /// The components that were tracked in the period, in the page's order.
    public let components: [ComponentFigures]
    /// The components that spent some of their error budgets, the largest share first.
    public let budgets: [BudgetCourse]
    /// The recent rates at which components with an objective spent their budgets; empty unless the period is running.
    public let burns: [BudgetBurn]
    /// The time without an outage of any component that counts, within the period.
    public let outageFree: OutageFreeTime
    /// The incidents of the history, by whose places other members refer to them.
    public let allIncidents: [IncidentFacts]
    /// The places of the incidents that started in the period, in the order of their starts.
    public let startedIncidents: [Int]
    /// The numbers of incidents.
    public let incidents: IncidentFigures
    /// The response times.
    public let responses: ResponseReport
    /// The incidents whose impact is over, in the order of their starts.
    public let restorations: [Restoration]
    /// The figures of maintenance.
    public let maintenance: MaintenanceFigures
    /// The post-mortems that were due.
    public let postMortems: PostMortemFigures
    /// The action items in the post-mortems.
    public let actionItems: ActionItemFigures
    /// The results of the policy, for the internal audience only.
    public let policy: PolicyFigures?
    /// The figures of alerts, for the internal audience only; `nil` if none fired.
    public let alerts: AlertFigures?
    /// The period before; `nil` if it has no figures.
    public let before: PeriodBefore?
    /// The months for comparison, oldest first.
    public let months: [MonthFigures]
}

extension PeriodReport {
    /// The place of a period in time.
    public enum Standing: Sendable, Hashable {
        /// The period is over.
        case ended
        /// The period is not over: its figures are those up to now.
        case running
        /// The period was over before the page's first day with figures.
        case beforeRecords(first: Day)
        /// The period has not begun.
        case ahead
    }

    /// The figures of a component over the period.
    public struct ComponentFigures: Sendable, Hashable {
        /// The component.
        public let component: Component.Index
        /// Its figures.
        public let uptime: Uptime
        /// Whether it counted towards the site's uptime at the period's end.
        public let countsTowardsUptime: Bool
        /// Its error budget; `nil` if it has no objective.
        public let budget: ErrorBudget?
    }

    /// An incident, and the time until its impact ended.
    public struct Restoration: Sendable, Hashable {
        /// Its place in ``PeriodReport/allIncidents``.
        public let incident: Int
        /// The highest severity that it reached.
        public let severity: Severity.Rank
        /// The seconds from its start until the end of its impact.
        public let seconds: Int
    }

    /// The figures of the period with which a period is compared.
    public struct PeriodBefore: Sendable {
        /// The period.
        public let period: Period
        /// The figures of all components that count towards uptime.
        public let whole: WholeUptime
        /// The response times.
        public let responses: ResponseFigures
        /// The figures of maintenance.
        public let maintenance: MaintenanceFigures
    }
}

extension PeriodReport.Standing {
    /// Whether there are any figures.
    public var hasFigures: Bool { self == .ended || self == .running }
}
