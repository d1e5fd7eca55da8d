import Reliability
import StatusModel

/// The text of an incident's report, for the people who receive it.
struct IncidentReportText: Sendable {
    let incident: IncidentFacts
    let site: Site
    /// The words of the site with times in UTC.
    let utc: Localizer

    init(_ incident: IncidentFacts, on site: Site, in language: Language) {
        (self.incident, self.site) = (incident, site)
        var page = site.page
        page.zone = .utc
        utc = Localizer(of: page, in: language)
    }
}

extension IncidentReportText {
    /// The whole report, except for its footer.
    var document: ReportDocument {
        ReportDocument(
            title: text.incidentReportTitle(title: record.title),
            eyebrow: [site.page.title, text.incidentReportName],
            headline: record.title,
            figures: [],
            summary: [severity, times, affected].compactMap { $0 },
            sections: sections.map(\.withoutEmptyColumns)
        )
    }

    private var sections: [ReportSection] {
        let written =
            [happened, impact, cause, remedy, actionItems].compactMap { $0 } + others + [timeline, effect]
        return site.isForTeam
            ? written + [responses, policy, escalations, details].compactMap { $0 } : written
    }
}

extension IncidentReportText {
    var record: Record { incident.record }
    var words: Localizer { site.words }
    var text: Phrases<String> { words.text }
    var postMortem: PostMortem? { record.postMortem }
}

private extension IncidentReportText {
    var severity: String { words.label(of: site.page.severities[incident.severity]) }

    /// The time of the incident, such as "28 Nov 2026, 00:59:07–01:41:00 UTC, 41 min 53 s".
    ///
    /// If the incident is open, its start and the instant up to which the report covers it.
    var times: String {
        guard !incident.isOpen, let end = incident.ends else {
            let soFar = text.incidentReportSoFar(duration: words.exactDuration(site.now - incident.begins))
            return words.enumeration([
                text.incidentReportSince(time: words.exactDateAndTime(incident.begins)), soFar,
                text.incidentReportOpen(time: words.dateAndTime(site.now)),
            ])
        }
        return words.enumeration([
            words.exactSpan(from: incident.begins, to: end), words.exactDuration(end - incident.begins),
        ])
    }

    /// Each component with its worst status.
    var affected: String? {
        let worst = incident.timeline.components.map { StatusChange($0, incident.timeline.worst(of: $0)) }
        return worst.isEmpty ? nil : words.affected(worst, isOver: !incident.isOpen)
    }
}
