public import StatusModel

/// The effect of one incident on a component's calendar month.
public struct MonthEffect: Sendable, Hashable {
    /// The component.
    public let component: Component.Index
    /// The month.
    public let month: Period
    /// The component's figures over the month, so far if it is not over.
    public let uptime: Uptime
    /// The downtime by this incident alone, in thousandths of a weighted second, regardless of other incidents at the
    /// same time.
    public let downtimeMilliseconds: Int
    /// The component's budget over the month; `nil` if it has no objective.
    public let budget: ErrorBudget?
}

extension MonthEffect {
    /// The share of the budget that this incident alone spent, in hundredths of a percent, rounded up; `nil` without a
    /// budget to spend.
    public var spentBasisPoints: Int? { budget?.basisPoints(ofMilliseconds: downtimeMilliseconds) }
}

extension StatusHistory {
    /// Returns the effects of the incident on the months in which it continued, earliest first, and within a month in
    /// the order of the components.
    ///
    /// There are none on a component that it affected only outside of the tracked time.
    public func monthEffects(of incident: IncidentTimeline) -> [MonthEffect] {
        incident.components.flatMap { effects(of: incident, on: $0) }.enumerated()
            .sorted {
                ($0.element.uptime.range.from, $0.offset) < ($1.element.uptime.range.from, $1.offset)
            }
            .map(\.element)
    }

    private func effects(of incident: IncidentTimeline, on component: Component.Index) -> [MonthEffect] {
        var effects: [MonthEffect] = []
        for span in incident.spans where span.component == component {
            // Months without figures are skipped, since a mistyped year may be centuries ago.
            let first = max(span.range.from, components[component].observed.from)
            var month = Period.month(of: zone.day(of: first))
            repeat {
                if effects.last?.month != month {
                    effects += [effect(of: incident, on: component, in: month)].compactMap { $0 }
                }
                month = month.next
            } while zone.start(of: month.firstDay) < span.range.to
        }
        return effects
    }

    private func effect(of incident: IncidentTimeline, on component: Component.Index, in month: Period)
        -> MonthEffect?
    {
        let range = month.range(in: zone)
        let uptime = uptime(of: component, during: range)
        guard uptime.observedSeconds > 0 else { return nil }
        return MonthEffect(
            component: component,
            month: month,
            uptime: uptime,
            downtimeMilliseconds: downtimeMilliseconds(of: component, by: incident, during: range),
            budget: errorBudget(of: component, during: range)
        )
    }
}
