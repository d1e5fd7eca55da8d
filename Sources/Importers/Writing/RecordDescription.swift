import Diagnostics
import StatusModel

/// A record in plain values, before it is written.
struct RecordDescription {
    /// The id: the name of the file without `.md`.
    var id: String
    var title: String
    var kind: Kind
    /// The ids of the components, in the order of the source, with their statuses from the start.
    var components: [ComponentLine] = []
    /// Addresses for further reading.
    var links: [String] = []
    /// Words that the record is tagged with.
    var tags: [String] = []
    /// Former ids.
    var aliases: [String] = []
    /// The id at Statuspage.
    var statuspageID: String?
    var isDraft = false
    /// Values of the source's front matter for which a record has no key; they are kept as comments.
    var comments: [String] = []
    /// The Markdown before the first update.
    var summary = ""
    /// The updates, the oldest first.
    var updates: [UpdateDescription] = []
    var postMortem: PostMortem?
    /// The state in the source, independent of how its updates were read.
    var state: SourceState
    /// The location in the source.
    var place: SourceLocation

    enum Kind {
        case incident(severity: String, started: Instant, ended: Instant?)
        case maintenance(from: Instant, until: Instant)
        case notice(from: Instant, until: Instant?)

        var isNotice: Bool { if case .notice = self { true } else { false } }
    }

    /// A post-mortem in plain values.
    struct PostMortem {
        /// `nil` if the public did not see it.
        let publishedOn: Day?
        /// The text, in Markdown.
        let text: String
    }

    struct ComponentLine {
        let id: String
        let status: ComponentStatus
    }

    var path: String { "incidents/\(id).md" }
}

/// An update in plain values.
struct UpdateDescription {
    var at: Instant
    /// The new phase; `nil` if it does not change.
    var phase: Phase?
    /// The text, in Markdown.
    var text: String
    /// The statuses that change with the update.
    var components: [RecordDescription.ComponentLine] = []
}

extension RecordDescription {
    /// Gives those components the status from the start, unless they have one.
    mutating func affect(_ ids: [String], with status: ComponentStatus) {
        for id in ids where !components.contains(where: { $0.id == id }) {
            components.append(ComponentLine(id: id, status: status))
        }
    }

    /// Changes all texts, one after another.
    mutating func eachText(_ change: (inout String) -> Void) {
        change(&summary)
        for index in updates.indices { change(&updates[index].text) }
    }

    /// Adds an update that starts maintenance with its window, if it would otherwise begin later, or end before the
    /// update that ends it.
    ///
    /// - Parameter beginsByClock: whether it begins with its window, even if the first update that says so comes later.
    mutating func tellOverrun(beginsByClock: Bool) {
        guard case .maintenance(let from, let until) = kind else { return }
        let begin = updates.first { $0.phase == .inProgress || $0.phase == .verifying }
        let end = updates.first { $0.phase?.isFinal ?? false }?.at ?? from
        let isLate = beginsByClock && begin.map { $0.at > from } ?? false
        if isLate || begin == nil && end > until { putUnderWay(at: from) }
    }

    mutating func putUnderWay(at instant: Instant) {
        let place = updates.firstIndex { $0.at > instant } ?? updates.endIndex
        updates.insert(UpdateDescription(at: instant, phase: .inProgress, text: ""), at: place)
    }

    /// Removes `ended` if an update says the same.
    mutating func dropNeedlessEnd() {
        guard case .incident(let severity, let started, let ended?) = kind,
            updates.first(where: { $0.phase == .resolved })?.at == ended
        else { return }
        kind = .incident(severity: severity, started: started, ended: nil)
    }
}
