public import StatusModel

/// What is the team's alone in a record as it stands today. The public could read some of it in former versions, and is
/// not to find it there any more.
///
/// It is told by labels, by whole lines and by values. What was given another label and another text when it was made
/// internal, or has gone since, is not among it.
public struct InternalFacts: Sendable {
    /// The labels of facts, in the form that labels are compared in.
    let labels: Set<String>
    /// Lines of the post-mortem, as `InternalLines.key(ofLine:)` has them.
    let lines: Set<String>
    /// What facts and lines say, with one blank between words.
    public let values: Set<String>
    private let record: Record

    /// - Parameters:
    ///   - record: the record as the team reads it, cut at the instant that it is read at.
    ///   - page: the page that it stands on.
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
    /// A former version of the record as the public of today may read it: without the words that are the team's now. What
    /// figures are made of stays.
    ///
    /// Labels and lines are left to the reading of it: `RecordReader.reading(_:again:keepingInside:)`.
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
    /// The same without a word: its file's name stands for its title.
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
    /// Leaves that there is one, and since when: what is due is judged by that.
    fileprivate mutating func removeWords() {
        var postMortem = PostMortem(title: "")
        (postMortem.publishedOn, postMortem.scheduledAt, postMortem.visibility) = (
            publishedOn, scheduledAt, visibility
        )
        if isWritten { postMortem.introduction = Prose(html: ["<p>\u{2026}</p>\n"], text: "\u{2026}") }
        self = postMortem
    }
}
