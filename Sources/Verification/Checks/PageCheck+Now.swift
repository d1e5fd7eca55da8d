/// The current statuses, as shown on the index and on the pages of groups.
extension PageCheck {
    /// Compares the headings of groups: the worst status in each, and the number of components with each status.
    ///
    /// - Parameter whole: the group whose page it is.
    /// - Returns: the groups that have headings.
    func compareGroups(
        on page: Markup, of whole: Claims.GroupClaim? = nil, at place: String, _ ledger: inout Ledger
    ) -> [String] {
        var shown: [String] = []
        let own = page.piece(from: "<p class=\"group\">", to: "</p>").map { (whole?.id, $0) }
        // A group that folds has its link below its heading, not in it.
        let folding = page.split(at: "<details class=\"group\"").map { group in
            (Self.group(in: group, after: "<p class=\"remark\"><a href=\""), group.before("</summary>"))
        }
        let others = page.split(at: "<div class=\"group\">").map { $0.before("</div>") }.map { heading in
            (Self.group(in: heading, after: "<a href=\""), heading)
        }
        for (id, heading) in [own].compactMap({ $0 }) + folding + others {
            guard let group = id.flatMap({ figures.groupsByID[$0] }) else {
                ledger.compare(.pages, id, "a group", at: "\(place): a heading")
                continue
            }
            shown.append(group.id)
            compare(heading, group, at: "\(place), group `\(group.id)`", &ledger)
        }
        return shown
    }

    private static func group(in markup: Markup, after opening: String) -> String? {
        let path = markup.piece(from: opening, to: ".html\"")?.source.split(separator: "/").last
        return path.map(String.init)
    }

    private func compare(
        _ heading: Markup, _ group: Claims.GroupClaim, at place: String, _ ledger: inout Ledger
    ) {
        let members = figures.members(of: group).filter { figures.isInService($0) }
        let status = heading.split(at: "<span class=\"status ").first
        let worst = Statuses.worst(members.map { figures.status(of: $0) })
        ledger.compare(
            .pages, status?.before("\"").source, Statuses.kind(of: worst), at: "\(place): its status")
        compare(
            counts: figures.tally(members), in: status?.before("</span>").split(at: "</svg>").first?.text,
            at: "\(place): its status in words", &ledger)
    }

    func compare(counts: [Int], in text: String?, at place: String, _ ledger: inout Ledger) {
        let isTold = text.map { Numerals.tells(counts, in: $0) } ?? false
        let numbers = counts.map(String.init).joined(separator: ", ")
        ledger.compare(.pages, isTold ? numbers : text, numbers, at: place)
    }
}

extension PageCheck {
    /// Compares the banner, and the element by which scripts detect news.
    ///
    /// The page for frames has the same element.
    func compareBanner(on index: Markup, _ ledger: inout Ledger) throws(Unreadable) {
        let updatedAt = try files.api("status").value("page").text("updated_at")
        let dueAt = index.piece(from: "<div id=\"news\"", to: ">")?.attribute("data-due")
        // The team's site does not have a page for frames.
        let frame = figures.claims.audience == "public" ? try page("embed.html", &ledger) : nil
        for (page, path) in [(index, "index.html")] + (frame.map { [($0, "embed.html")] } ?? []) {
            let news = page.piece(from: "<div id=\"news\"", to: ">")
            ledger.compare(
                .pages, news?.attribute("data-state"), updatedAt + figures.pageStatus.description,
                at: "\(path): `data-state`")
            ledger.compare(.pages, news?.attribute("data-due"), dueAt, at: "\(path): `data-due`")
        }
        try compareHeadline(on: index, and: frame, &ledger)
        try compareNext(dueAt.flatMap(Moment.read), &ledger)
        let headline = figures.components.filter(\.claim.makesHeadline)
        let tally = index.piece(from: "<ul class=\"tally\">", to: "</ul>")
        let rows = tally?.pieces(from: "<li>", to: "</li>").map(\.text) ?? []
        let working = headline.count { figures.isInService($0) && figures.status(of: $0) == "operational" }
        let counts = figures.tally(headline) + [working].filter { $0 > 0 }
        for (row, count) in zip(rows, counts) {
            compare(counts: [count], in: row, at: "index.html: how many components have each status", &ledger)
        }
        ledger.compare(
            .pages, rows.count, rows.isEmpty ? 0 : counts.count, at: "index.html: rows of statuses")
        compareLength(in: index, &ledger)
        let said = index.piece(from: "<meta name=\"description\" content=\"", to: "\"")?.text ?? ""
        let (hour, minute) = figures.claims.calendar.clock(at: figures.claims.now)
        ledger.compare(
            .pages, isRight: Numerals.contains([hour, minute], in: said), found: said,
            expected: "text with the time \(Plain.digits(hour, 2)):\(Plain.digits(minute, 2))",
            at: "index.html: when it was built, in its description")
    }

    /// Checks that nothing planned comes before the next change.
    private func compareNext(_ dueAt: Int?, _ ledger: inout Ledger) throws(Unreadable) {
        let next = try figures.claims.file.value("site").instantIfAny("next_change_at")
        let planned = figures.claims.windows.filter { $0.phase == "scheduled" }.map(\.from).min()
        for (instant, place) in [(dueAt, "index.html: `data-due`"), (next, "statistics: `next_change_at`")] {
            let isLate = instant ?? .max > planned ?? .max || instant ?? .max <= figures.claims.now
            let limit = planned.map { ", and no later than \(Moment.text($0))" } ?? ""
            ledger.compare(
                .pages, isRight: !isLate, found: instant.map(Moment.text) ?? "nothing",
                expected: "a time after \(Moment.text(figures.claims.now))\(limit)", at: place)
        }
    }

    /// Compares the duration in the banner: the time since an open incident began, or since it affected a component.
    private func compareLength(in index: Markup, _ ledger: inout Ledger) {
        guard let state = index.banner?.piece(from: "<span class=\"state\">", to: "</span>") else { return }
        let found = Numerals.groups(in: state.text)
        let open = figures.incidents.filter(\.claim.isOpen)
        let starts = open.flatMap { incident in
            [incident.claim.startedAt] + incident.spans.values.joined().map(\.from)
        }
        let isKnown = found.isEmpty || starts.contains { Numerals.duration(figures.claims.now - $0) == found }
        ledger.compare(
            .pages, isRight: isKnown, found: state.text,
            expected: "the time since an open incident began, or since it affected a component",
            at: "index.html: how long it has lasted")
        let remark = index.piece(from: "<div class=\"banner ", to: "</div>\n")?.piece(
            from: "<p class=\"remark\">", to: "</p>")
        guard let remark, !Numerals.digits(in: remark.text).isEmpty else { return }
        let isCounted = [open.count, open.count - 1].contains { Numerals.tells([$0], in: remark.text) }
        ledger.compare(
            .pages, isRight: isCounted, found: remark.text, expected: "text with the number \(open.count)",
            at: "index.html: how many incidents are open")
    }
}
