public import StatusModel

/// A month, quarter or year in numbers: all that a report of it says, and no words.
///
/// Incidents count in the period in which they started. Where the period has no figures, because the page
/// began later or the period lies ahead, what follows is empty.
public struct PeriodReport: Sendable {
    /// The period.
    public let period: Period
    /// Its instants, elapsed or not.
    public let range: TimeRange
    /// The instant up to which it tells: the period's end once that has passed, so that a report of what is over says
    /// the same whenever it is made. What still lasts counts up to it, and what falls due later is not due.
    public let asOf: Instant
    /// Whether it is over, goes on, or has no figures.
    public let standing: Standing
    /// The days within the period so far, but for its first, from which other rules held; oldest first.
    public let rulesChangedOn: [Day]
    /// The components' figures together, those left out that do not count towards uptime.
    public let whole: WholeUptime
    /// Each component of which the period saw anything, in the page's order.
    public let components: [ComponentFigures]
    /// The components that spent some of their error budgets, the largest share first.
    public let budgets: [BudgetCourse]
    /// How fast the components with an objective lately spent their budgets; empty but for a period that goes on.
    public let burns: [BudgetBurn]
    /// The time of the whole without an outage, within the period.
    public let outageFree: OutageFreeTime
    /// The incidents of the history, in which places count.
    public let allIncidents: [IncidentFacts]
    /// The places of those that started in the period, in the order of their starts.
    public let startedIncidents: [Int]
    /// How many incidents there were.
    public let incidents: IncidentFigures
    /// How quickly they were met.
    public let responses: ResponseReport
    /// The incidents whose impact is over, in the order of their starts.
    public let restorations: [Restoration]
    /// The work that was announced beforehand.
    public let maintenance: MaintenanceFigures
    /// The post-mortems that were due.
    public let postMortems: PostMortemFigures
    /// The action items that came of them.
    public let actionItems: ActionItemFigures
    /// What came of the policy, for the internal audience alone.
    public let policy: PolicyFigures?
    /// What alerts measured, for the internal audience alone; `nil` if none fired.
    public let alerts: AlertFigures?
    /// The period before; nothing where it has no figures.
    public let before: PeriodBefore?
    /// The months around, oldest first.
    public let months: [MonthFigures]
}

extension PeriodReport {
    /// Where a period stands in time.
    public enum Standing: Sendable, Hashable {
        /// It is over.
        case ended
        /// It goes on: its figures are so far.
        case running
        /// It was over before the page's first day with figures.
        case beforeRecords(first: Day)
        /// It has not begun.
        case ahead
    }

    /// A component over the period.
    public struct ComponentFigures: Sendable, Hashable {
        /// Which component.
        public let component: Component.Index
        /// Its figures.
        public let uptime: Uptime
        /// Whether it counts towards the site's uptime, as it did at the period's end.
        public let countsTowardsUptime: Bool
        /// What its objective allowed; nothing where it has none.
        public let budget: ErrorBudget?
    }

    /// An incident and how long it took until users felt it no more.
    public struct Restoration: Sendable, Hashable {
        /// Its place in ``PeriodReport/allIncidents``.
        public let incident: Int
        /// The highest severity it reached.
        public let severity: Severity.Rank
        /// The seconds from its start until the end of its impact.
        public let seconds: Int
    }

    /// What a period is compared with.
    public struct PeriodBefore: Sendable {
        /// The period.
        public let period: Period
        /// The components' figures together.
        public let whole: WholeUptime
        /// How quickly its incidents were met.
        public let responses: ResponseFigures
        /// Its maintenance.
        public let maintenance: MaintenanceFigures
    }
}

extension PeriodReport.Standing {
    /// Whether there are any figures.
    public var hasFigures: Bool { self == .ended || self == .running }
}
