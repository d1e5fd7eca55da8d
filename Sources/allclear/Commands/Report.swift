public import ArgumentParser
import Diagnostics
import StatusModel
public import StatusSite

/// `allclear report`: describes a period, or one incident, in words and numbers.
struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write a report on a month, quarter, year or incident.",
        discussion: """
            For example:

              allclear report 2026-01
              allclear report 2026-01-02-slow --format html > slow.html

            Prints Markdown, JSON or a single HTML file that you can email or print. The report on a period \
            is also available as CSV, with one figure per row.

            Exit status: 0 if the report was written, even if it has no figures; 1 if the records have errors.
            """
    )

    @Argument(
        help: ArgumentHelp(
            """
            The period, such as 2026-01, 2026-Q1 or 2026. Or the incident: its id, its file, or any part of its id \
            or title that matches no other record.
            """, valueName: "subject"),
        completion: Completions.records
    )
    var name: String?

    @Option(help: "The output format.")
    var format = ReportFile.Format.markdown

    @OptionGroup var options: SiteOptions
    @OptionGroup var readers: AudienceOption

    func run() throws {
        let console = Console()
        guard name != nil else {
            return try console.reportingErrors {
                throw CommandError("no period or incident was named", hint: Self.hint)
            }
        }
        let now = try options.now()
        let search = try RevisionSearch(in: options.site)
        let reading = try SiteReading(of: options.site, at: now)
        guard let site = reading.site, !reading.diagnostics.hasErrors else {
            try console.tell(reading.diagnostics)
            try console.say("no report was written: \(DiagnosticCount(reading.diagnostics))")
            throw ExitCode(1)
        }
        var page = site.page
        if readers.audience == .internal {
            let found = Findings()
            let ledgers = reading.sources.files.ledgers(into: found)
            page.alertedIncidents =
                LedgerReading(of: ledgers, beside: page, at: now, into: found).alertedIncidents
            try console.tell(found.all.inOrder)
        }
        let provenance = try search.provenance(of: site.page, for: readers.audience)
        let bytes = try console.reportingErrors {
            guard let period = Period(named: subject) else {
                return try report(ofIncidentOn: site, reading, at: now, provenance)
            }
            try sayIfARecord(of: site, isCalledLike: period, console)
            return ReportFile(
                of: period, on: page.seen(by: readers.audience, at: now), now: now,
                templates: site.templates, provenance: provenance
            )
            .render(as: format)
        }
        // Report these only now: warnings would hide an error about the subject.
        try console.tell(reading.diagnostics)
        try console.write(bytes, as: format.stream)
    }
}

private extension Report {
    static let hint =
        "write a month like 2026-01, a quarter like 2026-Q1, a year like 2026, or a record's id"

    var subject: String { name ?? "" }

    func report(
        ofIncidentOn site: LoadedSite, _ reading: SiteReading, at now: Instant, _ provenance: Provenance
    ) throws -> [UInt8] {
        guard let format = IncidentReport.Format(rawValue: format.rawValue) else {
            throw CommandError(
                "a report on an incident is not available as CSV",
                hint:
                    """
                    use `--format markdown`, `html` or `json`, or give a period such as 2026-01, \
                    2026-Q1 or 2026
                    """
            )
        }
        let named = Announceable(reading, site: site, for: readers.audience, at: now)
        try refuseUnknownSubject(of: reading.sources.records, on: site, at: now)
        let record = try named.record(called: subject)
        let isForTeam = readers.audience == .internal
        let source = IncidentReport.Source(
            provenance: provenance,
            recordDigest: isForTeam ? try digest(of: record) : nil,
            command: command(for: record, at: now)
        )
        let report = IncidentReport(
            of: record.slug, on: site.page.seen(by: readers.audience, at: now), now: now,
            templates: site.templates, source: source
        )
        guard let report else {
            throw CommandError(
                "`\(record.id)` is not an incident",
                hint: "maintenance is part of the report on its month"
            )
        }
        return report.render(as: format)
    }

    /// Refuses a subject that is neither a record nor a period, and may have been meant as either.
    func refuseUnknownSubject(of paths: [String], on site: LoadedSite, at now: Instant) throws {
        let finder = RecordFinder(among: paths, of: site.page, at: now)
        do { _ = try finder.path(of: subject) } catch let error as CommandError {
            guard error.list.isEmpty else { throw error }
            let near = nearest(to: subject, in: site.page.filedRecords.map(\.id))
            throw CommandError(
                "`\(subject)` is neither a period nor a record",
                hint: near.map { "did you mean `\($0)`?" } ?? Self.hint)
        }
    }

    func digest(of record: Record) throws -> String {
        guard let file = SiteFolder(options.site).record(record.path) else {
            throw CommandError("`\(record.path)` can no longer be read", hint: "try again")
        }
        return SHA256.hexDigest(of: file.bytes)
    }

    /// Returns the command that makes the report again, for the site's folder.
    func command(for record: Record, at now: Instant) -> String {
        let audience = readers.audience == .internal ? " --audience internal" : ""
        return
            """
            allclear report \(record.path.quotedForShell) --format \(format.rawValue) --now \
            \(now)\(audience)
            """
    }

    /// Says so if a record has the same name as the period, which takes precedence.
    func sayIfARecord(of site: LoadedSite, isCalledLike period: Period, _ console: Console) throws {
        let record = site.page.seen(by: readers.audience, at: .distantFuture).filedRecords.first {
            $0.id == period.description
        }
        guard let record else { return }
        try console.say(
            "there is also an incident named `\(record.id)`; for its report, run "
                + "`allclear report \(record.path)`")
    }
}

extension ReportFile.Format: ExpressibleByArgument {}

extension ReportFile.Format {
    fileprivate var stream: StreamFormat {
        switch self {
        case .markdown, .csv: .text
        case .html: .html
        case .json: .json
        }
    }
}
