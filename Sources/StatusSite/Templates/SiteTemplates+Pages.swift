extension SiteTemplates {
    /// The contexts that have a template of their own, in the order in which they are documented.
    static let pages: [any PageContext.Type] = [
        IndexPage.self, RecordPage.self, AliasPage.self, BrokenRecordPage.self, ComponentPage.self,
        HistoryPage.self, MonthPage.self, RecordListPage.self, MaintenancePage.self, SubscribePage.self,
        SeveritiesPage.self, PostMortemsPage.self, ReportsPage.self, ReportPage.self, MailedReport.self,
        EmbedPage.self, NotFoundPage.self, GalleryPage.self, PageStart.self, PageHeader.self,
        PageFooter.self, EntryContext.self,
    ]

    /// The contexts of announcements, in the order in which they are documented.
    static let messages = Announcer.Format.allCases.flatMap(\.templates)
}
