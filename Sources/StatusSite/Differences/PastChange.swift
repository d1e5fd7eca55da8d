import Reliability
import StatusModel

/// A change that rewrites the past: of a figure or verdict of a past month, or of a verdict of the current month
/// because of other rules.
struct PastChange: Sendable, Hashable {
    /// The month.
    let month: Period
    /// The name of the figure, such as "uptime of API".
    let name: String
    /// The value before, such as "99.32%"; "none" if there was none.
    let before: String
    /// The value now, such as "99.79%"; "none" if there is none.
    let after: String
    /// The month in words, such as "Mar 2025".
    fileprivate let monthName: String
}

extension PastChange {
    /// - Parameters:
    ///   - before: the earlier page, as its readers would see it now.
    ///   - after: the later page, in the same way.
    ///   - renamed: the former slugs of records whose files were renamed, by path.
    ///   - edited: the slugs of records that were changed.
    static func all(
        from before: Site, to after: Site, renamed: [String: String], edited: Set<String>
    ) -> [PastChange] {
        let pairs = SitePairs(before, after, renamed: renamed)
        let over = pairs.months.flatMap { month in
            UptimeFacts.changes(of: month, pairs) + IncidentFact.changes(of: month, pairs)
        }
        return over
            + pairs.runningMonths.flatMap {
                IncidentFact.changesByRules(of: $0, pairs, edited: edited)
            }
    }

    /// - Returns: `nil` if the two values are the same.
    init?(_ name: String, in month: Period, from before: String?, to after: String?, words: Localizer) {
        guard before != after else { return nil }
        (self.month, self.name) = (month, name)
        self.before = before ?? "none"
        self.after = after ?? "none"
        monthName = words.shortName(ofMonth: month.firstDay)
    }
}

/// The same change in consecutive months, which is shown on one line.
struct PastRun {
    let first: SiteDifference.Rewrite
    private(set) var last: SiteDifference.Rewrite

    /// Returns the runs, in the order of their first months.
    static func all(in rewrites: [SiteDifference.Rewrite]) -> [PastRun] {
        var runs: [PastRun] = []
        var places: [[String]: Int] = [:]
        for rewrite in rewrites {
            let change = rewrite.change
            let key = [change.name, change.before, change.after, rewrite.audience.rawValue]
            if let place = places[key], runs[place].last.change.month.next == change.month {
                runs[place].last = rewrite
            } else {
                places[key] = runs.count
                runs.append(PastRun(first: rewrite, last: rewrite))
            }
        }
        return runs
    }

    /// The run in words, such as "uptime of API in Mar 2025 99.32% -> 99.79%".
    var sentence: String {
        let (change, last) = (first.change, last.change)
        let months =
            change.month == last.month
            ? "in \(change.monthName)" : "from \(change.monthName) to \(last.monthName)"
        return "\(change.name) \(months) \(change.before) -> \(change.after)"
    }
}

/// Two sites, with pairs of their corresponding parts.
struct SitePairs {
    let before: Site
    let after: Site
    /// The months that are over on both sides, the oldest first.
    let months: [Period]
    /// The months that are not over and in which incidents started, the oldest first.
    var runningMonths: [Period] {
        let over = Set(months)
        return incidents.keys.filter { !over.contains($0) }.sorted { $0.firstDay < $1.firstDay }
    }
    /// The indices of components on the later page, each with its index on the earlier page.
    let components: [(after: Component.Index, before: Component.Index)]
    /// The indices on the earlier page of components that are gone.
    let goneComponents: [Component.Index]
    /// The groups that are on both pages.
    let groups: [GroupPair]
    /// The incidents by the months in which they started.
    let incidents: [Period: [IncidentPair]]
    /// The later ranks of the earlier page's severities, as far as they are there.
    let ranks: [Severity.Rank: Severity.Rank]

    /// A group on both pages.
    struct GroupPair {
        /// The index on the later page.
        let after: ComponentGroup.Index
        let figuresBefore: (TimeRange) -> WholeUptime
        let figuresAfter: (TimeRange) -> WholeUptime
    }

    /// An incident with its indices in the histories; `nil` if it is new or gone.
    struct IncidentPair {
        let before: Int?
        let after: Int?
    }

    init(_ before: Site, _ after: Site, renamed: [String: String]) {
        (self.before, self.after) = (before, after)
        let known = Set(before.history.periods.months + after.history.periods.months)
        months = known.filter { $0.isOver(on: before) && $0.isOver(on: after) }
            .sorted { $0.firstDay < $1.firstDay }
        let former = before.page.placesOfComponents
        let components = after.page.components.indices.compactMap { place in
            after.page.components[place].place(among: former).map { (after: place, before: $0) }
        }
        self.components = components
        let kept = Set(components.map(\.before))
        goneComponents = before.page.components.indices.filter { !kept.contains($0) }
        let formerGroups = Dictionary(before.page.groups.enumerated().map { ($1.id, $0) }) { first, _ in first
        }
        groups = after.page.groups.enumerated().compactMap { place, group in
            formerGroups[group.id].map { former in
                GroupPair(
                    after: place,
                    figuresBefore: before.history.uptimeOfWhole(before.componentsByGroup[former]),
                    figuresAfter: after.history.uptimeOfWhole(after.componentsByGroup[place]))
            }
        }
        incidents = IncidentPair.byMonth(before, after, renamed: renamed, ended: Set(months))
        ranks = before.page.severities.ranks(in: after.page.severities)
    }
}

extension SitePairs.IncidentPair {
    /// Returns the pairs by month.
    ///
    /// A pair belongs to the month in which the incident started before, if that month is over, or else to the month in
    /// which it starts now.
    fileprivate static func byMonth(
        _ before: Site, _ after: Site, renamed: [String: String], ended months: Set<Period>
    ) -> [Period: [Self]] {
        let pairs = all(before, after, renamed: renamed)
        return Dictionary(grouping: pairs) { pair in
            let starts = [
                pair.before.map(before.month(ofIncident:)), pair.after.map(after.month(ofIncident:)),
            ]
            .compactMap { $0 }
            return starts.first(where: months.contains) ?? starts[0]
        }
    }

    /// Returns the incidents of the later page, then those that are gone.
    private static func all(_ before: Site, _ after: Site, renamed: [String: String]) -> [Self] {
        let slugs = Dictionary(before.history.incidents.enumerated().map { ($1.record.slug, $0) }) { one, _ in
            one
        }
        let known = after.history.incidents.enumerated().map { place, incident in
            let record = incident.record
            let names = [record.slug] + [renamed[record.path]].compactMap { $0 } + record.aliases
            return Self(before: names.lazy.compactMap { slugs[$0] }.first, after: place)
        }
        let kept = Set(known.compactMap(\.before))
        return known
            + before.history.incidents.indices.filter { !kept.contains($0) }.map {
                Self(before: $0, after: nil)
            }
    }
}

extension Site {
    fileprivate func month(ofIncident place: Int) -> Period {
        .month(of: page.zone.day(of: history.incidents[place].begins))
    }
}

extension Period {
    fileprivate func isOver(on site: Site) -> Bool { range(in: site.page.zone).to <= site.now }
}

extension [Severity] {
    /// Returns the rank of each severity among the later ones.
    ///
    /// A severity corresponds to the later one with its level, or else with its level as an alias, or else, if there
    /// are as many severities as before, to the one at the same rank.
    fileprivate func ranks(in later: [Severity]) -> [Severity.Rank: Severity.Rank] {
        let levels = Set(map(\.level))
        let byLevel = Dictionary(later.enumerated().map { ($1.level, $0) }) { first, _ in first }
        let byAlias = Dictionary(later.enumerated().flatMap { rank, one in one.aliases.map { ($0, rank) } }) {
            first, _ in first
        }
        return Dictionary(
            enumerated().compactMap { rank, severity in
                let same = byLevel[severity.level] ?? byAlias[severity.level]
                if let same { return (rank, same) }
                guard count == later.count, !levels.contains(later[rank].level) else { return nil }
                return (rank, rank)
            }
        ) { first, _ in first }
    }
}
