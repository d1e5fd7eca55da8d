import Diagnostics
import StatusModel

/// A record in plain values, before it is written.
struct RecordDescription {
    /// The id: the file's name without `.md`.
    var id: String
    var title: String
    var kind: Kind
    /// The components by id, in the order of the source, with their statuses from the start on.
    var components: [ComponentLine] = []
    /// Addresses for further reading.
    var links: [String] = []
    /// Words that it bears.
    var tags: [String] = []
    /// Former ids.
    var aliases: [String] = []
    /// Its id at Statuspage.
    var statuspageID: String?
    var isDraft = false
    /// What the source's front matter says and a record has no key for: kept as comments.
    var comments: [String] = []
    /// The Markdown that stands before the first update.
    var summary = ""
    /// Oldest first.
    var updates: [UpdateDescription] = []
    var postMortem: PostMortem?
    /// What the source says of it, however its updates were read.
    var state: SourceState
    /// Where it comes from.
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
        /// Markdown.
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
    /// Nothing for one that keeps the phase before it.
    var phase: Phase?
    /// Markdown.
    var text: String
    /// What changes with it.
    var components: [RecordDescription.ComponentLine] = []
}

extension RecordDescription {
    /// Says that those components have the status from the start on, each once.
    mutating func affect(_ ids: [String], with status: ComponentStatus) {
        for id in ids where !components.contains(where: { $0.id == id }) {
            components.append(ComponentLine(id: id, status: status))
        }
    }

    /// Changes its texts, one after another.
    mutating func eachText(_ change: (inout String) -> Void) {
        change(&summary)
        for index in updates.indices { change(&updates[index].text) }
    }

    /// Says that maintenance was under way from its window's start on, where an update ends it later than was planned:
    /// by the clock alone it would be over with its window.
    ///
    /// - Parameter beginsByClock: whether it begins with its window, and no later update puts it under way.
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

    /// Leaves out `ended` where an update says the same.
    mutating func dropNeedlessEnd() {
        guard case .incident(let severity, let started, let ended?) = kind,
            updates.first(where: { $0.phase == .resolved })?.at == ended
        else { return }
        kind = .incident(severity: severity, started: started, ended: nil)
    }
}
