import Reliability
import StatusModel

/// A component's page: its status, days, uptime and records.
struct ComponentPage: PageContext {
    static let template = "component"
    static let summary = "a component's page: its days, its uptime by range and period, and its incidents"

    let head: Head
    let mailingLists: [LinkContext]
    let feed: String
    let feedLabel: String
    let row: ComponentRow
    let description: String
    let retired: HTML?
    let uncounted: Bool
    let address: LinkContext?
    let uptime: UptimeTables
    let objective: String
    let budgets: [BudgetRow]
    let betweenFailures: String
    let entries: HTML
    let left: String
    let history: LinkContext?
    let runbooks: [RunbookContext]

    /// The number of records that the page lists; older ones are in the history.
    private static let limit = 100

    static let vocabulary = Vocabulary<Self>(
        Vocabulary<Self>.words { $0.head } + Vocabulary<Self>.words { $0.row }
            + Vocabulary<Self>.words { $0.uptime } + [
                .list("mailingLists", "links to join the mailing lists for news about it") {
                    $0.mailingLists
                },
                .text("feed", "the address of the component's RSS feed") { $0.feed },
                .text("feedLabel", "the text of the link to it") { $0.feedLabel },
                .text("description", "the component's description; may be empty") { $0.description },
                .html("retired", "a sentence that says when it was retired; may be empty") {
                    $0.retired
                },
                .flag("uncounted", "whether its downtime is left out of the site's uptime") { $0.uncounted },
                .section("address", "the link to the component itself; absent if `status.yml` has none") {
                    $0.address
                },
                .text("objective", "a sentence with its objective; may be empty") {
                    $0.objective
                },
                .list("budgets", "its error budget over the month, the quarter, 30 and 90 days") {
                    $0.budgets
                },
                .text(
                    "betweenFailures",
                    "a sentence with the mean time between failures over 365 days; empty if there were fewer than five failures"
                ) { $0.betweenFailures },
                .html(
                    "entries",
                    "its incidents and maintenance, newest first, at most 100, each made by the template `entry`; may be empty"
                ) { $0.entries },
                .text("left", "a sentence with the number of others; may be empty") { $0.left },
                .flag("hasRunbooks", "for the team: whether there are runbooks for it") {
                    !$0.runbooks.isEmpty
                },
                .list("runbooks", "for the team: the runbooks for it") { $0.runbooks },
                .section("history", "the link to the list of all its records; absent if it has none") {
                    $0.history
                },
            ]
    )

    init(_ index: Component.Index, periods: ReportingPeriods, layout: Layout) {
        let (site, words) = (layout.site, layout.words)
        let component = site.page.components[index]
        let name = words.components[index]
        head = Head(
            layout: layout,
            title: name,
            summary: Self.summary(of: index, site: site),
            path: "components/\(component.id).html",
            kind: component.isRetired(at: site.now)
                ? "operational" : Localizer.kind(of: site.history.status(of: index))
        )
        mailingLists = component.isRetired(at: site.now) ? [] : layout.mailingLists(of: [index])
        feed = "\(component.id).xml"
        feedLabel = words.text.componentFeed(component: words.isolated(name))
        row = ComponentRow(index, called: name, isWhole: true, layout: layout)
        description = component.summary ?? ""
        retired =
            component.isRetired(at: site.now)
            ? component.until.map { words.html.componentRetired(date: words.element($0)) } : nil
        uncounted = !site.history.rules.counts(index, at: site.now)
        address = component.url.map {
            LinkContext(outside: $0, text: words.text.componentAddress(component: words.isolated(name)))
        }
        uptime = UptimeTables(of: UptimeSubject(index, on: site), in: periods, layout: layout)
        objective =
            site.history.rules.target(of: index, at: site.now).map {
                words.text.componentObjectiveOf(component: words.isolated(name), share: words.share($0))
            } ?? ""
        budgets = BudgetRow.all(of: index, layout: layout)
        betweenFailures = Self.betweenFailures(of: index, site: site)
        let list = site.archive.components[index]
        let records = list?.places ?? []
        history = list.map {
            LinkContext(
                text: words.text.componentAllRecords(component: words.isolated(name)),
                href: layout.root + $0.path
            )
        }
        runbooks = site.page.runbooks(of: .component(index)).map {
            RunbookContext(runbook: $0, layout: layout)
        }
        entries = layout.entries(at: records.prefix(Self.limit))
        left =
            records.count > Self.limit
            ? words.text.componentLeft(records.count, newest: words.grouped(Self.limit)) : ""
    }

    /// Returns the component's status and description, or only the description if it is retired.
    private static func summary(of index: Component.Index, site: Site) -> String {
        let (component, words) = (site.page.components[index], site.words)
        guard !component.isRetired(at: site.now) else { return component.summary ?? "" }
        let name = words.names(of: [index])[0]
        let status = words.sentence(on: name, count: 1, in: site.history.status(of: index))
        let sentences = [words.text.sentence(words: status), component.summary].compactMap { $0 }
        return words.asOf(site.now, words.text.together(sentences), now: site.now)
    }

    private static func betweenFailures(of index: Component.Index, site: Site) -> String {
        let (range, words) = (RecentRange.year.range(endingAt: site.now), site.words)
        let year = site.history.uptime(of: index, during: range)
        guard year.outages >= 5, let mean = year.meanTimeBetweenFailures else { return "" }
        let since = site.trackedSince(index)
        guard since > range.from else {
            return words.text.componentBetweenFailures(year.outages, duration: words.duration(mean))
        }
        return words.text.componentBetweenFailuresSince(
            year.outages, date: words.date(words.zone.day(of: since)), duration: words.duration(mean))
    }
}
