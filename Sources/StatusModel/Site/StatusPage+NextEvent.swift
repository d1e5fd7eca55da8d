extension StatusPage {
    /// The next instant after `now` at which something happens that readers can be told of beforehand:
    /// maintenance or a notice begins or ends, or something dated ahead is due. Call it on the page before
    /// ``seen(by:at:)``.
    public func nextEvent(after now: Instant, for audience: Audience) -> Instant? {
        let page = shown(to: audience)
        var candidates: [Instant] = []
        for record in page.records {
            let seen = record.kind == .maintenance ? record.withoutUpdates(after: now) : record
            let instants = [seen.begins, seen.closesAt, record.detectedAt, record.acknowledgedAt]
            candidates += instants.compactMap { $0 } + record.updates.map { $0.at }
            candidates += [record.postMortem?.publishedOn].compactMap { $0.map(zone.start(of:)) }
        }
        return candidates.filter { $0 > now }.min()
    }
}
