/// A piece of news: what readers learn about a record at one instant.
///
/// Feeds, the Statuspage API and messages hold the same news: those of ``Record/news(by:in:)``.
public struct News: Hashable, Sendable {
    /// The event that readers learn about.
    public let event: Event
    /// Its time: an update's own, the stated beginning or end, or the publication of the post-mortem.
    public let at: Instant
    /// The phase of the work by then; `nil` for a notice, which has no phase.
    public let phase: Phase?

    /// The kinds of news.
    public enum Event: Hashable, Sendable {
        /// The record begins, but no update says so: scheduled maintenance, an incident or a notice without updates.
        case begins
        /// An update, by its place among the record's; the oldest is 0.
        case update(Int)
        /// The record ends, but no update says so: scheduled maintenance, an incident by its `ended`.
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

    /// Whether it says that an incident no longer affects anything, although the team still watches it.
    public var isRestoration: Bool { event == .ends && phase?.isFinal == false }
}

extension StatusPage {
    /// Returns the news of one of its records up to an instant that feeds and messages may contain, oldest first.
    public func news(of record: Record, by now: Instant) -> [News] {
        var news = record.news(by: now, in: zone)
        if let seriesWindow = record.seriesWindow { news.removeAll { !seriesWindow.holds($0) } }
        guard let newsSince else { return news }
        return news.filter { $0.at >= newsSince }
    }
}

extension Record {
    /// Returns the record's news up to an instant, oldest first.
    ///
    /// An update that is written later replaces the beginning or the end that it reports. If maintenance is moved, the
    /// update that moves it is the news.
    ///
    /// - Parameters:
    ///   - now: the instant; what is later is not news yet.
    ///   - zone: the site's zone, in which the day of a post-mortem's publication begins.
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

    /// Returns the news that readers of an earlier version of the record did not have by an instant, oldest first.
    ///
    /// Corrected texts and times are not news, nor is an end that an update now reports at the same time.
    ///
    /// - Parameters:
    ///   - earlier: the earlier version, as the same readers may see it.
    ///   - then: the instant up to which they read it. If this is `now`, events that needed no update are in both
    ///     versions.
    ///   - now: the instant up to which this version is read.
    ///   - zone: the site's zone.
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

    /// Returns the instant from which the age of news counts: its own, or the end of the day if only its day is known.
    ///
    /// - Parameters:
    ///   - news: a piece of the record's news.
    ///   - zone: the site's zone.
    public func agesFrom(_ news: News, in zone: Zone) -> Instant {
        guard news.event == .postMortem, let day = self.postMortem?.publishedOn else { return news.at }
        return zone.range(of: day).to
    }

    /// Returns the updates that readers know by the time of that news, oldest first.
    public func knownUpdates(with news: News) -> ArraySlice<Update> {
        switch news.event {
        case .begins: self.updates.prefix { $0.at < news.at }
        case .update(let place): self.updates.prefix(place + 1)
        case .ends: self.updates.prefix { $0.at <= news.at }
        case .postMortem: self.updates[...]
        }
    }

    /// Returns the instant at which an incident's post-mortem was published.
    ///
    /// On the day of the resolution, that is the instant of the resolution; on another day, its beginning.
    public func postMortemPublishedAt(in zone: Zone) -> Instant? {
        guard self.kind == .incident, let day = self.postMortem?.publishedOn else { return nil }
        let start = zone.start(of: day)
        return resolvedAt.map { zone.day(of: $0) == day ? max($0, start) : start } ?? start
    }
}

private extension Record {
    /// An instant and a phase, by which news of two versions of a record is recognized as the same.
    struct Moment: Hashable {
        let at: Instant
        let phase: Phase?

        init(_ news: News) { (at, phase) = (news.at, news.phase) }
    }

    /// The news of its beginning, if no update reports that.
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

    /// The news of its end, if no update reports that.
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
        guard self.postMortem?.isWritten == true, let at = postMortemPublishedAt(in: zone) else { return nil }
        return News(.postMortem, at: at, phase: self.updates.last { $0.at <= at }?.phase ?? incidentPhase)
    }
}
