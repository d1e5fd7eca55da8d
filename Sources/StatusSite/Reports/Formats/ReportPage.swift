import Reliability
import StatusModel

/// The report of a month, quarter or year.
struct ReportPage: PageContext {
    static let template = "report"
    static let summary = "the report of a month, quarter or year"

    let head: Head
    let content: ReportContent

    static let vocabulary = Vocabulary<Self>(
        Vocabulary<Self>.words { $0.head } + Vocabulary<Self>.words { $0.content }
    )

    init(_ text: ReportText, layout: Layout) {
        let period = text.report.period
        content = ReportContent(text, root: layout.root, neighbours: layout.site)
        head = Head(
            layout: layout,
            title: content.body.document.title,
            summary: content.body.document.headline,
            path: "reports/\(period).html"
        )
    }
}

/// A report as one file that can be mailed: it contains its style sheet, and all links are absolute.
struct MailedReport: PageContext {
    static let template = "mailed-report"
    static let summary =
        "a report as a single file to send by email, made by `allclear report --format html`"

    let layout: LayoutValues
    let style: HTML
    let content: ReportContent

    static let vocabulary = Vocabulary<Self>(
        [
            .html("style", "the style sheet's content, for a `<style>` element") { $0.style }
        ] + Vocabulary<Self>.words { $0.layout } + Vocabulary<Self>.words { $0.content }
    )

    init(_ text: ReportText, layout: LayoutValues, stylesheet: [UInt8]) {
        self.layout = layout
        content = ReportContent(text, root: layout.root, neighbours: nil)
        style = HTML(stylesheet: stylesheet)
    }
}

extension HTML {
    /// Makes the content of a `<style>` element, in which only its end tag has a meaning.
    init(stylesheet: [UInt8]) {
        let parts = String(decoding: stylesheet, as: UTF8.self).split(
            separator: "</",
            omittingEmptySubsequences: false
        )
        self.init(rendered: parts.joined(separator: "<\\/"))
    }
}

/// The content of a period's report, for the templates that its page and its mail share.
struct ReportContent: TemplateContext {
    let body: ReportBody
    let earlier: LinkContext?
    let later: LinkContext?
    let csv: String
    let provenance: String
    let imprint: [String]

    static let vocabulary = Vocabulary<Self>(
        Vocabulary<Self>.words { $0.body } + [
            .section("earlierPeriod", "the report for the period before, if there is one") { $0.earlier },
            .section("laterPeriod", "the report for the period after, if there is one") { $0.later },
            .text("figuresHref", "the address of the same figures as CSV; empty in a mailed report") {
                $0.csv
            },
            .list(
                "imprint",
                "for printed copies: its address and, for a period in progress, the time up to which figures are counted"
            ) {
                $0.imprint.map(ItemContext.init)
            },
            .text("provenance", "the program that made it, and the revision of the records") {
                $0.provenance
            },
        ]
    )

    /// Makes the content.
    ///
    /// - Parameter site: the site whose other reports it links to; `nil` for no links.
    init(_ text: ReportText, root: String, neighbours site: Site?) {
        let period = text.report.period
        body = ReportBody(document: text.document, root: root)
        (provenance, imprint) = (text.provenance.sentence(text.words), text.imprint)
        earlier = site.flatMap {
            LinkContext(toReportOf: period.previous, on: $0, saying: text.text.pageEarlier)
        }
        later = site.flatMap {
            LinkContext(toReportOf: period.next, on: $0, saying: text.text.pageLater)
        }
        csv = site == nil ? "" : "\(period).csv"
    }
}

/// The content of any report, for the template that all reports share.
struct ReportBody: TemplateContext {
    let document: ReportDocument
    let root: String

    static let vocabulary = Vocabulary<Self>([
        .text("reportTitle", "the title of the report, for example Report for November 2026") {
            $0.document.title
        },
        .list("eyebrow", "the site, and the subject of the report") {
            $0.document.eyebrow.map(ItemContext.init)
        },
        .text(
            "headline",
            "the main result of the period, for example 10 of 12 objectives missed; or an incident's title"
        ) {
            $0.document.headline
        },
        .flag("hasFigures", "whether there are large figures") { !$0.document.figures.isEmpty },
        .list("figures", "the large figures: uptime, time lost, incidents, time to restore") {
            $0.document.figures.map(ReportFigureContext.init)
        },
        .list("totals", "other results, one sentence each") {
            $0.document.summary.map(ItemContext.init)
        },
        .list("sections", "its parts") { body in
            body.document.sections.map { ReportSectionContext($0, root: body.root) }
        },
    ])
}

/// A large figure of a report.
struct ReportFigureContext: TemplateContext {
    let figure: ReportFigure

    static let vocabulary = Vocabulary<Self>([
        .text("label", "the name of the figure") { $0.figure.label },
        .text("value", "the figure") { $0.figure.value },
        .text("change", "the difference from the period before; may be empty") {
            $0.figure.change?.text ?? ""
        },
        .flag("isWorse", "whether it is worse than in the period before") {
            $0.figure.change?.isWorse ?? false
        },
        .text("before", "the figure for the period before, for example before: 99.95%; may be empty") {
            $0.figure.change?.before ?? ""
        },
        .text("note", "what the figure refers to; may be empty") { $0.figure.note },
    ])
}

/// A part of a report.
struct ReportSectionContext: TemplateContext {
    let section: ReportSection
    let root: String

    static let vocabulary = Vocabulary<Self>([
        .text("anchor", "its id on the page") { $0.section.anchor },
        .text("sectionHeading", "its heading") { $0.section.heading },
        .list("sentences", "its figures in words, one sentence each") {
            $0.section.sentences.map(ItemContext.init)
        },
        .html("prose", "text that somebody wrote, with its markup; may be empty") { context in
            let passages = context.section.prose.map { $0.htmlForReaders(root: context.root) }
            return passages.isEmpty ? nil : HTML(rendered: passages.joined(separator: "\n"))
        },
        .html("charts", "its charts; may be empty") { $0.section.charts.map(\.html).joined() },
        .list("tables", "its tables") { context in
            context.section.tables.map { ReportTableContext(table: $0, root: context.root) }
        },
        .text("remark", "a remark on how figures are counted; may be empty") { $0.section.remark },
        .section("furtherLinks", "links to what the section is about") { context in
            context.section.links.map { ReportLinksContext(links: $0, root: context.root) }
        },
    ])

    init(_ section: ReportSection, root: String) {
        (self.section, self.root) = (section, root)
    }
}

extension LinkContext {
    /// Makes a link from one report to another; `nil` if there is no such report.
    fileprivate init?(toReportOf period: Period, on site: Site, saying phrase: (String) -> String) {
        guard site.history.standing(of: period).hasFigures else { return nil }
        self.init(text: phrase(site.words.name(of: period)), href: "\(period).html")
    }
}
