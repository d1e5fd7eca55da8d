extension StatusPage {
    /// The next instant after `now` at which something happens that readers can be told of beforehand:
    /// maintenance or a notice begins or ends, or something dated ahead is due. Call it on the page before
    /// ``seen(by:at:)``.
    public func nextEvent(after now: Instant, for audience: Audience) -> Instant? {
        let page = shown(to: audience)
        var candidates: [Instant] = []
        for incident in page.incidents {
            candidates.append(incident.startedAt)
            candidates += [incident.endedAt, incident.detectedAt, incident.acknowledgedAt].compactMap { $0 }
            candidates += incident.record.updates.map { $0.at }
            candidates += [incident.record.postMortem?.publishedOn].compactMap { $0.map(zone.start(of:)) }
        }
        for window in page.maintenance {
            candidates += window.record.updates.map { $0.at }
            let seen = window.happened(by: now)
            candidates += [seen.startsAt, seen.endsAt].compactMap { $0 }
        }
        for notice in page.notices {
            candidates +=
                notice.record.updates.map { $0.at } + [notice.from] + [notice.until].compactMap { $0 }
        }
        return candidates.filter { $0 > now }.min()
    }
}
