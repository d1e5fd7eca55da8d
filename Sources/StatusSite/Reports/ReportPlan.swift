import Diagnostics
import Reliability
import StatusModel

/// A plan of the reports' files: a page and a CSV for each period with figures.
struct ReportPlan {
    private let templates: SiteTemplates
    private let inner: Layout
    private let texts: [(period: Period, isOver: Bool, text: Lazy<ReportText>)]

    /// Makes a plan of the reports.
    ///
    /// - Parameter inner: the layout of pages one folder down.
    init(provenance: Provenance, templates: SiteTemplates, inner: Layout) {
        (self.templates, self.inner) = (templates, inner)
        let site = inner.site
        // The page and the file of one period have the same numbers, which are computed once.
        texts = site.history.periods.all.map { period in
            let text = Lazy {
                let report = PeriodReport(of: period, on: site.page, history: site.history)
                return ReportText(report, on: site, provenance: provenance)
            }
            return (period, site.history.standing(of: period) == .ended, text)
        }
    }
}

extension ReportPlan {
    /// The pages, which search engines may list.
    var pages: [SiteFile] {
        texts.map { period, isOver, text in
            SiteFile(isOver ? .report : .runningReport, path: "reports/\(period).html") {
                [templates, inner] in
                templates.bytes(ReportPage(text.value, layout: inner))
            }
        }
    }

    /// The same figures for programs.
    var figures: [SiteFile] {
        texts.map { period, isOver, text in
            SiteFile(isOver ? .reportFigures : .runningReportFigures, path: "reports/\(period).csv") {
                ReportCSV(text.value).bytes
            }
        }
    }
}
