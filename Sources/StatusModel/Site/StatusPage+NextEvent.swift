extension StatusPage {
    /// Returns the next instant after `now` at which something happens that readers can know beforehand: maintenance or
    /// a notice begins or ends, or something with a future date is due.
    ///
    /// Call it on the page before ``seen(by:at:)``.
    public func nextEvent(after now: Instant, for audience: Audience) -> Instant? {
        records.lazy
            .compactMap {
                $0.shown(to: audience)?.instants(announcedAt: now, in: zone).filter { $0 > now }.min()
            }
            .min()
    }
}

private extension Record {
    /// Returns the instants at which something happens to the record, as far as they are known at `now`.
    func instants(announcedAt now: Instant, in zone: Zone) -> [Instant] {
        let seen = self.kind == .maintenance ? withoutUpdates(after: now) : self
        let postMortem = self.postMortem?.isWritten == true ? self.postMortem : nil
        let published = postMortem?.publishedOn.map(zone.start(of:))
        let times = self.series == nil ? seen.turns : seen.windows(shownAt: now).flatMap(\.turns)
        return (times + [self.detectedAt, self.acknowledgedAt, published]).compactMap { $0 }
            + self.escalations.map(\.at) + self.updates.map { $0.at }
    }
    /// The instants at which it begins and ends.
    var turns: [Instant?] { self.neverRan ? [] : [self.begins, self.closesAt] }
}
