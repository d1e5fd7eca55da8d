public import StatusModel

/// The components' statuses over time, by the page's records, on which all figures are based.
///
/// Building it sorts the records once. After that, a range costs the logarithm of their number, plus the number of
/// those that overlap it.
public struct StatusHistory: Sendable {
    /// The instant up to which the history goes.
    public let now: Instant
    /// The page's status.
    public let pageStatus: PageStatus
    /// The calendar periods with figures.
    public let periods: ReportingPeriods
    /// The components together, with each second counted once, without those that do not count towards uptime.
    let whole: WholeHistory
    /// The time during which any of those was down.
    let outages: OutageTime
    let zone: Zone
    /// The rules by which incidents are judged and seconds are counted.
    public let rules: RulesInForce
    let weighing: Weighing
    /// The slugs of the incidents and maintenance, newest first.
    let slugs: [String]
    let components: [ComponentHistory]
    let responses: ResponseTable
    /// The incidents, newest first.
    public let incidents: [IncidentFacts]
    let ledger: IncidentLedger
    /// The maintenance that has begun, earliest start first.
    let maintenance: [MaintenanceFacts]
    let severityCount: Int

    /// Reads a page without anything after `now`: see `StatusPage.seen(by:at:)`.
    public init(of page: StatusPage, now: Instant) {
        let incidents = page.records.compactMap { IncidentFacts(of: $0, now: now) }
        let records = RecordSpans.newestFirst(of: page, incidents, now: now)
        self.now = now
        zone = page.zone
        slugs = records.map(\.slug)
        rules = page.rules
        weighing = Weighing(by: rules)
        components = records.histories(of: page, by: rules, weighing, now: now)
        whole = WholeHistory(
            of: components.enumerated().map { ($0, $1) }, by: weighing, recordCount: records.count)
        outages = OutageTime(of: components.map { ($0, $0.counted) }, by: weighing)
        responses = ResponseTable(of: page, incidents)
        periods = ReportingPeriods(of: page, now: now)
        self.incidents = incidents
        ledger = IncidentLedger(of: page, incidents)
        maintenance = MaintenanceFacts.all(of: page, now: now)
        severityCount = page.severities.count
        pageStatus = PageStatus(
            of: zip(page.components, components).filter { $0.0.makesHeadline && !$0.0.isRetired(at: now) }
                .map(\.1.status)
        )
    }

    /// Returns the component's current status, which is the worst that any record gives it.
    public func status(of component: Component.Index) -> ComponentStatus {
        components[component].status
    }

    /// The instant from which anything that counts is tracked; `nil` if nothing is yet.
    public var trackedSince: Instant? { whole.observed.all.first?.from }

    /// Returns the instant from which the component is tracked: its `since`, or else the site's, or else the first
    /// record.
    public func trackedSince(_ component: Component.Index) -> Instant {
        components[component].lifetime.from
    }

    /// Returns the instant from which the component has had its current status, or `nil` if it is operational.
    public func statusBegan(of component: Component.Index) -> Instant? {
        components[component].statusBegan
    }

    /// Returns the instant at which a record last changed the component's status by `now`, or `nil` if none has.
    public func statusChangedAt(of component: Component.Index) -> Instant? {
        components[component].statusChangedAt
    }
}

/// A record's slug and its effect on components.
private struct RecordSpans {
    let slug: String
    let isMaintenance: Bool
    let spans: [IncidentTimeline.Span]

    static func newestFirst(
        of page: StatusPage,
        _ incidents: [IncidentFacts],
        now: Instant
    ) -> [RecordSpans] {
        var incidents = incidents[...]
        return page.records.filter { $0.kind != .notice }.map { record in
            let isMaintenance = record.kind == .maintenance
            let spans =
                isMaintenance ? record.maintenanceSpans(now: now) : incidents.take(of: record)?.timeline.spans
            return RecordSpans(slug: record.slug, isMaintenance: isMaintenance, spans: spans ?? [])
        }
    }
}

extension [RecordSpans] {
    fileprivate func histories(
        of page: StatusPage, by rules: RulesInForce, _ weighing: Weighing, now: Instant
    ) -> [ComponentHistory] {
        var disruptions = Array<[Disruption]>(repeating: [], count: page.components.count)
        var statuses = Array<ComponentStatus>(repeating: .operational, count: page.components.count)
        var changes = Array<Instant?>(repeating: nil, count: page.components.count)
        for (place, record) in enumerated() {
            for span in record.spans {
                disruptions[span.component].append(
                    Disruption(
                        from: span.range.from,
                        to: span.range.to,
                        record: place,
                        component: span.component,
                        status: span.status,
                        isMaintenance: record.isMaintenance
                    )
                )
                let changedAt = span.isOpen ? span.range.from : span.range.to
                changes[span.component] = Swift.max(changes[span.component] ?? changedAt, changedAt)
                if span.isOpen { statuses[span.component] = Swift.max(statuses[span.component], span.status) }
            }
        }
        let trackedSince = page.since ?? page.firstRecordAt ?? now
        return page.components.indices.map { index in
            ComponentHistory(
                of: index,
                on: page,
                by: rules,
                weighing,
                trackedFrom: trackedSince,
                disruptions: disruptions[index],
                status: statuses[index],
                statusBegan: disruptions[index].beginning(of: statuses[index], now: now),
                statusChangedAt: changes[index],
                now: now
            )
        }
    }
}
