import Foundation

/// How long records lasted, in words on their own pages.
extension PageCheck {
    /// Compares the length in a record's lead with the times in it, which are compared with the record's.
    ///
    /// Languages have the times, the length and the components in any order.
    ///
    /// - Parameters:
    ///   - affected: the seconds in which it affected a component. They are shown if they are fewer.
    ///   - mayBeMissing: whether the lead may have the times alone.
    func compareLength(
        in page: Markup, affected: Int = 0, mayBeMissing: Bool = false, at place: String,
        _ ledger: inout Ledger
    ) {
        guard let lead = page.piece(from: "<p class=\"lead\">", to: "</p>"),
            let from = lead.attribute("datetime").flatMap(Moment.read),
            let to = lead.attribute("data-to").flatMap(Moment.read)
        else { return }
        let (whole, part) = (Numerals.duration(to - from), Numerals.duration(affected))
        var expected = [to > from ? Numerals.digits(of: whole) : ""]
        if to > from, affected > 0 {
            let both = [whole + part, part + whole].map(Numerals.digits(of:))
            // Lengths in different units may have the same numbers.
            expected = whole == part ? expected + both : both
        }
        let parts = Self.parts(of: lead)
        let isTold = to > from && parts.contains { part in expected.contains { part.has($0) } }
        let isMissing = !parts.contains { !$0.followsLink && !Numerals.digits(in: $0.text).isEmpty }
        let isRight = isTold || isMissing && (to <= from || mayBeMissing)
        let shown = parts.first { !Numerals.digits(in: $0.text).isEmpty }?.text ?? "nothing"
        ledger.compare(
            .pages, isRight: isRight,
            found: shown.trimmingCharacters(in: .whitespaces.union(.punctuationCharacters)),
            expected: to > from ? "text with the digits \(expected[0])" : "text without digits",
            at: "\(place): how long it lasted")
    }

    /// A text in a lead between its times and links.
    private struct LeadPart {
        let text: String
        /// Whether the link to a component comes before it. The number of further components may be in such a text.
        let followsLink: Bool

        /// Whether these are its digits, without those of a number before or after them if it follows a link.
        func has(_ digits: String) -> Bool {
            guard followsLink else { return Numerals.digits(in: text) == digits }
            let groups = Numerals.groups(in: text)
            return groups.indices.contains { place in
                [groups[place...], groups[...place]].contains { Numerals.digits(of: Array($0)) == digits }
            }
        }
    }

    private static func parts(of lead: Markup) -> [LeadPart] {
        func parts(of markup: Markup, followsLink: Bool) -> [LeadPart] {
            ([markup] + markup.split(at: "</time>")).map { part in
                LeadPart(text: part.before("<time ").text, followsLink: followsLink)
            }
        }
        return parts(of: lead.before("<a "), followsLink: false)
            + lead.split(at: "<a ").flatMap { link in
                parts(of: link.split(at: "</a>").last ?? link, followsLink: true)
            }
    }

    /// Compares the time that each component spent in each status, on the page of an incident.
    func compareCourses(
        of incident: MeasuredIncident, on page: Markup, at place: String, _ ledger: inout Ledger
    ) {
        let chart = page.piece(from: "<div class=\"lanes\">", to: "<p class=\"axis\">")
        var shown: [String] = []
        for lane in chart?.split(at: "<p><b>") ?? [] {
            let course = lane.piece(from: "</b> <span>", to: "</span>")?.text ?? ""
            for id in lane.pieces(from: "href=\"../components/", to: ".html\"").map(\.source) {
                shown.append(id)
                ledger.compare(
                    .pages, digitsOf: course, Numerals.digits(of: lengths(of: incident.spans[id] ?? [])),
                    at: "\(place), `\(id)`: time in each status")
            }
        }
        let end = max(
            incident.claim.resolvedAt ?? figures.claims.now,
            incident.spans.values.joined().map { $0.until ?? figures.claims.now }.max() ?? .min)
        let expected = end > incident.claim.startedAt ? incident.spans.keys.sorted() : []
        ledger.compare(.pages, shown.sorted(), expected, at: "\(place): components in its chart")
    }

    /// Returns the numbers of the time in each status, the worst first.
    private func lengths(of spans: [Claims.SpanClaim]) -> [Int] {
        Dictionary(grouping: spans, by: \.status)
            .sorted { Statuses.rank($0.key) > Statuses.rank($1.key) }
            .flatMap { _, spans in
                Numerals.duration(spans.reduce(0) { $0 + ($1.until ?? figures.claims.now) - $1.from })
            }
    }
}
