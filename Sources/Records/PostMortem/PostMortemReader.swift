import Diagnostics
import StatusModel

/// A reader of the text after the post-mortem's heading: first the lines below it, then section by section.
struct PostMortemReader {
    let configuration: Configuration
    let body: Body
    let part: BodyParts.PostMortemPart
    /// The beginning of the impact, if it is known.
    let startedAt: Instant?
    let findings: Findings

    /// Returns the post-mortem.
    ///
    /// - Parameters:
    ///   - itemLines: receives the line of the body on which each action item begins.
    ///   - sectionLines: receives the line of the body on which each section begins.
    func read(itemLines: inout [Int], sectionLines: inout [Int]) -> PostMortem {
        var postMortem = PostMortem(title: part.title)
        let lines = PostMortemLines(
            configuration: configuration, body: body, part: part, findings: findings)
        lines.take(into: &postMortem)
        lines.reportMisplaced()
        let pieces = sections(lines: &sectionLines)
        (postMortem.introduction, postMortem.publicIntroduction) = proses(of: pieces.introduction)
        postMortem.sections = pieces.sections.map { title, document in
            postMortem.impact += facts(of: document, under: title)
            return section(title, document, itemLines: &itemLines)
        }
        return postMortem
    }
}

// MARK: - Sections

private extension PostMortemReader {
    /// Returns the blocks before the first heading, and those under each heading of its level or above, without text
    /// that still has to be written.
    func sections(lines: inout [Int]) -> (
        introduction: MarkdownDocument, sections: [(title: String, document: MarkdownDocument)]
    ) {
        let introduction = MarkdownDocument()
        var sections: [(title: String, document: MarkdownDocument)] = []
        let level = part.document.root.children.first { $0.kind == .heading }?.level ?? 6
        for block in part.document.root.children {
            if block.kind == .heading, block.level <= level {
                sections.append((block.plainText, MarkdownDocument()))
                lines.append(block.startLine)
                block.remove()
            } else {
                (sections.last?.document ?? introduction).root.append(block)
            }
        }
        for document in [introduction] + sections.map(\.document) { Blank.removeAll(from: document) }
        return (introduction, sections)
    }

    func section(
        _ title: String,
        _ document: MarkdownDocument,
        itemLines: inout [Int]
    ) -> PostMortem.Section {
        let kind = PostMortem.Kind(heading: title)
        var timeline: [PostMortem.TimelineEntry] = []
        if kind == .timeline {
            timeline = TimelineReader(configuration: configuration, body: body, startedAt: startedAt)
                .take(from: document)
        }
        let items = ActionItemReader(
            body: body,
            from: part.offset,
            takesPlainItems: kind == .actionItems,
            internalLines: internalLines,
            findings: findings
        )
        .take(from: document, lines: &itemLines)
        let (prose, publicProse) = proses(of: document)
        var section = PostMortem.Section(kind: kind, title: title, prose: prose)
        section.publicProse = publicProse
        section.isInternal = internalLines.hides(title)
        section.timeline = timeline
        section.actionItems = items
        return section
    }

    var internalLines: InternalLines { configuration.internalLines }

    /// Returns a text for the team, and the text for the public if that is shorter.
    func proses(of document: MarkdownDocument) -> (Prose, Prose?) {
        let whole = body.prose(of: document)
        return internalLines.removeAll(from: document) ? (whole, body.prose(of: document)) : (whole, nil)
    }

    /// Returns facts such as `- Users affected: ~500`, which also belong to the record.
    ///
    /// Of facts with the same label, the first counts.
    func facts(of document: MarkdownDocument, under title: String) -> [Record.Detail] {
        guard PostMortem.Kind(heading: title) == .impact else { return [] }
        var labels: Set<String> = []
        return document.root.children.filter { $0.kind == .list }.flatMap(\.children).compactMap { item in
            let line = item.firstChild?.plainText ?? ""
            guard let colon = line.utf8.prefix(41).firstIndex(of: UInt8(ascii: ":")) else { return nil }
            let label = line[..<colon].trimmed
            let text = line[line.utf8.index(after: colon)...].trimmed
            guard !label.isEmpty, !text.isEmpty, labels.insert(Record.Detail.key(of: label)).inserted
            else { return nil }
            let isInternal =
                internalLines.hides(title) || internalLines.hides(line) || internalLines.hides(item: item)
            return Record.Detail(label: label, text: text, isInternal: isInternal)
        }
    }
}

extension PostMortem.Kind {
    /// Makes the kind of section from its heading; any unknown heading makes ``other``.
    init(heading: String) {
        let words = heading.folded.split { !$0.isLetter }.joined(separator: " ")
        self = Self.byHeading[words] ?? .other
    }

    private static let byHeading: [String: PostMortem.Kind] = [
        "summary": .summary, "timeline": .timeline, "root cause": .rootCause, "cause": .rootCause,
        "impact": .impact,
        "resolution": .resolution, "prevention": .prevention, "action items": .actionItems,
        "lessons learned": .lessonsLearned, "what went well": .wentWell,
        "what could be improved": .couldBeImproved,
    ]
}
