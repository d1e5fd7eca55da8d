import StatusModel

/// The report of one incident as one file, up to its footer.
struct IncidentReportPage: PageContext {
    static let template = "incident-report"
    static let summary = "the report on one incident, made by `allclear report RECORD --format html`"

    let layout: LayoutValues
    let style: HTML
    let body: ReportBody

    static let vocabulary = Vocabulary<Self>(
        [
            .html("style", "the style sheet's content, for a `<style>` element") { $0.style }
        ] + Vocabulary<Self>.words { $0.layout } + Vocabulary<Self>.words { $0.body }
    )
}

/// The footer of such a report: what the report was made from, and how to check that nobody changed it.
struct IncidentReportFoot: PageContext {
    static let template = "incident-report-foot"
    static let summary = "the footer of that report; its digest covers everything above it"

    let facts: Facts

    init(_ facts: Facts) { self.facts = facts }

    static let vocabulary = Vocabulary<Self>([
        .text("record", "the path of the record") { $0.facts.record },
        .text("provenance", "the program that made it, and the revision of the records") {
            $0.facts.provenance
        },
        .text("recordDigest", "for the team: the SHA-256 of the record; otherwise empty") {
            $0.facts.recordDigest
        },
        .text("digest", "the SHA-256 of all bytes above the footer") { $0.facts.digest },
        .text("rebuild", "the command that reproduces these bytes") { $0.facts.command },
    ])

    /// The facts in the footer, in any format.
    struct Facts {
        let record: String
        let provenance: String
        let recordDigest: String?
        let digest: String
        let command: String
        private let text: Phrases<String>

        init(_ report: IncidentReportText, _ source: IncidentReport.Source, digest: String) {
            record = report.record.path
            provenance = source.provenance.sentence(report.words)
            recordDigest = source.recordDigest
            self.digest = digest
            command = source.command
            text = report.text
        }

        /// The footer as lines of text.
        var lines: [String] {
            [
                "\(text.incidentReportRecord) \(record)", provenance,
                recordDigest.map { "\(text.incidentReportRecordDigest) \($0)" },
                "\(text.incidentReportDigest) \(digest)", "\(text.incidentReportRebuild) \(command)",
            ]
            .compactMap { $0 }
        }
    }
}
