/// Recomputes all figures of a site from its published files alone.
///
/// It does not share any arithmetic with the build, so that it does not repeat a mistake of the build.
public enum Verification {
    /// Compares a site's files with what follows from the incidents that it shows.
    public static func run(on files: some PublishedFiles) -> Ledger {
        var ledger = Ledger()
        ledger.check(.statuses) { ledger throws(Unreadable) in
            let figures = try Figures(of: try Claims(from: files))
            StatusCheck(figures: figures).run(&ledger)
            UptimeCheck(figures: figures).run(&ledger)
            IncidentCheck(figures: figures).run(&ledger)
            StatuspageCheck(figures: figures, files: files).run(&ledger)
            BadgeCheck(figures: figures, files: files).run(&ledger)
            ReportCheck(figures: figures, files: files).run(&ledger)
            let records = RecordPages(files, of: figures)
            PageCheck(figures: figures, files: files, records: records).run(&ledger)
            ReportPageCheck(figures: figures, files: files).run(&ledger)
            // All pages have been read by now, and feeds are compared with them.
            FeedCheck(figures: figures, files: files, pages: records).run(&ledger)
            CalendarCheck(figures: figures, files: files).run(&ledger)
        }
        return ledger
    }
}
