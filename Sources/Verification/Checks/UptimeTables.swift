/// A row of a table, as digits.
struct TableRow {
    let name: String
    /// The digits of each cell, without separators, since large numbers are grouped in many ways.
    let cells: [String]
    /// The digits that may be next to its name.
    let facts: [String]
    /// The total time that the components of a group lost; `nil` for a component.
    var componentTime: String?
    /// Whether the range was not tracked from its beginning.
    var isPartial = false
}

/// The rows that tables of uptime must have.
struct UptimeTables {
    private let figures: Figures
    private let members: [ComponentCourse]
    /// The instants at which incidents of all components began, earliest first.
    private let starts: [Int]
    private let uptime: (Stretch) -> Uptime
    /// The sums over the components of a group; `nil` for a component.
    private let componentTime: ((Stretch) -> Uptime)?
    /// The objective next to which the share of a range is shown.
    private let target: (Stretch) -> Int?

    /// - Parameters:
    ///   - members: the components that count, or once did.
    ///   - all: these components, and those that never counted.
    init(
        _ figures: Figures, of members: [ComponentCourse], in all: [ComponentCourse],
        target: @escaping (Stretch) -> Int? = { _ in nil },
        componentTime: ((Stretch) -> Uptime)? = nil,
        uptime: @escaping (Stretch) -> Uptime
    ) {
        (self.figures, self.members, self.uptime) = (figures, members, uptime)
        (self.target, self.componentTime) = (target, componentTime)
        let own = Set(all.flatMap { figures.incidentPlaces[$0.claim.id] ?? [] })
        starts = own.map { figures.incidents[$0].claim.startedAt }.sorted()
    }

    /// Returns all tables of a page, with the budgets of a component if it has an objective.
    func all(budgets: [TableRow]?) -> [[TableRow]] {
        let months = rows(figures.months)
        let older = Array(months.dropFirst(12))
        return [recent] + [budgets].compactMap { $0 } + [Array(months.prefix(12))]
            + (older.isEmpty ? [] : [older]) + [rows(figures.quarters) + rows(figures.years)]
    }

    private var recent: [TableRow] {
        let tracked = members.map { figures.trackedSince($0) }.min() ?? figures.claims.now
        let whole = figures.recent.filter { $0.range.from >= tracked }
        let rest = ("since it was tracked", Stretch(from: tracked, until: figures.claims.now))
        let all: [(String, Stretch)] = whole.count < figures.recent.count ? whole + [rest] : whole
        return all.map { row($0, $1) }
    }

    private func rows(_ periods: [String]) -> [TableRow] {
        periods.reversed().compactMap { name in
            guard let range = figures.claims.calendar.range(of: name), uptime(range).observed > 0 else {
                return nil
            }
            return row(name, range)
        }
    }

    private func row(_ name: String, _ range: Stretch) -> TableRow {
        let uptime = uptime(range)
        let lost = Numerals.digits(of: Numerals.downtime(uptime.downtime))
        let share = uptime.observed > 0 ? Numerals.digits(in: uptime.text(beside: target(range))) : ""
        let tracked = members.map { figures.trackedSince($0) }.min() ?? figures.claims.now
        let count = starts.firstPlace(notBefore: range.until) - starts.firstPlace(notBefore: range.from)
        let maintenance = uptime.sums.maintenance
        let slow = uptime.sums.degraded
        let slowly = slow > 0 ? Numerals.digits(of: Numerals.downtime(1000 * slow)) : ""
        let work = maintenance > 0 ? Numerals.digits(of: Numerals.duration(maintenance)) : ""
        let rest = slowly + work
        return TableRow(
            name: name,
            cells: [share, lost],
            // A language may have a word for one or two.
            facts: (count > 0 ? ["\(count)" + rest] : []) + (count <= 2 ? [rest] : []),
            componentTime: componentTime.map {
                Numerals.digits(of: Numerals.downtime($0(range).downtime))
            },
            isPartial: tracked > range.from
        )
    }
}
