import Foundation

/// Records on pages: their own pages, and the lists that contain them.
extension PageCheck {
    /// Checks that each entry of a page's lists has its record's times, and returns the records' slugs.
    @discardableResult
    func compareEntries(
        of page: Markup, at path: String, _ ledger: inout Ledger
    ) throws(Unreadable) -> Set<String> {
        var slugs: Set<String> = []
        for item in page.split(at: "<li>\n<p><svg class=\"mark ") {
            guard let link = item.piece(from: "<a href=\"", to: "</a></p>\n<p class=\"facts\">"),
                let page = link.piece(from: "incidents/", to: ".html\">")?.source.removingPercentEncoding,
                let facts = item.piece(from: "</a></p>\n<p class=\"facts\">", to: "</p>")
            else { throw Unreadable("`\(path)` has an entry without a link to a record") }
            let from = facts.attribute("datetime").flatMap(Moment.read)
            let slug = figures.slug(onPage: page, beginning: from)
            slugs.insert(slug)
            guard let known = figures.known[slug] else { continue }
            let place = "\(path), entry `\(slug)`"
            ledger.compare(
                .pages, link.split(at: ".html\">").first?.text, known.title, at: "\(place): its title")
            let state = facts.piece(from: "<span>", to: "</span>")?.text
            let isPast = known.isOver && figures.windows.contains(slug)
            let neverRan =
                isPast
                ? try records.page(of: page).saysThatItNeverRan(start: known.from, state: state) : false
            compareTimes(of: facts, known, neverRan: neverRan, at: place, &ledger)
        }
        return slugs
    }

    private func compareTimes(
        of facts: Markup, _ known: Figures.Known, neverRan: Bool, at place: String,
        _ ledger: inout Ledger
    ) {
        let from = facts.attribute("datetime").flatMap(Moment.read)
        ledger.compare(.pages, instants: [from], [known.from], at: "\(place): when it started")
        let to = facts.attribute("data-to").flatMap(Moment.read)
        if !known.mayEndOtherwise {
            ledger.compare(
                .pages, instants: [to], [known.isOver || to != nil ? known.until : nil],
                at: "\(place): when it ended")
        }
        guard let to, let from, to > from, !known.isCancelled else { return }
        let spans = facts.split(at: "</time>").first?.piece(from: "<span>", to: "</span>")
        let shown = Numerals.groups(in: spans?.text ?? "")
        if shown.isEmpty, neverRan { return }
        ledger.compare(
            .pages, shown, Numerals.duration(to - from),
            at: "\(place): how long it lasted")
    }

    func compareRecord(_ incident: MeasuredIncident, _ ledger: inout Ledger) throws(Unreadable) {
        let (claim, page) = (incident.claim, try records.page(of: incident.claim.slug))
        let place = "incidents/\(claim.slug).html"
        ledger.compare(.pages, page.title, claim.title, at: "\(place): its title")
        let told = try RecordTimes.Told(try files.api("incidents/\(claim.apiID)").value("incident"))
        let hasUpdates = try claim.json.instantIfAny("noticed_at") != nil
        var times = hasUpdates ? told.updates.reversed().map(\.at) : []
        // If no update states the end of the impact, only the API has an update for it.
        if claim.isOpen, times.first == claim.endedAt, page.updates.first?.at != claim.endedAt {
            times = Array(times.dropFirst())
        }
        ledger.compare(
            .updates, instants: page.updates.map(\.at), times, at: "\(place): the times of its updates")
        compareAnchors(of: page, at: place, &ledger)
        compareTimes(on: page.markup, at: place, &ledger)
        compareShown(on: page.markup, at: place, &ledger)
        let expected = incident.times.compactMap { $0 }.map(Numerals.duration)
        if !expected.isEmpty {
            let shown = page.figures.map(Numerals.groups)
            ledger.compare(.pages, shown, expected, at: "\(place): its response times")
        }
        compareCourses(of: incident, on: page.markup, at: place, &ledger)
        guard !claim.isOpen else { return }
        ledger.compare(
            .pages, instants: [page.lead?.from], [claim.startedAt], at: "\(place): when it started")
        ledger.compare(
            .pages, instants: [page.lead?.to ?? nil], [claim.endsAt], at: "\(place): when it ended")
        compareLength(
            in: page.markup, affected: incident.affected(upTo: figures.claims.now), at: place, &ledger)
    }

    func compareRecord(_ window: Claims.WindowClaim, _ ledger: inout Ledger) throws(Unreadable) {
        let page = try records.page(of: window.page)
        let place = "incidents/\(window.page).html"
        ledger.compare(.pages, page.title, window.title, at: "\(place): its title")
        compareAnchors(of: page, at: place, &ledger)
        compareTimes(on: page.markup, at: place, &ledger)
        compareShown(on: page.markup, at: place, &ledger)
        guard window.series == nil else {
            return compareWindows(ofSeriesWith: window, on: page, at: place, &ledger)
        }
        guard !window.isRunning else { return }
        ledger.compare(
            .pages, instants: [page.lead?.from], [window.from], at: "\(place): when it starts")
        if window.phase != "cancelled" {
            let state = page.markup.piece(from: "<span class=\"state\">", to: "</span>")?.text
                .trimmingCharacters(in: .whitespaces)
            let neverRan =
                window.isOver && page.saysThatItNeverRan(start: window.from, state: state)
            compareLength(in: page.markup, mayBeMissing: neverRan, at: place, &ledger)
        }
        guard let known = figures.known[window.slug], !known.mayEndOtherwise else { return }
        ledger.compare(
            .pages, instants: [page.lead?.to ?? nil], [window.until], at: "\(place): when it ends")
    }

    /// Compares the windows to come on the page of a series, once for each series.
    private func compareWindows(
        ofSeriesWith window: Claims.WindowClaim, on page: RecordPages.Page, at place: String,
        _ ledger: inout Ledger
    ) {
        let windows = figures.series[window.page] ?? []
        guard windows.first?.slug == window.slug else { return }
        let listed = page.markup.pieces(from: "<li><time", to: "</time></li>").flatMap { time in
            [time.attribute("datetime"), time.attribute("data-to")].map { $0.flatMap(Moment.read) }
        }
        let planned = windows.filter { $0.phase == "scheduled" }.sorted { $0.from < $1.from }
        ledger.compare(
            .pages, instants: listed, planned.flatMap { [$0.from, $0.until] as [Int?] },
            at: "\(place): the windows that it lists")
    }

    /// Compares the page of a notice.
    ///
    /// Instead of a phase and a severity, it says that it is a notice.
    func compareRecord(_ notice: Claims.NoticeClaim, _ ledger: inout Ledger) throws(Unreadable) {
        let page = try records.page(of: notice.slug)
        let place = "incidents/\(notice.slug).html"
        ledger.compare(.pages, page.title, notice.title, at: "\(place): its title")
        let facts = page.markup.piece(from: "</h1>\n<p class=\"facts\">", to: "</p>")
        ledger.compare(.pages, facts?.text, "", at: "\(place): its phase and severity")
        compareAnchors(of: page, at: place, &ledger)
        compareTimes(on: page.markup, at: place, &ledger)
        compareShown(on: page.markup, at: place, &ledger)
    }

    /// Checks that the anchors of updates are their times.
    private func compareAnchors(of page: RecordPages.Page, at place: String, _ ledger: inout Ledger) {
        for update in page.updates {
            let seconds = update.anchor.split(separator: "-").dropFirst().first.flatMap { Int($0) }
            ledger.compare(
                .updates, isRight: seconds == update.at, found: Moment.text(update.at),
                expected: "the time in its anchor, in seconds since 1970",
                at: "\(place): the time of `\(update.anchor)`")
        }
    }
}
