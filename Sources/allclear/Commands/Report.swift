public import ArgumentParser
import Diagnostics
import StatusModel
public import StatusSite

/// `allclear report`: a month, quarter or year in words and numbers.
struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes the report of a month, quarter or year on standard output.",
        discussion: """
            As Markdown, as one HTML file that can be mailed, as CSV with one figure a row, or as JSON. \
            Exit status 0, for a period without figures too; 1: there are errors in the records.
            """
    )

    @Argument(
        help: "The period: 2026-01, 2026-Q1 or 2026.",
        transform: { name in
            guard let period = Period(named: name) else {
                throw ValidationError(
                    "write a month as 2026-01, a quarter as 2026-Q1 or a year as 2026"
                )
            }
            return period
        }
    )
    var period: Period

    @Option(help: "How to write it: markdown, html, csv or json.")
    var format = ReportFile.Format.markdown

    @OptionGroup var options: SiteOptions
    @OptionGroup var readers: AudienceOption

    func run() throws {
        let now = try options.now()
        let search = try RevisionSearch(in: options.site)
        let reading = try SiteReading(of: options.site, at: now)
        let console = Console()
        try console.tell(reading.diagnostics)
        guard let site = reading.site, !reading.diagnostics.hasErrors else {
            try console.say("no report was written: \(DiagnosticCount(reading.diagnostics))")
            throw ExitCode(1)
        }
        let provenance = try search.provenance(of: site.page, for: readers.audience)
        let report = ReportFile(
            of: period,
            on: site.page.seen(by: readers.audience, at: now),
            now: now,
            templates: site.templates,
            provenance: provenance
        )
        try console.write(report.render(as: format), as: format.stream)
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
