import StatusModel

/// The texts of a record's facts and post-mortem, either for everyone or only for the team, with which former versions
/// are compared.
struct RecordTexts {
    /// The labels of facts, in the form in which labels are compared.
    private(set) var labels: Set<String> = []
    /// Lines, in the form of `InternalLines.key(ofLine:)`.
    private(set) var lines: Set<String> = []
    /// The texts of facts and lines, in the form of `asValue`.
    private(set) var values: Set<String> = []

    /// Makes the texts that only the team reads.
    init(internalTo record: Record) {
        add(record.impact.filter(\.isInternal) + record.internalDetails)
        guard let postMortem = record.postMortem, postMortem.shownToAll else { return }
        add(postMortem.impact.filter(\.isInternal))
        add(postMortem.introduction, less: postMortem.publicIntroduction ?? postMortem.introduction)
        for section in postMortem.sections {
            if section.isInternal { add(line: section.title) }
            let shown = section.publicProse ?? section.prose
            add(section.prose, less: section.isInternal ? .empty : shown)
            for entry in section.timeline where entry.isInternal || section.isInternal { add(entry.prose) }
            for item in section.actionItems where item.isInternal || section.isInternal {
                add(line: item.text)
            }
        }
    }

    /// Makes the texts that everyone reads.
    init(publicIn record: Record) {
        add(record.impact.filter { !$0.isInternal })
        let known = [
            ("ticket", [record.ticket].compactMap { $0 }), ("links", record.links), ("tags", record.tags),
        ]
        for (label, texts) in known { for text in texts { add(label: label, value: text) } }
        guard let postMortem = record.postMortem, postMortem.shownToAll else { return }
        add(postMortem.impact.filter { !$0.isInternal })
        add(postMortem.publicIntroduction ?? postMortem.introduction)
        for section in postMortem.sections where !section.isInternal {
            add(line: section.title)
            add(section.publicProse ?? section.prose)
            for entry in section.timeline where !entry.isInternal { add(entry.prose) }
            for item in section.actionItems where !item.isInternal { add(line: item.text) }
        }
    }
}

private extension RecordTexts {
    mutating func add(_ details: [Record.Detail]) {
        for detail in details { add(label: detail.label, value: detail.text) }
    }

    mutating func add(label: String, value: String) {
        labels.insert(Record.Detail.key(of: label))
        add(value: value)
    }

    mutating func add(value: String) {
        let value = value.asValue
        if !value.isEmpty { values.insert(value) }
    }

    /// Adds the lines of a text, less those of another.
    mutating func add(_ prose: Prose, less other: Prose = .empty) {
        let known = Set(other.text.split(whereSeparator: \.isNewline))
        for line in prose.text.split(whereSeparator: \.isNewline) where !known.contains(line) {
            add(line: String(line))
        }
    }

    /// Adds a line as it is in the text, and as it is without the addresses after the words of links.
    mutating func add(line: String) {
        for line in Set([line, line.withoutAddresses]) {
            let key = InternalLines.key(ofLine: line)
            guard !key.isEmpty else { continue }
            lines.insert(key)
            if let label = InternalLines.label(of: line) { labels.insert(Record.Detail.key(of: label)) }
            add(value: line)
        }
    }
}

extension PostMortem {
    /// Whether everyone may read it, apart from what is only for the team.
    var shownToAll: Bool { visibility == .public && publishedOn != nil }
}

extension String {
    /// The text without parentheses that have no space but a character that is common in addresses.
    fileprivate var withoutAddresses: String {
        let parts = split(separator: " (", omittingEmptySubsequences: false)
        return parts.dropFirst().reduce(into: String(parts[0])) { text, part in
            if let end = part.firstIndex(of: ")"), !part[..<end].contains(where: \.isWhitespace),
                part[..<end].utf8.contains(where: { "/:@.#".utf8.contains($0) })
            {
                text += part[part.index(after: end)...]
            } else {
                text += " (" + part
            }
        }
    }

    /// The value with one space between words, without its mark.
    var asValue: String {
        let words = InternalLines.isMarked(self) ? InternalLines.withoutMark(self) : self
        return words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
