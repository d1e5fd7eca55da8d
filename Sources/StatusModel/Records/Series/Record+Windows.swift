extension Record {
    /// The part of a window's record that says which window of its series it is.
    public struct SeriesWindow: Hashable, Sendable {
        /// The day that the rule gives the window, even if the window was moved.
        public let day: Day
        /// Whether it is the first window of the series.
        public let isFirst: Bool
        /// The number of its updates, from the oldest, that are about the whole series and that all windows have.
        public let sharedUpdates: Int
        /// The parts of the series that are news.
        public let news: Series.News
    }

    /// The number of windows to come that are shown of a series.
    private static let shownAhead = 3

    /// Returns the windows of a series as records of their own, as far as they are shown at the instant: those that
    /// have begun or were cancelled, and the next three.
    ///
    /// There are none if it is not a series.
    ///
    /// The record must have no updates after the instant.
    public func windows(shownAt now: Instant) -> [Record] {
        guard let series = self.series else { return [] }
        let updates = updatesByPlace(in: series)
        var ahead = 0
        return series.windows.indices.compactMap { place in
            let window = record(ofWindow: place, in: series, updates)
            guard series.windows[place].range.from > now, window.phase(at: now) == .scheduled else {
                return window
            }
            ahead += 1
            return ahead <= Self.shownAhead ? window : nil
        }
    }

    /// All windows of a series as records of their own; empty if it is not a series.
    public var allWindows: [Record] { windows(shownAt: .distantFuture) }

    /// Returns the record that one more update, after all others, will be about: for a series, the window; the record
    /// itself if it is not a series, or if the update is about all windows or none.
    ///
    /// - Parameters:
    ///   - phase: the phase that the update reports; `nil` if it keeps the one before.
    ///   - instant: the time of the update.
    public func subject(ofUpdateTo phase: Phase?, at instant: Instant) -> Record {
        guard let series = self.series else { return self }
        let (course, updates) = sorted(into: series)
        guard case .window(let place) = course.place(of: phase, at: instant) else { return self }
        return record(ofWindow: place, in: series, updates)
    }

    /// Returns the slug of the page that a record is on: for a window, the slug of its series.
    public static func pageSlug(of slug: String) -> String {
        slug.utf8.firstIndex(of: UInt8(ascii: "@")).map { String(slug[..<$0]) } ?? slug
    }

    /// Returns the slug of a window of a series.
    ///
    /// No other slug has an `@`.
    private static func slug(of slug: String, on day: Day) -> String { "\(slug)@\(day)" }
}

private extension Record {
    func updatesByPlace(in series: Series) -> [Series.Place: [Update]] {
        self.updates.isEmpty ? [:] : sorted(into: series).updates
    }

    /// Returns the course of the series after all updates, and the updates by what they are about.
    func sorted(into series: Series) -> (course: Series.Course, updates: [Series.Place: [Update]]) {
        var course = Series.Course(of: series)
        var places: [Series.Place: [Update]] = [:]
        for update in self.updates {
            // An update that is about none is an error in the record, and such a record is not shown.
            let place = course.place(of: update.keepsPhase ? nil : update.phase, at: update.at) ?? .series
            course.take(update, about: place)
            places[place, default: []].append(update)
        }
        return (course, places)
    }

    func record(ofWindow place: Int, in series: Series, _ updates: [Series.Place: [Update]]) -> Record {
        let window = series.windows[place]
        let shared = updates[.series] ?? []
        var record = self
        record.series = nil
        record.seriesWindow = SeriesWindow(
            day: window.day, isFirst: place == 0, sharedUpdates: shared.count, news: series.news)
        record.id = Self.slug(of: self.id, on: window.day)
        record.slug = Self.slug(of: self.slug, on: window.day)
        record.aliases = self.aliases.map { Self.slug(of: $0, on: window.day) }
        record.from = window.range.from
        record.until = window.range.to
        record.updates = shared + (updates[.window(place)] ?? [])
        if place > 0 { record.postMortem = nil }
        return record
    }
}

extension Record {
    /// Returns the phase of a series: in progress while a window runs, or else scheduled while one is to come, or else
    /// completed.
    func phase(of series: Series, at now: Instant) -> Phase {
        let phases = withoutUpdates(after: now).windows(shownAt: now).map { $0.phase(at: now) }
        if let running = phases.first(where: { $0 == .inProgress || $0 == .verifying }) ?? nil {
            return running
        }
        return phases.contains(.scheduled) ? .scheduled : .completed
    }

    /// Returns the record that shows an update, and the update's place in it.
    ///
    /// For an update of a series, that is the window that it is about, or the first window if it is about all of them.
    public func telling(update place: Int) -> (record: Record, place: Int?) {
        let update = self.updates[place]
        for window in allWindows {
            if let own = window.updates.lastIndex(of: update) { return (window, own) }
        }
        return (self, place)
    }

    /// The id of the record's file: for a window, the id of its series.
    public var filedID: String {
        guard self.seriesWindow != nil, let end = self.id.lastIndex(of: "@") else { return self.id }
        return String(self.id[..<end])
    }
}

extension Record.SeriesWindow {
    /// Whether a window's news is news of the site.
    ///
    /// News about a whole series belongs to its first window only.
    func holds(_ item: News) -> Bool {
        guard news != .nothing else { return false }
        if case .update(let place) = item.event { return isFirst || place >= sharedUpdates }
        return news == .each || isFirst && sharedUpdates == 0 && item.event == .begins
    }
}
