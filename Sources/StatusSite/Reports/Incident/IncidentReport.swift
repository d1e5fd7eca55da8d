import Diagnostics
import Reliability
public import StatusModel

/// The report of one incident, to give to a customer: one file that loads nothing else, and that anyone can rebuild.
public struct IncidentReport: Sendable {
    private let text: IncidentReportText
    private let source: Source
    private let templates: SiteTemplates

    /// The origin of a report, as its footer states it.
    public struct Source: Sendable {
        /// The program, and the state of the records.
        let provenance: Provenance
        /// The SHA-256 of the record, in hexadecimal digits; only for the team, because it covers internal data.
        let recordDigest: String?
        /// The command that makes exactly these bytes again.
        let command: String

        /// Makes a source.
        public init(provenance: Provenance, recordDigest: String?, command: String) {
            (self.provenance, self.recordDigest, self.command) = (provenance, recordDigest, command)
        }
    }

    /// A format of the report.
    public enum Format: String, CaseIterable, Sendable {
        /// CommonMark with tables.
        case markdown
        /// One file that contains its style sheet, also for A4 paper.
        case html
        /// One object.
        case json
    }

    /// Makes the report of an incident that has begun; `nil` if there is no such incident.
    ///
    /// - Parameters:
    ///   - page: the page as its readers may see it, already cut at `now`: `StatusPage.seen(by:at:)`.
    ///   - now: the instant that the report is made for.
    public init?(
        of slug: String, on page: StatusPage, now: Instant, templates: SiteTemplates, source: Source
    ) {
        let site = Site(of: page, now: now, language: templates.language)
        guard let incident = site.incident(at: slug) else { return nil }
        text = IncidentReportText(incident, on: site, in: templates.language)
        (self.source, self.templates) = (source, templates)
    }
}

extension IncidentReport {
    /// Returns the report's bytes.
    ///
    /// Its footer contains the SHA-256 of all bytes above it.
    public func render(as format: Format) -> [UInt8] {
        switch format {
        case .markdown: markdown
        case .html: html
        case .json: IncidentReportJSON(text, from: source).bytes
        }
    }
}

private extension IncidentReport {
    var root: String { text.site.page.url + "/" }

    var html: [UInt8] {
        let assets = templates.assets(for: text.site.page.brand)
        let layout = LayoutValues(text.site, root: root, assets: PageAssets(among: assets))
        let style = assets.first { $0.name == "style.css" }?.bytes ?? []
        let top = templates.bytes(
            IncidentReportPage(
                layout: layout,
                style: HTML(stylesheet: style),
                body: ReportBody(document: text.document, root: root)
            )
        )
        return top + templates.bytes(IncidentReportFoot(foot(below: top)))
    }

    var markdown: [UInt8] {
        let top = ReportMarkdown(text.document, root: root)
        let foot = foot(below: Array(top.text.utf8))
        return top.bytes(above: foot.lines)
    }

    func foot(below top: [UInt8]) -> IncidentReportFoot.Facts {
        IncidentReportFoot.Facts(text, source, digest: SHA256.hexDigest(of: top))
    }
}
