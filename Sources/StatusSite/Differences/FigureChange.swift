import Reliability
import StatusModel

/// A share of uptime that is another than before.
struct FigureChange: Sendable {
    /// The component's id; nothing for the site as a whole.
    let component: String?
    let name: String
    /// `90d`, or a month, as in `2026-01`.
    let period: String
    /// The period in words.
    let label: String
    let before: Uptime
    let after: Uptime
}

extension FigureChange {
    /// The last 90 days, as the index has them, and each month, of the site and of components on both sides.
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
