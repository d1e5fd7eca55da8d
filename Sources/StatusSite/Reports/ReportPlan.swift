import Reliability
import StatusModel

/// Plans the files of the reports: a page and a CSV for each period with figures.
struct ReportPlan {
    private let provenance: Provenance
    private let templates: SiteTemplates
    private let inner: Frame

    /// - Parameter inner: what pages one folder down share.
    init(provenance: Provenance, templates: SiteTemplates, inner: Frame) {
        (self.provenance, self.templates, self.inner) = (provenance, templates, inner)
    }
}

extension ReportPlan {
    /// The pages, which search engines may list.
    var pages: [SiteFile] {
        inner.site.history.periods.all.map { period in
            SiteFile(path: "reports/\(period).html") { [templates, inner, provenance] in
                templates.bytes(
                    ReportPage(ReportText(of: period, on: inner.site, provenance: provenance), frame: inner)
                )
            }
        }
    }

    /// The same figures for programs.
    var figures: [SiteFile] {
        inner.site.history.periods.all.map { period in
            SiteFile(path: "reports/\(period).csv") { [inner, provenance] in
                ReportCSV(ReportText(of: period, on: inner.site, provenance: provenance)).bytes
            }
        }
    }
}
