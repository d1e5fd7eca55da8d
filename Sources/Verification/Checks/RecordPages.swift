import Foundation

/// The records' own pages, with the facts that other files have too: the times of updates, and when a record began and
/// ended.
final class RecordPages {
    private let files: any PublishedFiles
    private let figures: Figures
    private var pages: [String: Result<Page, Unreadable>] = [:]

    init(_ files: any PublishedFiles, of figures: Figures) {
        (self.files, self.figures) = (files, figures)
    }

    struct Page {
        let title: String
        /// The updates, newest first.
        let updates: [Update]
        let updatesByAnchor: [String: Update]
        /// The times of the updates, the oldest first.
        let times: [Int]
        /// The first time in its lead: when it began, and when it ended.
        let lead: (from: Int, to: Int?)?
        /// The texts of its response times.
        let figures: [String]
        let markup: Markup

        /// Whether maintenance that is over was completed before it began, and so has no length.
        ///
        /// - Parameters:
        ///   - start: the instant at which it would have begun.
        ///   - state: the phase that it is shown to have, which is that of its last update before the start.
        func saysThatItNeverRan(start: Int, state: String?) -> Bool {
            let place = times.firstPlace(notBefore: start + 1)
            return place > 0 && updates[updates.count - place].phase == state
        }
    }

    struct Update {
        let slug: String
        let anchor: String
        let phase: String
        let at: Int
    }
}

extension RecordPages {
    /// Returns a record's page.
    func page(of slug: String) throws(Unreadable) -> Page {
        if let known = pages[slug] { return try known.get() }
        let read = Result { () throws(Unreadable) in
            let path = try SafePath.checked("incidents/\(slug).html")
            return try Page(Markup(try files.bytes(of: path)), of: slug)
        }
        pages[slug] = read
        return try read.get()
    }

    /// All updates of the pages that were read.
    var updates: [Update] {
        pages.keys.sorted().flatMap { slug in (try? pages[slug]?.get())?.updates ?? [] }
    }

    /// Returns what an address in a feed links to: an update, a post-mortem, or a record that begins or ends, with the
    /// times that it may have.
    func said(at address: String, of url: String) -> (title: String, phase: String, times: [Int])? {
        guard address.hasPrefix(url + "/incidents/") else { return nil }
        let parts = address.dropFirst(url.count + "/incidents/".count).split(
            separator: "#", maxSplits: 1)
        guard let name = parts.first?.removingPercentEncoding, name.hasSuffix(".html") else { return nil }
        let slug = String(name.dropLast(".html".count))
        // A record that is in no figure is not trusted here.
        guard figures.isKnown(page: slug), let page = try? page(of: slug) else { return nil }
        guard parts.count == 2 else {
            // Each window of a series begins and ends.
            if let windows = figures.series[slug] {
                return (page.title, "", windows.flatMap { [$0.from] + [$0.until].compactMap { $0 } })
            }
            // The page of an open incident shows how long it has lasted.
            let start = page.lead?.from ?? figures.beginnings[slug]
            let end = figures.incidentsBySlug[slug]?.claim.endedAt ?? figures.known[slug]?.until
            return start.map { (page.title, "", [$0] + [end].compactMap { $0 }) }
        }
        if parts[1] == "post-mortem" {
            return publication(of: slug, page).map { (page.title, "", [$0]) }
        }
        return page.updatesByAnchor[String(parts[1])].map { (page.title, $0.phase, [$0.at]) }
    }
}

extension RecordPages {
    /// Returns the instant at which a post-mortem was published: the beginning of its day or, on the day of the
    /// resolution, the resolution.
    fileprivate func publication(of slug: String, _ page: Page) -> Int? {
        guard let day = page.postMortemDay else { return nil }
        let (calendar, start) = (figures.claims.calendar, figures.claims.calendar.start(ofDay: day))
        let resolvedAt = figures.incidentsBySlug[slug]?.claim.resolvedAt
        return resolvedAt.flatMap { calendar.day(of: $0) == day ? max($0, start) : nil } ?? start
    }
}

extension RecordPages.Page {
    init(_ markup: Markup, of slug: String) throws(Unreadable) {
        guard let title = markup.piece(from: "<h1>", to: "</h1>")?.text else {
            throw Unreadable("`incidents/\(slug).html` has no heading")
        }
        let rail = markup.piece(from: "<ol reversed class=\"rail\">", to: "</ol>\n</section>")
        var (updates, phase) = ([RecordPages.Update](), "")
        for item in (rail?.split(at: "\n<li id=\"update-") ?? []).reversed() {
            guard let heading = item.piece(from: "<h3>", to: "</h3>"),
                let at = heading.attribute("datetime").flatMap(Moment.read)
            else { continue }
            // An update that is not a step keeps the phase of the one before, whatever its heading says.
            if item.before(">").contains("class=\"step\"") { phase = heading.before(" <a ").text }
            let anchor = "update-" + item.before("\"").source
            updates.append(RecordPages.Update(slug: slug, anchor: anchor, phase: phase, at: at))
        }
        self.updates = updates.reversed()
        times = updates.map(\.at)
        updatesByAnchor = Dictionary(self.updates.map { ($0.anchor, $0) }) { first, _ in first }
        let time = markup.piece(from: "<p class=\"lead\">", to: "</p>")?.piece(
            from: "<time", to: "</time>")
        let from = time?.attribute("datetime").flatMap(Moment.read)
        lead = from.map { ($0, time?.attribute("data-to").flatMap(Moment.read)) }
        // An open incident has another such list, above its updates.
        let list = markup.pieces(from: "<dl class=\"figures\">", to: "</dl>").last
        figures = list?.pieces(from: "<dd>", to: "</dd>").map(\.text) ?? []
        (self.title, self.markup) = (title, markup)
    }

    /// The day on which the record's post-mortem was published.
    fileprivate var postMortemDay: Int? {
        markup.piece(from: " id=\"post-mortem\"", to: "</p>")?.attribute("datetime").flatMap(Day.read)
    }
}
