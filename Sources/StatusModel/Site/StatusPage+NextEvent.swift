extension StatusPage {
    /// The next instant after `now` at which something happens that readers can be told of beforehand:
    /// maintenance or a notice begins or ends, or something dated ahead is due. Call it on the page before
    /// ``seen(by:at:)``.
    public func nextEvent(after now: Instant, for audience: Audience) -> Instant? {
        records.lazy
            .compactMap {
                $0.shown(to: audience)?.instants(announcedAt: now, in: zone).filter { $0 > now }.min()
            }
            .min()
    }
}

private extension Record {
    /// When anything of it happens, as far as that is known at `now`.
    func instants(announcedAt now: Instant, in zone: Zone) -> [Instant] {
        let seen = self.kind == .maintenance ? withoutUpdates(after: now) : self
        let account = self.postMortem?.isWritten == true ? self.postMortem : nil
        let published = account?.publishedOn.map(zone.start(of:))
        let times = self.series == nil ? seen.turns : seen.windows(shownAt: now).flatMap(\.turns)
        return (times + [self.detectedAt, self.acknowledgedAt, published]).compactMap { $0 }
            + self.escalations.map(\.at) + self.updates.map { $0.at }
    }
    /// When it begins and ends.
    var turns: [Instant?] { self.neverRan ? [] : [self.begins, self.closesAt] }
}
