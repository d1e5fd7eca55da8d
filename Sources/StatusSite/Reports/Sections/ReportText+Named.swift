import Reliability
import StatusModel

extension ReportText {
    /// The incidents by name: all where there are few, or else the worst.
    var named: ReportSection? {
        let all = report.startedIncidents
        guard !all.isEmpty else { return nil }
        let isWhole = all.count <= Self.namedLimit
        var section = ReportSection(
            anchor: "named",
            heading: isWhole ? text.reportNamedTitle : text.reportNamedTitleWorst
        )
        let worst = all.worstFirst { report.allIncidents[$0].worstHarm }
        section.tables = [table(of: isWhole ? worst : Array(worst.prefix(Self.worstLimit)))]
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
    /// Up to how many incidents all are named, and how many of more.
    static var namedLimit: Int { 12 }
    static var worstLimit: Int { 10 }

    func table(of places: [Int]) -> ReportTable {
        var table = ReportTable(
            caption: text.reportIncidentsTitle,
            columns: [
                .init(title: text.reportColumnIncident), .init(title: text.reportColumnSeverity),
                .init(title: text.reportColumnAffected),
            ]
        )
        table.rows = places.map { place in
            let incident = report.allIncidents[place]
            let affected = incident.timeline.affectedSeconds
            return [
                ReportCell(
                    incident.record.title,
                    path: incident.record.pagePath,
                    facts: facts(about: incident)
                ),
                ReportCell(name(of: incident.severity)),
                ReportCell(affected > 0 ? duration(affected) : ""),
            ]
        }
        return table
    }

    /// Its day and its components.
    func facts(about incident: IncidentFacts) -> [String] {
        let names = words.names(of: incident.timeline.components)
        let day = words.dayAndMonth(words.zone.day(of: incident.begins)).unbroken
        return names.isEmpty ? [day] : [day, words.list(names, atMost: 2)]
    }

    /// The period where it is a year, which has a page in the history as its months do.
    var year: [Period] {
        if case .year = report.period { [report.period] } else { [] }
    }

    /// The months of the period that have begun.
    var months: [Period] {
        report.months.map(\.month).filter { report.range.contains($0.range(in: words.zone).from) }
    }
}

extension IncidentFacts {
    /// The most harm that it ever did.
    fileprivate var worstHarm: Harm {
        let worst = timeline.spans.map(\.status).max() ?? .operational
        return Harm(worst, severity: severity, beganAt: begins)
    }
}
