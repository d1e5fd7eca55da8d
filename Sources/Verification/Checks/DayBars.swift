/// The bars of a component's last 90 days, as they must be drawn and described.
struct DayBars {
    private let figures: Figures
    private let component: ComponentCourse
    /// The days on which something was wrong, by their places in the 90 days.
    private let eventful: [Int: EventfulDay]

    /// A day on which something was wrong.
    fileprivate struct EventfulDay {
        let day: Int
        let kind: String
        /// The time for which the component had the day's worst status.
        let seconds: Int
        /// The slugs of the records, newest first.
        let records: [String]
        /// The top of the filled part of its bar.
        let top: Int
    }

    /// The height of a drawing; each day is one unit wide.
    private static let height = 32

    init(_ figures: Figures, of component: ComponentCourse) {
        (self.figures, self.component) = (figures, component)
        var eventful: [Int: EventfulDay] = [:]
        for (place, day) in figures.days.enumerated() {
            let range = figures.range(ofDay: day)
            let spans = component.spans(during: range)
            guard !spans.isEmpty else { continue }
            let worst = Statuses.worst(spans.map(\.effect.status))
            let seconds = Self.seconds(of: component, in: worst, during: range, now: figures.claims.now)
            // In proportion to 24 hours, rounded up, but at least so high that it is visible.
            let filled = min(Self.height, max(5, (seconds * Self.height + 86_399) / 86_400))
            eventful[place] = EventfulDay(
                day: day, kind: Statuses.kind(of: worst), seconds: seconds,
                records: figures.records(of: spans), top: Self.height - filled)
        }
        self.eventful = eventful
    }

    /// Returns the time for which records gave the component a status; time that several share counts once.
    private static func seconds(
        of component: ComponentCourse, in status: String, during range: Stretch, now: Int
    ) -> Int {
        let effect = HeldSpan.Effect(status: status, weight: 0, isMaintenance: true)
        let spans = component.claim.spans.filter { $0.status == status }.map { span in
            HeldSpan(
                stretch: Stretch(from: span.from, until: span.until ?? now).common(with: range),
                effect: effect,
                record: span.record)
        }
        return Course(of: spans).sums(during: range).maintenance
    }
}

extension DayBars {
    /// Compares the bars of a row, and the days described below them.
    ///
    /// - Parameter isWhole: whether all days are described, as on the component's own page, instead of the newest five.
    func compare(_ row: Markup, isWhole: Bool, at place: String, _ ledger: inout Ledger) {
        guard let drawing = row.piece(from: "<div class=\"bars\"", to: "</svg></div>") else {
            return ledger.check(.bars) { _ throws(Unreadable) in
                throw Unreadable("\(place): there are no bars")
            }
        }
        compareLines(drawing, at: place, &ledger)
        compareBars(drawing, at: place, &ledger)
        let words = row.piece(from: "<details class=\"days\">", to: "</details>")
        let told = words?.pieces(from: "<li>", to: "</li>") ?? []
        let places = eventful.keys.sorted(by: >).prefix(isWhole ? 90 : 5)
        // On the index, the last item links to all days.
        let count = isWhole || places.isEmpty ? places.count : places.count + 1
        ledger.compare(.bars, told.count, count, at: "\(place): days in words")
        for (item, number) in zip(told, places) {
            guard let day = eventful[number] else { continue }
            let name = "\(place), \(Day.text(day.day)) in words"
            compareHead(item.before("<a ").text, day, at: name, &ledger)
            let slugs = item.pieces(from: "incidents/", to: ".html\">").map(\.source)
            ledger.compare(
                .bars, slugs, day.records.prefix(2).map { Claims.page(of: $0) },
                at: "\(name): its incidents")
        }
    }
}

extension DayBars {
    /// Compares the lines of the days without trouble, and of those on which the component was not tracked.
    fileprivate func compareLines(_ drawing: Markup, at place: String, _ ledger: inout Ledger) {
        let trackedOn = figures.claims.calendar.day(of: figures.trackedSince(component))
        let quiet = figures.days.enumerated().filter { eventful[$0.offset] == nil }
        let unknown = quiet.filter { _, day in
            day < trackedOn || component.uptime(during: figures.range(ofDay: day)).observed == 0
        }
        let isUnknown = Set(unknown.map(\.offset))
        let good = quiet.map(\.offset).filter { !isUnknown.contains($0) }
        for (kind, height, places) in [
            ("good", "16", good), ("unknown", "30.5", unknown.map(\.offset)),
        ] {
            let published = drawing.piece(from: "<path class=\"\(kind)\" d=\"", to: "\"")?.source ?? ""
            ledger.compare(
                .bars, published, Self.line(through: places, at: height), at: "\(place): \(kind) days",
                inWords: { days($0, unlike: $1) })
        }
        let places = eventful.filter { $0.value.top > 1 }
        for kind in Set(Statuses.all.map { Statuses.kind(of: $0) }) {
            let path = places.filter { $0.value.kind == kind }.sorted { $0.key < $1.key }
                .map { "M\($0.key).5 0V\($0.value.top - 1)" }.joined()
            let published =
                drawing.piece(from: "<path class=\"pale \(kind)\" d=\"", to: "\"")?.source ?? ""
            ledger.compare(
                .bars, published, path, at: "\(place): the unfilled part of bars that are \(kind)",
                inWords: { days($0, unlike: $1) })
        }
    }

    /// Describes a path: the days of each stroke that another path lacks, and the height of upright ones, such as
    /// "2026-01-02: 24 of 32 high".
    fileprivate func days(_ path: String, unlike other: String) -> String {
        let others = Set(other.split(separator: "M"))
        let strokes = path.split(separator: "M").filter { !others.contains($0) }.map { stroke in
            let first = Numerals.groups(in: String(stroke.prefix { $0 != "." })).first.flatMap(date)
            let end = Numerals.groups(in: stroke.split(separator: " ").last.map(String.init) ?? "").last
            guard let first, let end else { return "`\(stroke)`" }
            if stroke.contains("V") { return "\(first): \(end) of \(Self.height) high" }
            return date(end - 1).map { $0 == first ? first : "\(first) to \($0)" } ?? "`\(stroke)`"
        }
        return strokes.isEmpty ? "no other days" : strokes.joined(separator: ", ")
    }

    /// Returns the date of a day by its place in the 90 days.
    private func date(_ place: Int) -> String? {
        figures.days.indices.contains(place) ? Day.text(figures.days[place]) : nil
    }

    fileprivate func compareBars(_ drawing: Markup, at place: String, _ ledger: inout Ledger) {
        let bars = drawing.pieces(from: "<a class=\"", to: "</a>")
        ledger.compare(.bars, bars.count, eventful.count, at: "\(place): days with trouble")
        for (bar, (number, day)) in zip(bars, eventful.sorted(by: { $0.key < $1.key })) {
            let name = "\(place), \(Day.text(day.day))"
            ledger.compare(.bars, bar.before("\"").source, day.kind, at: "\(name): its color")
            let path = bar.attribute("d")
            ledger.compare(.bars, path, "M\(number).5 \(day.top)V\(Self.height)", at: "\(name): its bar")
            let target = "\(Day.text(day.day).dropLast(3)).html#d-\(Day.text(day.day))"
            let address = bar.attribute("href") ?? "nothing"
            ledger.compare(
                .bars, isRight: address.hasSuffix("history/" + target), found: address,
                expected: "history/" + target, at: "\(name): where it links to")
            compareHead(bar.piece(from: "<title>", to: "</title>")?.text ?? "", day, at: name, &ledger)
        }
    }

    /// Compares the day and the time at the beginning of a text in any language.
    fileprivate func compareHead(
        _ text: String, _ day: EventfulDay, at place: String, _ ledger: inout Ledger
    ) {
        let (_, month, date) = Day.date(day.day)
        let length = day.seconds > 0 ? Numerals.duration(day.seconds) : []
        let found = Numerals.groups(in: text)
        let expected = [[date], [month, date], [date, month]].map { $0 + length }
        let isKnown = expected.contains { found.starts(with: $0) }
        ledger.compare(
            .bars, isKnown ? expected[0] : found, expected[0], at: "\(place): its description")
    }

    /// Returns a path through days, with a new stroke for each run of them.
    fileprivate static func line(through places: [Int], at height: String) -> String {
        var (path, next) = ("", -1)
        for place in places {
            if place != next { path += (path.isEmpty ? "" : "H\(next)") + "M\(place).13 \(height)" }
            next = place + 1
        }
        return path.isEmpty ? "" : path + "H\(next)"
    }
}
