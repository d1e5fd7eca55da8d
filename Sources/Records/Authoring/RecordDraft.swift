public import Diagnostics
public import StatusModel

/// A record that is still to be written.
public struct RecordDraft: Sendable {
    /// The headline.
    public var title: String
    /// The kind of record.
    public var kind: Kind
    /// The components that it affects.
    public var components: [UpdateDraft.Change]
    /// The first update.
    public var first: UpdateDraft
    /// The time at which the impact of an incident began, if it is known.
    public var startedAt: Instant?
    /// The time at which an incident was noticed.
    public var detectedAt: Instant?
    /// The person or tool that noticed it.
    public var detectedBy: Record.Detector?
    /// The time at which a person acknowledged an incident.
    public var acknowledgedAt: Instant?
    /// The visibility of the record; `nil` if its severity decides.
    public var visibility: Visibility?

    /// Makes a draft.
    public init(_ title: String, _ kind: Kind, components: [UpdateDraft.Change], first: UpdateDraft) {
        (self.title, self.kind, self.components, self.first) = (title, kind, components, first)
    }

    /// The kinds of record that updates are written for.
    public enum Kind: Sendable {
        /// Something that went wrong.
        case incident(severity: String)
        /// Work that is announced, and its recurrence if it has one.
        case maintenance(from: Instant, until: Instant, Recurrence? = nil)
    }

    /// The recurrence of maintenance, as a record writes it.
    public struct Recurrence: Sendable {
        /// The value of `repeat`, such as `weekly`.
        public var rule: String
        /// The value of `repeat_until`: a day.
        public var until: String

        /// Makes a recurrence.
        ///
        /// An invalid rule or day is refused when the record is written.
        public init(_ rule: String, until: String) {
            (self.rule, self.until) = (rule, until)
        }
    }
}

extension RecordReader {
    /// Returns the file of a new record, after reading it to check that it says what the draft says.
    public func file(of draft: RecordDraft, at path: String) throws(AuthoringMistake) -> SourceFile {
        let lines = ["---"] + draft.frontMatter(in: configuration.page.zone) + ["---", ""]
        let bytes = Array(lines.joined(separator: "\n").utf8)
        return try adding(first: draft.first, to: SourceFile(path: path, bytes: bytes))
    }
}

private extension RecordDraft {
    func frontMatter(in zone: Zone) -> [String] {
        var lines = ["title: \(YAMLString.written(title))"]
        switch kind {
        case .incident(let severity): lines.append("severity: \(YAMLString.written(severity))")
        case .maintenance(let from, let until, let recurrence):
            lines += [
                "maintenance:", "  from: \(zone.writtenExactly(from))",
                "  until: \(zone.writtenExactly(until))",
            ]
            if let recurrence {
                lines += [
                    "  repeat: \(YAMLString.written(recurrence.rule))",
                    "  repeat_until: \(YAMLString.written(recurrence.until))",
                ]
            }
        }
        if !components.isEmpty {
            lines += ["components:"] + components.map { "  \($0.component): \($0.status.name)" }
        }
        let facts = [
            ("started", startedAt.map(zone.writtenExactly)),
            ("detected", detectedAt.map(zone.writtenExactly)),
            ("detected_by", detectedBy?.rawValue), ("acknowledged", acknowledgedAt.map(zone.writtenExactly)),
            ("visibility", visibility?.rawValue),
        ]
        return lines + facts.compactMap { key, value in value.map { "\(key): \($0)" } }
    }
}
