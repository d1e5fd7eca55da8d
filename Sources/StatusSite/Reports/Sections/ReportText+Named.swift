import Reliability
import StatusModel

extension ReportText {
    /// The incidents by name: all if there are few, or else the worst.
    var named: ReportSection? {
        let worst = worstFirst
        guard let first = worst.first else { return nil }
        let isWhole = worst.count <= Self.namedLimit
        var section = ReportSection(
            anchor: "named",
            heading: isWhole ? text.reportNamedTitle : text.reportNamedTitleWorst
        )
        // A single incident is not called the worst, and neither is one of two with the same damage.
        let isMarked = worst.count > 1 && worst[1].damage != first.damage
        section.tables = [
            table(of: worst.prefix(isWhole ? Self.namedLimit : Self.worstLimit), marksFirst: isMarked)
        ]
        if !isWhole {
            section.links = ReportLinks(
                label: text.reportIncidentsLinks,
                cells: (year + months).map { ReportCell(words.name(of: $0), path: "history/\($0).html") },
                separator: words.conventions.lists.middle
            )
        }
        return section
    }
}

private extension ReportText {
    /// An incident and its damage.
    struct Ranked {
        /// Its place in ``PeriodReport/allIncidents``.
        let place: Int
        let damage: Damage
    }

    /// The incidents, the worst first; of those with the same damage the newest first.
    var worstFirst: [Ranked] {
        report.startedIncidents.reversed().map { place in
            let incident = report.allIncidents[place]
            return Ranked(place: place, damage: Damage(of: incident, asOf: report.asOf))
        }
        .enumerated()
        .sorted { ($1.element.damage, $0.offset) < ($0.element.damage, $1.offset) }
        .map(\.element)
    }

    /// The number of incidents up to which all are named, and the number that are named if there are more.
    static var namedLimit: Int { 12 }
    static var worstLimit: Int { 10 }

    func table(of ranked: ArraySlice<Ranked>, marksFirst: Bool) -> ReportTable {
        var table = ReportTable(
            caption: text.reportIncidentsTitle,
            columns: [
                .init(title: text.reportColumnIncident), .init(title: text.reportColumnSeverity),
                .init(title: text.reportColumnAffected),
            ]
        )
        table.rows = ranked.enumerated().map { row, ranked in
            let incident = report.allIncidents[ranked.place]
            let affected = ranked.damage.seconds
            return [
                ReportCell(
                    incident.record.title,
                    path: incident.record.pagePath,
                    mark: row == 0 && marksFirst ? text.reportNamedWorst : "",
                    facts: facts(about: incident)
                ),
                ReportCell(name(of: incident.severity)),
                ReportCell(affected > 0 ? duration(affected) : ""),
            ]
        }
        return table
    }

    /// Returns its day, its components, and whether it is still open.
    func facts(about incident: IncidentFacts) -> [String] {
        let names = words.names(of: incident.timeline.components)
        return [
            words.dayAndMonth(words.zone.day(of: incident.begins)).unbroken,
            names.isEmpty ? nil : words.list(names, atMost: 2),
            incident.isOpen ? text.reportNamedOpen : nil,
        ]
        .compactMap { $0 }
    }

    /// The period if it is a year, which has a page in the history like its months.
    var year: [Period] {
        if case .year = report.period { [report.period] } else { [] }
    }

    /// The months of the period that have begun.
    var months: [Period] {
        report.months.map(\.month).filter { report.range.contains($0.range(in: words.zone).from) }
    }
}

/// The damage of an incident: the greatest harm, then how long users felt it.
private struct Damage: Comparable {
    let harm: Harm
    /// The seconds with impact.
    let seconds: Int

    init(of incident: IncidentFacts, asOf instant: Instant) {
        let worst = incident.timeline.spans.map(\.status).max() ?? .operational
        harm = Harm(worst, severity: incident.severity)
        seconds = incident.timeline.affectedSeconds(asOf: instant)
    }

    static func < (one: Damage, other: Damage) -> Bool {
        (one.harm, one.seconds) < (other.harm, other.seconds)
    }
}
