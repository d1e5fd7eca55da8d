import Foundation

/// How long records lasted, in words on their own pages.
extension PageCheck {
    /// Compares the length in a record's lead with the times before it, which are compared with the record's.
    ///
    /// - Parameter affected: the seconds in which it affected a component. They are shown if they are fewer.
    func compareLength(in page: Markup, affected: Int = 0, at place: String, _ ledger: inout Ledger) {
        guard let lead = page.piece(from: "<p class=\"lead\">", to: "</p>"),
            let from = lead.attribute("datetime").flatMap(Moment.read),
            let to = lead.attribute("data-to").flatMap(Moment.read)
        else { return }
        // The components follow as links.
        let text = (lead.split(at: "</time>").first?.before("<a ").text ?? "")
            .trimmingCharacters(in: .whitespaces.union(.punctuationCharacters))
        let (whole, part) = (Numerals.duration(to - from), Numerals.duration(affected))
        var expected = [to > from ? Numerals.digits(of: whole) : ""]
        if to > from, affected > 0 {
            let both = [whole + part, part + whole].map(Numerals.digits(of:))
            // Lengths in different units may have the same numbers.
            expected = whole == part ? expected + both : both
        }
        let found = Numerals.digits(in: text)
        ledger.compare(
            .pages, digitsOf: text, expected.first { $0 == found } ?? expected[0],
            at: "\(place): how long it lasted")
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
