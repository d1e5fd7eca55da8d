import Reliability
import StatusModel

/// A plan of a site's pages.
struct PagePlan {
    private let site: Site
    private let chronicle: Chronicle
    private let templates: SiteTemplates
    private let assets: PageAssets
    private let reports: ReportPlan
    /// The layout of pages in the site's root.
    private let top: Layout
    /// The layout of pages one folder down.
    private let inner: Layout

    init(of site: Site, templates: SiteTemplates, assets: [Asset], provenance: Provenance) {
        (self.site, self.templates) = (site, templates)
        chronicle = Chronicle(of: site)
        self.assets = PageAssets(among: assets)
        top = Layout(site, root: "", assets: self.assets, templates: templates)
        inner = Layout(site, root: "../", assets: self.assets, templates: templates)
        reports = ReportPlan(provenance: provenance, templates: templates, inner: inner)
    }
}

extension PagePlan {
    /// The pages that search engines may list, in an order that is the same for each build.
    var listed: [SiteFile] {
        topPages + records + components + groups + months + lists + postMortemYears + reports.pages
    }

    /// The other pages.
    var unlisted: [SiteFile] { notFound + embed + aliases + brokenRecords }

    /// The files for programs that accompany pages.
    var figures: [SiteFile] { reports.figures }
}

extension SiteTemplates {
    /// The contexts of pages and of parts of them that have a template of their own, in the order in which they are
    /// documented.
    ///
    /// Each type of page that is planned below has to be one of them.
    static let pages: [any PageContext.Type] = [
        IndexPage.self, RecordPage.self, AliasPage.self, BrokenRecordPage.self, ComponentPage.self,
        GroupPage.self, ComponentsPage.self,
        HistoryPage.self, MonthPage.self, RecordListPage.self, MaintenancePage.self, SubscribePage.self,
        SeveritiesPage.self, PostMortemsPage.self, ReportsPage.self, ReportPage.self, MailedReport.self,
        IncidentReportPage.self, IncidentReportFoot.self,
        EmbedPage.self, NotFoundPage.self, GalleryPage.self, PageStart.self, PageHeader.self,
        PageFooter.self, EntryContext.self, StateIcon.self,
    ]
}

private extension PagePlan {
    var topPages: [SiteFile] {
        [
            file("index.html") { [top] in IndexPage(layout: top) },
            file(HistoryPage.path) { [top, chronicle] in HistoryPage(chronicle, layout: top) },
            file("maintenance.html") { [top] in MaintenancePage(layout: top) },
            file(SubscribePage.path) { [top] in SubscribePage(layout: top) },
            file(ReportsPage.path) { [top] in ReportsPage(layout: top) },
        ]
            + (site.isLarge
                ? [file(ComponentsPage.path) { [top] in ComponentsPage(layout: top) }] : []) + policyPages
    }

    /// Pages that only some sites need.
    var policyPages: [SiteFile] {
        (site.shownSeverities.isEmpty
            ? [] : [file(SeveritiesPage.path) { [top] in SeveritiesPage(layout: top) }])
            + (site.hasPostMortems
                ? [file(PostMortemsPage.path) { [top] in PostMortemsPage(layout: top) }] : [])
    }

    /// The page for missing addresses.
    ///
    /// It is served at any depth, so its links start at the root of the host. They do not name the host because a site
    /// may be tried at another address.
    var notFound: [SiteFile] {
        let absolute = Layout(site, root: site.page.rootOnItsHost, assets: assets, templates: templates)
        return [file("404.html") { NotFoundPage(layout: absolute) }]
    }

    /// The view for other sites, which the team's build does not have because it shows internal data.
    var embed: [SiteFile] {
        site.isForTeam ? [] : [file(EmbedPage.path, .framedPage) { [top] in EmbedPage(layout: top) }]
    }

    /// The records' own pages.
    ///
    /// Each finds its record by place, because a copy in every plan would cost more than the plan itself.
    var records: [SiteFile] {
        let page = site.page
        return Record.Kind.allCases.flatMap { kind in
            page.records.indices.filter {
                page.records[$0].kind == kind && page.records[$0].seriesWindow == nil
            }
            .map { place in
                file(at: page.records[place].slug) { [inner] in
                    RecordPage(inner.site.page.records[place], layout: inner)
                }
            }
        }
            + page.recurring.indices.map { place in
                file(at: page.recurring[place].slug) { [inner] in
                    RecordPage(inner.site.page.recurring[place], layout: inner)
                }
            }
    }

    var aliases: [SiteFile] {
        site.page.filedRecords.flatMap { record in
            record.aliases.map { alias in
                file(at: alias) { [inner] in AliasPage(to: record, layout: inner) }
            }
        }
            + site.page.components.indices.flatMap(formerPages)
    }

    /// Returns the pages at a renamed component's former addresses, which lead to its page and to the lists of its
    /// records.
    func formerPages(of index: Component.Index) -> [SiteFile] {
        let component = site.page.components[index]
        let lists = component.formerIDs.isEmpty ? [] : site.archive.lists(of: index)
        return component.formerIDs.flatMap { id in
            [("components/\(id).html", "components/\(component.id).html")]
                + lists.map { list in
                    (RecordList.path(ofComponent: id, in: list.year), list.path)
                }
        }
        .map { former, path in
            file(former) { [inner] in
                AliasPage(to: inner.site.words.components[index], at: path, layout: inner)
            }
        }
    }

    var brokenRecords: [SiteFile] {
        site.page.brokenRecords.map { record in
            file(at: record.slug) { [inner] in BrokenRecordPage(record, layout: inner) }
        }
    }

    var components: [SiteFile] {
        let periods = site.history.periods
        return site.page.components.indices.map { index in
            file("components/\(site.page.components[index].id).html") { [inner] in
                ComponentPage(index, periods: periods, layout: inner)
            }
        }
    }

    var groups: [SiteFile] {
        let periods = site.history.periods
        return site.page.groups.indices.filter { !site.componentsByGroup[$0].isEmpty }.map { index in
            file(site.page.groups[index].pagePath) { [inner] in
                GroupPage(index, periods: periods, layout: inner)
            }
        }
    }

    var months: [SiteFile] {
        chronicle.months.indices.map { place in
            file(chronicle.months[place].path) { [inner, chronicle] in
                MonthPage(chronicle, at: place, layout: inner)
            }
        }
    }

    /// The lists of the records by year, component, severity and tag.
    var lists: [SiteFile] {
        site.archive.lists.map { list in
            file(list.path) { [inner] in RecordListPage(list, layout: inner) }
        }
    }

    var postMortemYears: [SiteFile] {
        site.postMortemYears.map { year, _ in
            file(PostMortemsPage.path(of: year)) { [inner] in PostMortemsPage(of: year, layout: inner) }
        }
    }

    func file<Page: PageContext>(at slug: String, _ page: @escaping @Sendable () -> Page) -> SiteFile {
        file(Record.pagePath(ofSlug: slug), .page, page)
    }

    func file<Page: PageContext>(
        _ path: String, _ kind: OutputKind = .page, _ page: @escaping @Sendable () -> Page
    ) -> SiteFile {
        SiteFile(kind, path: path) { [templates] in templates.bytes(page()) }
    }
}
