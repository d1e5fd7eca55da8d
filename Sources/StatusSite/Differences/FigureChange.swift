import Reliability
import StatusModel

/// A change of an uptime.
struct FigureChange: Sendable {
    /// The component's id; `nil` for the whole site.
    let component: String?
    let name: String
    /// The period: `90d`, or a month such as `2026-01`.
    let period: String
    /// The period in words.
    let label: String
    let before: Uptime
    let after: Uptime
}

extension FigureChange {
    /// Returns the changes in the last 90 days, as on the index, and in each month, of the site and of components on
    /// both sides.
    static func all(from before: Site, to after: Site) -> [FigureChange] {
        let former = before.page.placesOfComponents
        let components = after.page.components.indices.compactMap { place in
            after.page.components[place].place(among: former).map { (place, $0) }
        }
        return periods(of: before, after).flatMap { period in
            let range = period.range
            func change(_ component: Component?, _ one: Uptime, _ other: Uptime) -> FigureChange? {
                guard one.text != other.text else { return nil }
                return FigureChange(
                    component: component?.id,
                    name: component?.name ?? "all components",
                    period: period.name,
                    label: period.label,
                    before: one,
                    after: other
                )
            }
            let whole = change(
                nil,
                before.history.uptime(of: before.page.components.indices, during: range),
                after.history.uptime(of: after.page.components.indices, during: range)
            )
            return components.compactMap { place, formerPlace in
                change(
                    after.page.components[place],
                    before.history.uptime(of: formerPlace, during: range),
                    after.history.uptime(of: place, during: range)
                )
            } + [whole].compactMap { $0 }
        }
    }

    private static func periods(
        of before: Site,
        _ after: Site
    ) -> [(name: String, label: String, range: TimeRange)] {
        let quarter = RecentRange.quarter
        let months = Set(before.history.periods.months + after.history.periods.months)
            .sorted { $0.firstDay > $1.firstDay }
        return [(quarter.rawValue, "last 90 days", quarter.range(endingAt: after.now))]
            + months.map { ($0.description, after.words.name(of: $0), $0.range(in: after.page.zone)) }
    }
}
