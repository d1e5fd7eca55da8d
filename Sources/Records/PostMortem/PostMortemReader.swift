import Diagnostics
import StatusModel

/// Reads what follows the post-mortem's heading: the lines under it, then section by section.
struct PostMortemReader {
    let configuration: Configuration
    let body: Body
    let part: BodyParts.PostMortemPart
    /// When the impact began, where that is known.
    let startedAt: Instant?

    /// The account; what its Impact section lists joins `impact`, and `itemLines` gets the line of the body
    /// that each action item begins on.
    func read(
        impact: inout [Record.Detail],
        itemLines: inout [Int],
        into diagnostics: inout [Diagnostic]
    ) -> PostMortem {
        var account = PostMortem(title: part.title)
        readLines(into: &account, &diagnostics)
        let pieces = sections()
        account.introduction = body.prose(of: pieces.introduction)
        account.sections = pieces.sections.map { title, document in
            if account.visibility == .public { joinFacts(of: document, under: title, to: &impact) }
            return section(title, document, itemLines: &itemLines, into: &diagnostics)
        }
        return account
    }
}

// MARK: - Sections

private extension PostMortemReader {
    /// The blocks before the first heading, and those under each heading of the first one's level or above.
    func sections() -> (
        introduction: MarkdownDocument, sections: [(title: String, document: MarkdownDocument)]
    ) {
        let introduction = MarkdownDocument()
        var sections: [(title: String, document: MarkdownDocument)] = []
        let level = part.document.root.children.first { $0.kind == .heading }?.level ?? 6
        for block in part.document.root.children {
            if block.kind == .heading, block.level <= level {
                sections.append((block.plainText, MarkdownDocument()))
                block.remove()
            } else {
                (sections.last?.document ?? introduction).root.append(block)
            }
        }
        return (introduction, sections)
    }

    func section(
        _ title: String,
        _ document: MarkdownDocument,
        itemLines: inout [Int],
        into diagnostics: inout [Diagnostic]
    ) -> PostMortem.Section {
        let kind = PostMortem.Kind(heading: title)
        var timeline: [PostMortem.TimelineEntry] = []
        if kind == .timeline {
            timeline = TimelineReader(body: body, times: configuration.times, startedAt: startedAt)
                .take(from: document)
        }
        let items = ActionItemReader(body: body, from: part.offset, takesPlainItems: kind == .actionItems)
            .take(from: document, lines: &itemLines, into: &diagnostics)
        var section = PostMortem.Section(kind: kind, title: title, prose: body.prose(of: document))
        section.timeline = timeline
        section.actionItems = items
        return section
    }

    /// `- Users affected: ~500` is a fact for the record too; what the front matter says comes first.
    func joinFacts(of document: MarkdownDocument, under title: String, to impact: inout [Record.Detail]) {
        guard PostMortem.Kind(heading: title) == .impact else { return }
        for list in document.root.children where list.kind == .list {
            for item in list.children {
                let line = item.firstChild?.plainText ?? ""
                guard let colon = line.firstIndex(of: ":") else { continue }
                let label = line[..<colon].trimmed
                let text = line[line.index(after: colon)...].trimmed
                guard !label.isEmpty, !text.isEmpty, label.utf8.count <= 40,
                    !impact.contains(where: { $0.label.words == label.words })
                else { continue }
                impact.append(Record.Detail(label: label, text: text))
            }
        }
    }
}

// MARK: - The lines under the heading

private extension PostMortemReader {
    /// The lines stand in front of all else. Who may read it counts wherever it is said before the first
    /// section, for a line too low must not publish what is internal.
    func readLines(into account: inout PostMortem, _ diagnostics: inout [Diagnostic]) {
        var isInFront = true
        for paragraph in part.document.root.children.prefix(while: { $0.kind != .heading }) {
            guard paragraph.kind == .paragraph else {
                isInFront = false
                continue
            }
            for line in ParagraphLines(of: paragraph).lines {
                guard let (key, value) = keyAndValue(of: line.text), isInFront || key.folded == "visibility"
                else {
                    isInFront = false
                    continue
                }
                read(key, value, into: &account, &diagnostics)
                line.remove()
            }
            tidy(paragraph)
        }
    }

    /// Takes the break before the first line that stays, and a paragraph of which none does.
    func tidy(_ paragraph: MarkdownNode) {
        if let next = paragraph.firstChild, next.kind == .softBreak || next.kind == .lineBreak {
            next.remove()
        }
        if paragraph.firstChild == nil { paragraph.remove() }
    }

    func keyAndValue(of line: String) -> (key: String, value: String)? {
        guard let colon = line.firstIndex(of: ":") else { return nil }
        let key = line[..<colon].trimmed
        guard ["published", "scheduled", "visibility"].contains(key.folded) else { return nil }
        return (key, line[line.index(after: colon)...].trimmed)
    }

    func read(
        _ key: String,
        _ value: String,
        into account: inout PostMortem,
        _ diagnostics: inout [Diagnostic]
    ) {
        let end = body.text.range.upperBound
        let place = { body.text.location(ofTrailer: key, skipping: 0, in: part.offset..<end) }
        switch key.folded {
        case "published":
            account.publishedOn = Day(value)
            if account.publishedOn == nil {
                diagnostics.append(
                    Diagnostic(
                        .error,
                        .invalidTime,
                        "`\(value)` is no day of the calendar",
                        at: place(),
                        hint: "write it as in `2026-01-31`"
                    )
                )
            }
        case "scheduled":
            account.scheduledAt = configuration.times.instant(value, at: place(), into: &diagnostics)
        default:
            account.visibility = Visibility.byWord[value.folded] ?? .internal
            if Visibility.byWord[value.folded] == nil {
                diagnostics.append(
                    Diagnostic(
                        .error,
                        .invalidValue,
                        "`Visibility` cannot be `\(value)`",
                        at: place(),
                        hint: "write `public` or `internal`"
                    )
                )
            }
        }
    }
}

extension String {
    /// Its words in small letters: `users_affected` and "Users affected" have the same.
    fileprivate var words: [Substring] { folded.split { !$0.isLetter && !$0.isNumber } }
}

extension PostMortem.Kind {
    /// The kind of section of a heading; headings of other words are ``other``.
    init(heading: String) {
        let words = heading.folded.split { !$0.isLetter }.joined(separator: " ")
        self = Self.byHeading[words] ?? .other
    }

    private static let byHeading: [String: PostMortem.Kind] = [
        "summary": .summary, "timeline": .timeline, "root cause": .rootCause, "impact": .impact,
        "resolution": .resolution, "prevention": .prevention, "action items": .actionItems,
        "lessons learned": .lessonsLearned, "what went well": .wentWell,
        "what could be improved": .couldBeImproved,
    ]
}
