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
    /// Former ids.
    var aliases: [String] = []
    var isDraft = false
    /// What the source's front matter says and a record has no key for: kept as comments.
    var comments: [String] = []
    /// The Markdown that stands before the first update.
    var summary = ""
    /// Oldest first.
    var updates: [UpdateDescription] = []
    var postMortem: PostMortem?
    /// Where it comes from.
    var place: SourceLocation

    enum Kind {
        case incident(severity: String, started: Instant, ended: Instant?)
        case maintenance(from: Instant, until: Instant)
        case notice(from: Instant, until: Instant?)
    }

    /// A post-mortem in plain values.
    struct PostMortem {
        /// The day on which it was published; `nil` for a draft.
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

    /// Leaves out `ended` where an update says the same.
    mutating func dropNeedlessEnd() {
        guard case .incident(let severity, let started, let ended?) = kind,
            updates.first(where: { $0.phase == .resolved })?.at == ended
        else { return }
        kind = .incident(severity: severity, started: started, ended: nil)
    }
}
