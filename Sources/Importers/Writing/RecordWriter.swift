import Records
import StatusModel

/// A writer of a record's file as defined in `docs/record-format.md`.
struct RecordWriter {
    private let record: RecordDescription

    init(_ record: RecordDescription) {
        self.record = record
    }

    var text: String {
        let body =
            ([ForeignMarkdown(record.summary.withoutControls).asSummary.trimmedLines]
            + record.updates.map(text(of:))
            + postMortem)
            .filter { !$0.isEmpty }
        return "---\n" + frontMatter.map { $0 + "\n" }.joined() + "---\n"
            + body.map { "\n" + $0 + "\n" }.joined()
    }
}

private extension RecordWriter {
    var frontMatter: [String] {
        var lines = ["title: \(yaml(record.title))"]
        if case .incident(let severity, _, _) = record.kind { lines.append("severity: \(yaml(severity))") }
        lines += componentLines + timeLines
        lines += yamlList("links", record.links) + yamlList("tags", record.tags)
        lines += yamlList("aliases", record.aliases)
        if let id = record.statuspageID { lines.append(SiteWriter.keptIDs(id)) }
        if record.isDraft { lines.append("draft: true") }
        return lines + record.comments.map(yamlComment)
    }

    var timeLines: [String] {
        switch record.kind {
        case .incident(_, let started, let ended):
            ["started: \(started.inYAML)"] + (ended.map { ["ended: \($0.inYAML)"] } ?? [])
        case .maintenance(let from, let until):
            ["maintenance:", "  from: \(from.inYAML)", "  until: \(until.inYAML)"]
        case .notice(let from, let until):
            ["notice:", "  from: \(from.inYAML)"] + (until.map { ["  until: \($0.inYAML)"] } ?? [])
        }
    }

    var componentLines: [String] {
        guard !record.components.isEmpty else { return [] }
        return ["components:"] + record.components.map { "  \(yaml($0.id)): \($0.status.name)" }
    }

    var postMortem: [String] {
        guard let postMortem = record.postMortem else { return [] }
        return [
            "# Post-mortem", postMortem.publishedOn.map { "Published: \($0)" },
            ForeignMarkdown(postMortem.text.withoutControls).asPostMortem.trimmedLines,
        ]
        .compactMap { $0 }
    }

    func text(of update: UpdateDescription) -> String {
        let marker = "[\(update.phase?.keyword ?? "UPDATE") \(update.at.inBracket)]"
        let text = ForeignMarkdown(update.text.withoutControls).asUpdate.trimmedLines
        let separator = text.isEmpty ? "" : Self.canFollowMarker(text) ? " " : "\n\n"
        let changes = update.components.map { "\($0.id) \($0.status.name)" }.joined(separator: ", ")
        return marker + separator + text + (changes.isEmpty ? "" : "\n\nComponents: \(changes)")
    }

    /// Whether the text begins with words, since a list, code or a heading needs its own line.
    static func canFollowMarker(_ text: String) -> Bool {
        let lines = text.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false)
        guard let first = lines.first?.first, first.isLetter else { return false }
        let isUnderlined = lines.count > 1 && lines[1].allSatisfy { "=- ".contains($0) } && !lines[1].isEmpty
        return !isUnderlined
    }
}

extension Instant {
    /// `2026-01-02T17:05Z`, with seconds where they are not zero.
    var inYAML: String {
        description.replacing(":00Z", with: "Z", maxReplacements: seconds % 60 == 0 ? 1 : 0)
    }

    /// `2026-01-02 17:05 UTC`, with seconds where they are not zero.
    fileprivate var inBracket: String {
        let (day, time) = Zone.utc.local(self)
        return "\(day) \(seconds % 60 == 0 ? time.description : time.withSeconds) UTC"
    }
}

extension String {
    /// The text without empty lines at its start and end; the first line keeps its indentation.
    var trimmedLines: String {
        var lines = split(separator: "\n", omittingEmptySubsequences: false)[...]
        while lines.first?.allSatisfy(\.isWhitespace) == true { lines.removeFirst() }
        while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
        return lines.joined(separator: "\n")
    }
}
