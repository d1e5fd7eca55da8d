public import StatusModel

extension SiteTemplates {
    /// Returns the record with an update, in the site's language, if it is announced maintenance that affects other
    /// components than in an earlier version, and none of its updates says so.
    ///
    /// Any other record is returned unchanged.
    ///
    /// - Parameters:
    ///   - record: a record of the page.
    ///   - earlier: the version that its readers know, with the current indices of components.
    ///   - changedAt: when it was changed.
    ///   - page: the page as the audience may see it.
    ///   - now: the instant of the run.
    public func telling(
        _ record: Record, since earlier: Record, changedAt: Instant, on page: StatusPage, now: Instant
    ) -> Record {
        let changes = record.unwrittenStatuses(since: earlier, at: now)
        guard !changes.isEmpty else { return record }
        let words = Localizer(of: page, in: language)
        let names = { (changes: [StatusChange]) in
            words.enumeration(words.names(of: changes.map(\.component)))
        }
        let (added, gone) = (
            changes.filter { $0.status != .operational }, changes.filter { $0.status == .operational }
        )
        let sentences = [
            added.isEmpty ? nil : words.text.announceAlsoAffects(components: names(added)),
            gone.isEmpty ? nil : words.text.announceNoLongerAffects(components: names(gone)),
        ]
        let text = sentences.compactMap { $0 }.joined(separator: " ")
        let html: HTML = "<p>\(text)</p>"
        return record.addingUnwrittenUpdate(
            at: changedAt, saying: Prose(html: [html.source], text: text), changing: changes)
    }
}
