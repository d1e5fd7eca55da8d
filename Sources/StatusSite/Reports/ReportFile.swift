import Reliability
public import StatusModel

/// A single report, for `allclear report`.
public struct ReportFile: Sendable {
    private let text: ReportText
    private let templates: SiteTemplates

    /// A format of a report.
    public enum Format: String, CaseIterable, Sendable {
        /// CommonMark with tables.
        case markdown
        /// One file that can be mailed.
        case html
        /// CSV with one figure per row.
        case csv
        /// JSON with the keys of `api/statistics.json`.
        case json
    }

    /// Makes the report of any period, with or without figures.
    ///
    /// - Parameters:
    ///   - page: the page as its readers may see it, already cut at `now`: `StatusPage.seen(by:at:)`.
    ///   - now: the instant that the report is made for.
    public init(
        of period: Period,
        on page: StatusPage,
        now: Instant,
        templates: SiteTemplates,
        provenance: Provenance
    ) {
        let site = Site(of: page, now: now, language: templates.language)
        let report = PeriodReport(of: period, on: site.page, history: site.history)
        text = ReportText(report, on: site, provenance: provenance)
        self.templates = templates
    }
}

extension ReportFile {
    /// Returns the report's bytes.
    public func render(as format: Format) -> [UInt8] {
        switch format {
        case .markdown:
            ReportMarkdown(text.document, root: text.page.url + "/")
                .bytes(above: [text.provenance.sentence(text.words)])
        case .html: mail
        case .csv: ReportCSV(text).bytes
        case .json: ReportJSON(text).bytes
        }
    }

    private var mail: [UInt8] {
        let assets = templates.assets(for: text.page.brand)
        let layout = LayoutValues(text.site, root: text.page.url + "/", assets: PageAssets(among: assets))
        let style = assets.first { $0.name == "style.css" }?.bytes ?? []
        return templates.bytes(MailedReport(text, layout: layout, stylesheet: style))
    }
}
