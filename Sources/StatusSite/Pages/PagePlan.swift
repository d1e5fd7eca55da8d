import Reliability
import StatusModel

/// Plans a site's pages.
struct PagePlan {
    private let site: Site
    private let chronicle: Chronicle
    private let templates: SiteTemplates
    private let assets: PageAssets
    /// What pages in the site's root share.
    private let top: Frame
    /// What pages one folder down share.
    private let inner: Frame

    init(of site: Site, templates: SiteTemplates, assets: [Asset]) {
        (self.site, self.templates) = (site, templates)
        chronicle = Chronicle(of: site)
        self.assets = PageAssets(among: assets)
        top = Frame(site, root: "", assets: self.assets, templates: templates)
        inner = Frame(site, root: "../", assets: self.assets, templates: templates)
    }
}

extension PagePlan {
    /// All pages, in an order that is the same at each build.
    var files: [SiteFile] {
        topPages + notFound + records + aliases + brokenRecords + components + months
    }

    /// The paths of the pages that search engines may list.
    var listed: [String] { (topPages + components + months + records).map(\.path) }
}

private extension PagePlan {
    var topPages: [SiteFile] {
        [
            file("index.html") { [top] in IndexPage(frame: top) },
            file("history.html") { [top, chronicle] in HistoryPage(chronicle, frame: top) },
            file("maintenance.html") { [top] in MaintenancePage(frame: top) },
        ]
    }

    /// It is served at any depth, so that all it leads to is absolute.
    var notFound: [SiteFile] {
        let absolute = Frame(site, root: site.page.url + "/", assets: assets, templates: templates)
        return [file("404.html") { NotFoundPage(frame: absolute) }]
    }

    var records: [SiteFile] {
        site.page.incidents.map { incident in
            file(at: incident.record.slug) { [inner] in RecordPage(incident, frame: inner) }
        }
            + site.page.maintenance.map { window in
                file(at: window.record.slug) { [inner] in RecordPage(window, frame: inner) }
            }
            + site.page.notices.map { notice in
                file(at: notice.record.slug) { [inner] in RecordPage(notice, frame: inner) }
            }
    }

    var aliases: [SiteFile] {
        let records =
            site.page.incidents.map(\.record) + site.page.maintenance.map(\.record)
            + site.page.notices.map(\.record)
        return records.flatMap { record in
            record.aliases.map { alias in
                file(at: alias) { [inner] in AliasPage(to: record, frame: inner) }
            }
        }
    }

    var brokenRecords: [SiteFile] {
        site.page.brokenRecords.map { record in
            file(at: record.slug) { [inner] in BrokenRecordPage(record, frame: inner) }
        }
    }

    var components: [SiteFile] {
        let periods = ReportingPeriods(of: site.page, now: site.now)
        var records = Array<[Int]>(repeating: [], count: site.page.components.count)
        for (place, occurrence) in site.occurrences.enumerated() {
            for component in occurrence.components { records[component].append(place) }
        }
        return site.page.components.indices.map { [records] index in
            file("components/\(site.page.components[index].id).html") { [inner] in
                ComponentPage(index, records: records[index], periods: periods, frame: inner)
            }
        }
    }

    var months: [SiteFile] {
        chronicle.months.indices.map { place in
            file(chronicle.months[place].path) { [inner, chronicle] in
                MonthPage(chronicle, at: place, frame: inner)
            }
        }
    }

    func file<Page: PageContext>(at slug: String, _ page: @escaping @Sendable () -> Page) -> SiteFile {
        file("incidents/\(slug).html", page)
    }

    func file<Page: PageContext>(_ path: String, _ page: @escaping @Sendable () -> Page) -> SiteFile {
        SiteFile(path: path) { [templates] in templates.bytes(page()) }
    }
}
