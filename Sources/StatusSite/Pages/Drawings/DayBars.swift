import Reliability
import StatusModel

/// A component's days as a row of bars.
///
/// Days without trouble are one dashed line, and so are days without data; only the others are elements of their own,
/// with a title and a link. Their bars have the color of the day's worst status. They are filled from below by the
/// share of 24 hours that it lasted, and are pale above the notch.
struct DayBars {
    private let site: Site
    private let component: Component.Index
    private let days: [DayRecord]
    private let root: String
    /// The first day on which the component was tracked.
    private let trackedOn: Day
    /// The time for which the component had the worst status of each day, in seconds.
    private let lengths: [Int]

    init(of component: Component.Index, days: [DayRecord], layout: Layout) {
        (site, root) = (layout.site, layout.root)
        (self.component, self.days) = (component, days)
        trackedOn = site.words.zone.day(of: site.trackedSince(component))
        lengths = days.map { [site] day in
            day.isEventful ? site.seconds(of: component, in: day.worst, on: day) : 0
        }
    }
}

extension DayBars {
    /// The height of the drawing, in its own units; a day is one unit wide.
    private static let height = 32

    /// The drawing.
    var svg: HTML {
        let good = line(through: days.indices.filter { isGood(days[$0]) }, at: "16")
        let unknown = line(through: days.indices.filter { isUnknown(days[$0]) }, at: "30.5")
        return "<svg viewBox=\"0 0 \(days.count) \(Self.height)\" preserveAspectRatio=\"none\">"
            + (good.isEmpty ? .empty : "<path class=\"good\" d=\"\(good)\"/>")
            + (unknown.isEmpty ? .empty : "<path class=\"unknown\" d=\"\(unknown)\"/>")
            + pale.joined()
            + days.indices.filter { days[$0].isEventful }.map(bar).joined()
            + "</svg>"
    }

    /// Returns the days with trouble in words, newest first, each with links to its incidents: "2 Nov: major outage 45
    /// min; Story generation is slow".
    ///
    /// - Parameter limit: the largest number of days.
    func sentences(atMost limit: Int) -> [SentenceContext] {
        days.indices.reversed().lazy.filter { days[$0].isEventful }.prefix(limit).map {
            SentenceContext(sentence(on: $0))
        }
    }

    /// The number of days with trouble.
    var eventfulDays: Int { days.count(where: \.isEventful) }
}

private extension DayBars {
    /// Returns a path through the days, which the style sheet dashes; each run of days begins its dashes again.
    func line(through places: [Int], at height: String) -> String {
        var path = ""
        for (index, place) in places.enumerated() {
            if index == 0 || places[index - 1] != place - 1 { path += "M\(place).13 \(height)" }
            if index == places.count - 1 || places[index + 1] != place + 1 { path += "H\(place + 1)" }
        }
        return path
    }

    /// The parts above the notches of the eventful days: a path for each of their colors.
    var pale: [HTML] {
        ComponentStatus.allCases.compactMap { status in
            let places = days.indices.filter { days[$0].isEventful && days[$0].worst == status }
            let path = places.filter { top(of: $0) > 1 }.map { "M\($0).5 0V\(top(of: $0) - 1)" }.joined()
            return path.isEmpty ? nil : "<path class=\"pale \(Localizer.kind(of: status))\" d=\"\(path)\"/>"
        }
    }

    /// Returns the top of the filled part of a day's bar: at least a seventh of the bar is filled, so that it is
    /// visible.
    func top(of place: Int) -> Int {
        let filled = (lengths[place] * Self.height + 86_399) / 86_400
        return Self.height - min(Self.height, max(5, filled))
    }

    func bar(of place: Int) -> HTML {
        let day = days[place]
        let month = Period.month(of: day.day)
        return
            "<a class=\"\(Localizer.kind(of: day.worst))\" href=\"\(root)history/\(month).html#d-\(day.day)\""
            + " tabindex=\"-1\"><title>\(title(of: place))</title>"
            + "<path d=\"M\(place).5 \(top(of: place))V\(Self.height)\"/></a>"
    }

    /// Returns the title of a day, such as "2 Nov: major outage 45 min; Story generation is slow".
    func title(of place: Int) -> String {
        let (text, slugs) = (site.words.text, days[place].incidents)
        let titles = slugs.prefix(2).compactMap { site.title(of: $0) }
        return (titles + more(than: slugs)).reduce(head(of: place)) {
            text.barsJoined(day: $0, incidents: $1)
        }
    }

    func sentence(on place: Int) -> HTML {
        let (html, slugs) = (site.words.html, days[place].incidents)
        let links = slugs.prefix(2).compactMap { slug in
            site.title(of: slug).map {
                LinkContext(text: $0, href: root + Record.pagePath(ofSlug: slug)).html
            }
        }
        return (links + more(than: slugs).map(HTML.init(escaping:))).reduce(HTML(escaping: head(of: place))) {
            html.barsJoined(day: $0, incidents: $1)
        }
    }

    /// Returns the beginning of a title, such as "2 Nov: major outage 45 min".
    func head(of place: Int) -> String {
        let (words, day, seconds) = (site.words, days[place], lengths[place])
        let (date, status) = (words.dayAndMonth(day.day), words.phrase(for: day.worst))
        return seconds > 0
            ? words.text.barsDayFor(date: date, duration: words.duration(seconds), status: status)
            : words.text.barsDay(date: date, status: status)
    }

    func more(than slugs: [String]) -> [String] {
        slugs.count > 2 ? [site.words.text.barsMore(slugs.count - 2)] : []
    }

    func isUnknown(_ day: DayRecord) -> Bool {
        !day.isEventful && (day.uptime.observedSeconds == 0 || day.day < trackedOn)
    }

    func isGood(_ day: DayRecord) -> Bool { !day.isEventful && !isUnknown(day) }
}

extension DayRecord {
    var isEventful: Bool { worst != .operational }
}

extension Site {
    /// Returns when a component was first tracked: from its `since`, from the site's, or else from the first record on.
    func trackedSince(_ component: Component.Index) -> Instant {
        history.trackedSince(component)
    }

    /// Returns how long records of that day gave the component the status, in seconds; time that several share is
    /// counted once.
    func seconds(of component: Component.Index, in status: ComponentStatus, on day: DayRecord) -> Int {
        let ranges = day.incidents.compactMap(historyEntry).flatMap(\.effects)
            .filter { $0.component == component && $0.status == status }
            .map { $0.range.intersection(day.uptime.range) }
            .sorted { $0.from < $1.from }
        var (seconds, reached) = (0, Instant.distantPast)
        for range in ranges where range.to > reached {
            seconds += range.to - max(range.from, reached)
            reached = range.to
        }
        return seconds
    }
}
