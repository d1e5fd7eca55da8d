public import StatusModel

/// An update that is still to be written into a record.
public struct UpdateDraft: Sendable {
    /// The word between its brackets.
    public var phase: PhaseWord
    /// Its text, in Markdown.
    public var text: String
    /// Its time.
    public var at: Instant
    /// Whether its time is written.
    ///
    /// An update that awaits review gets a time only when readers see it.
    public var isDated = true
    /// The components whose status changes with it.
    public var changes: [Change]
    /// The promised time of the next update, as records write it: a time or a duration.
    public var nextUpdate: String?
    /// The severity from then on, if it changes: a level of the policy.
    public var severity: String?
    /// The expected end: a time, a duration or words.
    public var estimate: String?
    /// The planned start of maintenance from then on: a time.
    public var from: String?
    /// The planned end of maintenance from then on: a time.
    public var until: String?
    /// The cause of the incident.
    public var rootCause: String?
    /// The fix of the incident.
    public var fix: String?
    /// The people who are called in with it, separated by commas; internal.
    public var escalatedTo: String?
    /// The visibility of the record from then on, if the front matter should state it.
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
        /// The time since which it has this status, as records write it; `nil` if since the update.
        public let since: String?

        /// Makes a change.
        public init(_ component: String, _ status: ComponentStatus, since: String? = nil) {
            (self.component, self.status, self.since) = (component, status, since)
        }
    }
}

extension UpdateDraft {
    /// The layout of the text between the bracket and the trailers.
    struct Form {
        /// Whether it begins on the bracket's line.
        let beginsBehindBracket: Bool
        /// Whether the trailers follow its last line, without an empty line between.
        let holdsTrailers: Bool
    }

    /// Returns the update's lines, without the last line end.
    ///
    /// - Parameter time: the value of `Updated:`; `nil` if there is no such line.
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
