import Foundation

/// Compares pages with the figures: numbers by their digits, and times by those that programs read.
struct PageCheck {
    let figures: Figures
    let files: any PublishedFiles
    let records: RecordPages

    func run(_ ledger: inout Ledger) {
        ledger.check(.pages) { ledger throws(Unreadable) in try compareIndex(&ledger) }
        for component in figures.components {
            ledger.check(.pages) { ledger throws(Unreadable) in try comparePage(of: component, &ledger) }
        }
        for group in figures.claims.groups {
            ledger.check(.pages) { ledger throws(Unreadable) in try comparePage(of: group, &ledger) }
        }
        var months: [String: Set<String>] = [:]
        for month in figures.months {
            ledger.check(.pages) { ledger throws(Unreadable) in
                months[month] = try compareMonth(month, &ledger)
            }
        }
        for notice in figures.claims.notices {
            ledger.check(.pages) { ledger throws(Unreadable) in try compareRecord(notice, &ledger) }
        }
        compareLists(listing: months, &ledger)
        for incident in figures.incidents {
            ledger.check(.pages) { ledger throws(Unreadable) in try compareRecord(incident, &ledger) }
        }
        for window in figures.claims.windows {
            ledger.check(.pages) { ledger throws(Unreadable) in try compareRecord(window, &ledger) }
        }
        ledger.check(.pages) { ledger throws(Unreadable) in
            try compareEntries(of: try page("maintenance.html", &ledger), at: "maintenance.html", &ledger)
        }
    }
}

extension PageCheck {
    fileprivate func compareIndex(_ ledger: inout Ledger) throws(Unreadable) {
        let page = try page("index.html", &ledger)
        let rows = page.split(at: "<p class=\"row\">")
        let expected = figures.components.filter { figures.isInService($0) }
        try compareRows(rows, expected, at: "index.html", &ledger)
        let headings = compareGroups(on: page, at: "index.html", &ledger)
        // A group with one component has no heading.
        let groups = figures.claims.groups.filter { group in
            figures.members(of: group).count { figures.isInService($0) } > 1
        }
        ledger.compare(
            .pages, headings.sorted(), groups.map(\.id).sorted(), at: "index.html: headings of groups")
        try compareEntries(of: page, at: "index.html", &ledger)
        try compareBanner(on: page, &ledger)
        try compareOpen(on: page, &ledger)
    }

    /// Compares the open incidents, of which at most ten are shown, with the times of their updates.
    fileprivate func compareOpen(on page: Markup, _ ledger: inout Ledger) throws(Unreadable) {
        let open = figures.incidents.count(where: \.claim.isOpen)
        var shown: Set<String> = []
        for section in page.pieces(from: "<section class=\"open ", to: "</section>") {
            let link = section.piece(from: "<h2><a href=\"incidents/", to: ".html\"")?.source
            // Notices are in such sections, too.
            guard let slug = link?.removingPercentEncoding, let incident = figures.incidentsBySlug[slug],
                incident.claim.isOpen
            else { continue }
            shown.insert(slug)
            let times = Set(try records.page(of: slug).updates.map(\.at))
            let heading = section.piece(from: "<p class=\"facts\">", to: "</p>")
            let since = heading?.attribute("datetime")
            ledger.compare(
                .pages, since, Moment.text(incident.claim.startedAt), at: "index.html, `\(slug)`: since")
            for update in section.pieces(from: "<div class=\"update\">\n<h3>", to: "</h3>") {
                let at = update.attribute("datetime").flatMap(Moment.read)
                let isKnown = at.map(times.contains) ?? false
                ledger.compare(
                    .pages, isRight: isKnown, found: at.map(Moment.text) ?? "nothing",
                    expected: "the time of an update on its page",
                    at: "index.html, `\(slug)`: the time of an update")
            }
        }
        ledger.compare(.pages, shown.count, min(10, open), at: "index.html: open incidents")
    }

    fileprivate func comparePage(of component: ComponentCourse, _ ledger: inout Ledger)
        throws(Unreadable)
    {
        let path = "components/\(component.claim.id).html"
        let page = try page(path, &ledger)
        guard let row = page.split(at: "<p class=\"row\">").first else {
            throw Unreadable("`\(path)` has no row")
        }
        compareRow(row, component, isWhole: true, at: path, &ledger)
        let tables = UptimeTables(
            figures, of: [component], in: [component], target: { component.target(during: $0) },
            uptime: { component.uptime(during: $0) })
        compareTables(of: page, tables.all(budgets: budgets(of: component)), at: path, &ledger)
        try compareEntries(of: page, at: path, &ledger)
    }

    fileprivate func comparePage(of group: Claims.GroupClaim, _ ledger: inout Ledger)
        throws(Unreadable)
    {
        let path = "groups/\(group.id).html"
        let page = try page(path, &ledger)
        let members = figures.members(of: group)
        let rows = page.split(at: "<p class=\"row\">")
        let headings = compareGroups(on: page, of: group, at: path, &ledger)
        guard headings.contains(group.id) else { throw Unreadable("`\(path)` has no heading for its group") }
        try compareRows(rows, members.filter { figures.isInService($0) }, at: path, &ledger)
        try compareEntries(of: page, at: path, &ledger)
        let counted = members.filter { $0.claim.counted.contains(where: \.value) }
        guard members.contains(where: \.claim.isCounted) else { return }
        let whole = figures.whole(of: group)
        let tables = UptimeTables(
            figures, of: counted, in: members, componentTime: { whole.componentTime(during: $0) },
            uptime: { whole.byTheClock(during: $0) })
        compareTables(of: page, tables.all(budgets: nil), at: path, &ledger)
    }

    /// Checks that the page of a month has every incident and every maintenance window that began in it.
    ///
    /// - Returns: the slugs of all records on the page.
    fileprivate func compareMonth(
        _ month: String, _ ledger: inout Ledger
    ) throws(Unreadable) -> Set<String> {
        let path = "history/\(month).html"
        let slugs = try compareEntries(of: try page(path, &ledger), at: path, &ledger)
        for slug in figures.begun[month] ?? [] {
            ledger.compare(.pages, isListed: slugs.contains(slug), at: "\(path): `\(slug)`")
        }
        return slugs
    }
}

extension PageCheck {
    /// Compares the rows of components, each of which must occur once.
    fileprivate func compareRows(
        _ rows: [Markup], _ expected: [ComponentCourse], at path: String, _ ledger: inout Ledger
    ) throws(Unreadable) {
        var shown: [String] = []
        let ids = Set(expected.map(\.claim.id))
        for row in rows {
            let file = row.piece(from: "<a class=\"name\" href=\"", to: ".html\"")?.source.split(
                separator: "/"
            ).last
            guard let component = figures.component(file ?? ""), ids.contains(component.claim.id) else {
                ledger.compare(.pages, "\(file ?? "nothing")", "a component in use", at: "\(path): a row")
                continue
            }
            shown.append(component.claim.id)
            compareRow(row, component, isWhole: false, at: "\(path), `\(component.claim.id)`", &ledger)
        }
        ledger.compare(
            .pages, shown.sorted(), expected.map(\.claim.id).sorted(), at: "\(path): its components")
    }

    fileprivate func compareRow(
        _ row: Markup, _ component: ComponentCourse, isWhole: Bool, at place: String,
        _ ledger: inout Ledger
    ) {
        let kind = row.piece(from: "<span class=\"status ", to: "\"")?.source
        let status = figures.status(of: component)
        ledger.compare(.pages, kind, Statuses.kind(of: status), at: "\(place): its status")
        let word = row.piece(from: "<span class=\"status ", to: "</span>")?.split(at: "</svg> ").first
        if figures.isInService(component), let word {
            let label = try? files.json("badges/\(component.claim.id).json").text("message")
            ledger.compare(
                .pages, word.text, label, at: "\(place): its status in words, against its badge")
        }
        let quarter = figures.claims.now - 90 * 86_400
        let tracked = Stretch(
            from: max(quarter, figures.trackedSince(component)), until: figures.claims.now)
        compareShare(
            row.piece(from: "<span class=\"figure\">", to: "</span>")?.text,
            component.uptime(during: tracked).text(beside: component.target(during: tracked)),
            at: "\(place): its uptime", &ledger)
        DayBars(figures, of: component).compare(row, isWhole: isWhole, at: place, &ledger)
    }

    func compareShare(
        _ shown: String?, _ expected: String, at place: String, _ ledger: inout Ledger
    ) {
        let text = expected == "no data" ? "" : expected
        let agrees = shown.map { Numerals.shows(text, in: $0) } ?? false
        ledger.compare(.pages, agrees ? expected : shown ?? "nothing", expected, at: place)
    }
}
