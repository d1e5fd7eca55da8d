public import StatusModel

/// The parts of a record that only the team may see today.
///
/// The public could read some of them in former versions, but must not find them there any more.
///
/// They are recognized by labels, by whole lines and by values. What got another label and another text when it was made
/// internal, or has been removed since, is not recognized.
public struct InternalFacts: Sendable {
    /// The labels of facts, in the form in which labels are compared.
    let labels: Set<String>
    /// Lines of the post-mortem, in the form of `InternalLines.key(ofLine:)`.
    let lines: Set<String>
    /// The texts of facts and lines, with one space between words.
    public let values: Set<String>
    private let record: Record

    /// - Parameters:
    ///   - record: the record as the team reads it, up to the instant for which it is read.
    ///   - page: the page that it is on.
    public init(of record: Record, on page: StatusPage) {
        self.record = record
        let (own, everyones) = (RecordTexts(internalTo: record), RecordTexts(publicIn: record))
        let siteLabels = InternalLines(labels: page.internalImpact ?? []).labels
        labels = own.labels.subtracting(everyones.labels).union(siteLabels)
        lines = own.lines.subtracting(everyones.lines)
        values = own.values.subtracting(everyones.values)
    }
}

extension InternalFacts {
    /// Returns a former version of the record as the public may read it today: without the words that are now only for
    /// the team, but with everything that figures are based on.
    ///
    /// Labeled impact and internal lines are left out when the version is read:
    /// `RecordReader.reading(_:again:keepingInside:)`.
    func cut(_ former: Record) -> Record {
        var former = former
        guard record.visibility == .public else { return former.withoutWords }
        let hiddenUpdates = record.firstPublicUpdate.map { first in
            first < record.updates.count ? record.updates[first].at : .distantFuture
        }
        if let firstAt = hiddenUpdates {
            former.summary = .empty
            for place in former.updates.indices where former.updates[place].at < firstAt {
                former.updates[place].removeWords()
            }
        }
        if let postMortem = record.postMortem, !postMortem.shownToAll { former.postMortem?.removeWords() }
        former.impact.removeAll { values.contains($0.text.asValue) }
        if hides("ticket", former.ticket) { (former.ticket, former.ticketProse) = (nil, nil) }
        former.links.removeAll { hides("links", $0) }
        former.tags.removeAll { hides("tags", $0) }
        for place in former.updates.indices {
            let update = former.updates[place]
            if hides("root cause", update.rootCause) { former.updates[place].rootCause = "\u{2026}" }
            if hides("fix", update.fix) { former.updates[place].fix = "\u{2026}" }
        }
        return former
    }

    private func hides(_ label: String, _ text: String?) -> Bool {
        guard let text else { return false }
        return labels.contains(Record.Detail.key(of: label)) || values.contains(text.asValue)
    }
}

extension Record {
    /// The record without any words; its id, from its file's name, is its title.
    fileprivate var withoutWords: Record {
        var record = self
        (record.title, record.summary) = (record.id, .empty)
        (record.ticket, record.ticketProse, record.links, record.tags) = (nil, nil, [], [])
        record.impact = []
        for place in record.updates.indices { record.updates[place].removeWords() }
        record.postMortem?.removeWords()
        return record
    }
}

extension Update {
    fileprivate mutating func removeWords() {
        self.prose = .empty
        if self.rootCause != nil { self.rootCause = "\u{2026}" }
        if self.fix != nil { self.fix = "\u{2026}" }
        if case .words = self.estimate { self.estimate = nil }
    }
}

extension PostMortem {
    /// Removes all words but keeps that there is a post-mortem, and since when, by which duties are judged.
    fileprivate mutating func removeWords() {
        var postMortem = PostMortem(title: "")
        (postMortem.publishedOn, postMortem.scheduledAt, postMortem.visibility) = (
            publishedOn, scheduledAt, visibility
        )
        if isWritten { postMortem.introduction = Prose(html: ["<p>\u{2026}</p>\n"], text: "\u{2026}") }
        self = postMortem
    }
}
