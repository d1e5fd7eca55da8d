/// A piece of news: what readers learn of a record at one instant.
///
/// Feeds, the Statuspage API and messages hold the same news: those of ``Record/news(by:in:)``.
public struct News: Hashable, Sendable {
    /// What readers learn.
    public let event: Event
    /// When: an update's own time, the beginning or the end that is stated, or the publication of the post-mortem.
    public let at: Instant
    /// How far the work has come by then; `nil` for a notice, which has no phase.
    public let phase: Phase?

    /// The kinds of news.
    public enum Event: Hashable, Sendable {
        /// The record begins, and no update says so: maintenance by the clock, an incident or a notice without updates.
        case begins
        /// The update at that place among the record's, the oldest being 0.
        case update(Int)
        /// The record ends, and no update says so: maintenance by the clock, an incident by its `ended`.
        case ends
        /// The post-mortem is published.
        case postMortem
    }

    /// Makes a piece of news.
    public init(_ event: Event, at instant: Instant, phase: Phase?) {
        (self.event, at, self.phase) = (event, instant, phase)
    }
}

extension News {
    /// Whether it is an update.
    public var isWritten: Bool {
        if case .update = event { true } else { false }
    }

    /// Whether it says that an incident affects nothing any more, while people still watch it.
    public var isRestoration: Bool { event == .ends && phase?.isFinal == false }
}

extension StatusPage {
    /// The news of one of its records up to an instant that feeds and messages may hold, oldest first.
    public func news(of record: Record, by now: Instant) -> [News] {
        var news = record.news(by: now, in: zone)
        if let seriesWindow = record.seriesWindow { news.removeAll { !seriesWindow.holds($0) } }
        guard let newsSince else { return news }
        return news.filter { $0.at >= newsSince }
    }
}

extension Record {
    /// Its news up to an instant, oldest first.
    ///
    /// An update that is written later takes the place of the beginning or the end that it reports. Maintenance that is
    /// moved is news by the update that moves it.
    ///
    /// - Parameters:
    ///   - now: the instant; what lies after it is no news yet.
    ///   - zone: the site's, in which a post-mortem is published on a day.
    public func news(by now: Instant, in zone: Zone) -> [News] {
        var news = self.updates.indices.map { place in
            News(.update(place), at: self.updates[place].at, phase: self.updates[place].phase)
        }
        if let beginning {
            news.insert(beginning, at: news.firstIndex { $0.at >= beginning.at } ?? news.endIndex)
        }
        for later in [ending, publication(in: zone)] {
            guard let later else { continue }
            news.insert(later, at: news.firstIndex { $0.at > later.at } ?? news.endIndex)
        }
        return Array(news.prefix { $0.at <= now })
    }

    /// The news that readers of an earlier version of the record did not have by an instant, oldest first. Mended words
    /// and times are none, and neither is an end that an update now reports at the same time.
    ///
    /// - Parameters:
    ///   - earlier: the earlier version, as the same readers may see it.
    ///   - then: the instant up to which they read it. At `now`, what the clock brought since is in both versions.
    ///   - now: the instant up to which this version is read.
    ///   - zone: the site's.
    public func news(since earlier: Record, asOf then: Instant, by now: Instant, in zone: Zone) -> [News] {
        let all = news(by: now, in: zone)
        guard let earlier = earlier.happened(by: then) else { return all }
        let known = earlier.news(by: then, in: zone)
        let wasPublished = known.contains { $0.event == .postMortem }
        let moments = Set(known.filter { $0.event != .postMortem }.map(Moment.init))
        let unwritten = known.filter { $0.event == .begins || $0.event == .ends }
        let (events, unwrittenMoments) = (Set(unwritten.map(\.event)), Set(unwritten.map(Moment.init)))
        let added = Set(UpdatePairs(self.updates, since: earlier.updates).added)
        return all.filter { item in
            switch item.event {
            case .update(let place): added.contains(place) && !unwrittenMoments.contains(Moment(item))
            case .begins, .ends: !events.contains(item.event) && !moments.contains(Moment(item))
            case .postMortem: !wasPublished
            }
        }
    }

    /// The instant from which on news gets old: its own, or the end of the day for what bears a day alone.
    ///
    /// - Parameters:
    ///   - news: one of the record's.
    ///   - zone: the site's.
    public func agesFrom(_ news: News, in zone: Zone) -> Instant {
        guard news.event == .postMortem, let day = self.postMortem?.publishedOn else { return news.at }
        return zone.range(of: day).to
    }

    /// The updates that readers know by the time of that news, oldest first.
    public func knownUpdates(with news: News) -> ArraySlice<Update> {
        switch news.event {
        case .begins: self.updates.prefix { $0.at < news.at }
        case .update(let place): self.updates.prefix(place + 1)
        case .ends: self.updates.prefix { $0.at <= news.at }
        case .postMortem: self.updates[...]
        }
    }

    /// When an incident's post-mortem was published: on the day of the resolution with it, else as the day begins.
    public func accountPublishedAt(in zone: Zone) -> Instant? {
        guard self.kind == .incident, let day = self.postMortem?.publishedOn else { return nil }
        let start = zone.start(of: day)
        return resolvedAt.map { zone.day(of: $0) == day ? max($0, start) : start } ?? start
    }
}

private extension Record {
    /// What two versions of a record have in common where both say the same.
    struct Moment: Hashable {
        let at: Instant
        let phase: Phase?

        init(_ news: News) { (at, phase) = (news.at, news.phase) }
    }

    /// Its beginning, if no update says so.
    var beginning: News? {
        switch self.kind {
        case .incident where self.updates.isEmpty: News(.begins, at: self.from, phase: .investigating)
        case .notice where self.updates.isEmpty: News(.begins, at: self.from, phase: nil)
        case .incident, .notice: nil
        case .maintenance where beginsByTheClock: News(.begins, at: plannedStart, phase: .inProgress)
        case .maintenance: nil
        }
    }

    var beginsByTheClock: Bool {
        guard !neverRan, !self.updates.contains(where: { $0.phase == .inProgress }) else { return false }
        return self.updates.last { $0.at <= plannedStart }.map { $0.phase == .scheduled } ?? true
    }

    /// Its end, if no update says so.
    var ending: News? {
        switch self.kind {
        case .incident:
            guard let end = self.until, self.updates.last.map({ $0.at < end }) ?? true,
                self.updates.isEmpty || isOpen
            else { return nil }
            return News(.ends, at: end, phase: incidentPhase)
        case .maintenance:
            guard !neverRan, !self.updates.contains(where: { $0.phase.isFinal }) else { return nil }
            return closesAt.map { News(.ends, at: $0, phase: .completed) }
        case .notice: return nil
        }
    }

    func publication(in zone: Zone) -> News? {
        guard self.postMortem?.isWritten == true, let at = accountPublishedAt(in: zone) else { return nil }
        return News(.postMortem, at: at, phase: self.updates.last { $0.at <= at }?.phase ?? incidentPhase)
    }
}
