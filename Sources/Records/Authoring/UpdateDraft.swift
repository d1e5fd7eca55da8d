public import StatusModel

/// An update that is still to be written into a record.
public struct UpdateDraft: Sendable {
    /// What stands between its brackets.
    public var phase: PhaseWord
    /// What it says, in Markdown.
    public var text: String
    /// When it is said.
    public var at: Instant
    /// Whether it bears that time. One that awaits review does not: it gets a time when readers hear of it.
    public var isDated = true
    /// The components whose status changes with it.
    public var changes: [Change]
    /// When the next update is promised, as records write it: a time, or a duration.
    public var nextUpdate: String?
    /// The severity from then on, where it changes: a level of the policy.
    public var severity: String?
    /// When it is expected to be over: a time, a duration, or words.
    public var estimate: String?
    /// When maintenance is planned to begin from then on: a time.
    public var from: String?
    /// When maintenance is planned to end from then on: a time.
    public var until: String?
    /// What caused the incident.
    public var rootCause: String?
    /// What mended it.
    public var fix: String?
    /// Who is called in with it, with commas between: internal.
    public var escalatedTo: String?
    /// Who may see the record from then on, where the front matter is to say so.
    public var visibility: Visibility?

    /// Makes a draft.
    public init(
        _ phase: PhaseWord,
        _ text: String,
        at instant: Instant,
        changes: [Change] = [],
        nextUpdate: String? = nil
    ) {
        (self.phase, self.text, self.at) = (phase, text, instant)
        (self.changes, self.nextUpdate) = (changes, nextUpdate)
    }

    /// A component's new status.
    public struct Change: Hashable, Sendable {
        /// The component's id; `all` means those that the record has named.
        public let component: String
        /// Its status.
        public let status: ComponentStatus
        /// Since when it has that, as records write it; `nil` if since the update.
        public let since: String?

        /// Makes a change.
        public init(_ component: String, _ status: ComponentStatus, since: String? = nil) {
            (self.component, self.status, self.since) = (component, status, since)
        }
    }
}

extension UpdateDraft {
    /// How the text stands between the bracket and the trailers.
    struct Form {
        /// Whether it begins on the bracket's line.
        let beginsBehindBracket: Bool
        /// Whether the trailers follow its last line, with no empty line between.
        let holdsTrailers: Bool
    }

    /// The update's lines, without the end of the last.
    ///
    /// - Parameter time: what `Updated:` says; `nil` if there is no such line.
    func lines(in form: Form, writtenAt time: String?, lineEnd: String) -> String {
        var text = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
            .replacing("\n", with: lineEnd)
        if !text.isEmpty {
            text = (form.beginsBehindBracket ? " " : lineEnd + lineEnd) + text
            text += form.holdsTrailers ? "" : lineEnd
        }
        return (["[\(phase.keyword)]\(text)"] + trailers(writtenAt: time)).joined(separator: lineEnd)
    }

    private func trailers(writtenAt time: String?) -> [String] {
        let changes = changes.map { change in
            "\(change.component) \(change.status.name)" + (change.since.map { " since \($0)" } ?? "")
        }
        .joined(separator: ", ")
        let values: [(Trailer.Name, String?)] = [
            (.severity, severity), (.components, changes.isEmpty ? nil : changes), (.nextUpdate, nextUpdate),
            (.estimate, estimate), (.from, from), (.until, until), (.rootCause, rootCause), (.fix, fix),
            (.escalated, escalatedTo), (.updated, time),
        ]
        return values.compactMap { name, value in value.map { "\(name.rawValue): \($0)" } }
    }
}
