public import StatusModel

/// A post-mortem that is still to be written: its heading and what the record already knows.
public struct PostMortemDraft: Sendable {
    /// The heading, in the site's language.
    public var title: String
    /// The lines of its timeline, oldest first.
    public var steps: [Step]

    /// Makes a draft.
    public init(_ title: String, steps: [Step]) {
        self.title = title
        self.steps = steps
    }

    /// A line of its timeline.
    public struct Step: Sendable {
        /// The time at which it happened.
        public let at: Instant
        /// A description in one or two words.
        public let label: String
        /// The description together with what was said.
        public let text: String
        /// Whether only the team may see it.
        public let isInternal: Bool

        /// Makes a step.
        public init(at instant: Instant, _ label: String, text: String, isInternal: Bool = false) {
            at = instant
            self.label = label
            self.text = text
            self.isInternal = isInternal
        }
    }

    /// The sections to use if the policy names none.
    static let sections = [
        "Summary", "Timeline", "Root cause", "Impact", "Resolution", "Action items", "Lessons learned",
    ]

    /// The amounts of what the record knows that can be written; the largest is tried first.
    enum Form: CaseIterable {
        case whole
        /// Only the phase of updates, because the words of one would not be read as they are.
        case labels
        /// Also without the facts of the impact.
        case bare
    }
}

/// The text of a new post-mortem.
struct PostMortemText {
    let draft: PostMortemDraft
    let form: PostMortemDraft.Form
    let sections: [String]
    let scheduledAt: Instant?
    /// The facts of its Impact section.
    let impact: [Record.Detail]
    let zone: Zone
    let internalLines: InternalLines
}

extension PostMortemText {
    /// Its lines, beginning with the heading.
    var lines: [String] {
        var lines = ["# " + draft.title.asMarkdown]
        if let scheduledAt {
            lines += ["", "\(PostMortemLines.Name.scheduled.rawValue): \(zone.written(scheduledAt))"]
        }
        for heading in sections {
            lines += ["", "## " + heading.asMarkdown, ""]
            lines += content(of: heading)
        }
        return lines
    }

    /// The facts that a list can have, which needs a label for each.
    var listedImpact: [Record.Detail] { form == .bare ? [] : impact.filter { !$0.label.isEmpty } }

    func words(of step: PostMortemDraft.Step) -> String { form == .whole ? step.text : step.label }

    func has(_ kind: PostMortem.Kind) -> Bool { sections.contains { PostMortem.Kind(heading: $0) == kind } }
}

private extension PostMortemText {
    func content(of heading: String) -> [String] {
        let lines =
            switch PostMortem.Kind(heading: heading) {
            case .timeline: timeline
            case .impact: effect
            case .actionItems: ["- [ ] \(Blank.mark) (Owner: \(Blank.mark), Due: \(Blank.mark))"]
            default: [String]()
            }
        return lines.isEmpty ? [Blank.mark] : lines
    }

    /// The lines of the timeline; a line has a date only if its day differs from that of the line above.
    var timeline: [String] {
        var day: Day?
        return draft.steps.map { step in
            let isSameDay = zone.day(of: step.at) == day
            day = zone.day(of: step.at)
            let time = zone.written(step.at.droppingSeconds).dropFirst(isSameDay ? "2026-01-02 ".count : 0)
            return "- \(time): \(words(of: step).asMarkdown)" + (step.isInternal ? Self.mark : "")
        }
    }

    /// The lines of the impact: facts without a label as paragraphs, the others as a list.
    var effect: [String] {
        guard form != .bare else { return [] }
        var lines: [String] = []
        for detail in impact where detail.label.isEmpty { lines += [line(detail), ""] }
        for detail in listedImpact { lines.append("- " + line(detail)) }
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }

    /// Returns a fact as one line; an internal one is marked, unless the site hides its label anyway.
    func line(_ detail: Record.Detail) -> String {
        let words = detail.label.isEmpty ? detail.text : "\(detail.label): \(detail.text)"
        return words.asMarkdown + (detail.isInternal && !internalLines.hides(words) ? Self.mark : "")
    }

    static let mark = " (internal)"
}

extension Record.Detail {
    /// The fact on one line, with its label in words.
    var asLine: Record.Detail {
        let words = label.split { $0 == "_" || $0.isWhitespace }.joined(separator: " ")
        return Record.Detail(
            label: words.prefix(1).uppercased() + words.dropFirst(),
            text: text.split(whereSeparator: \.isWhitespace).joined(separator: " "), isInternal: isInternal)
    }
}

extension String {
    /// Markdown that is read as this text.
    fileprivate var asMarkdown: String {
        var text = ""
        for scalar in unicodeScalars {
            if Self.marks.contains(scalar) { text.append("\\") }
            text.unicodeScalars.append(scalar)
        }
        // Escape what would begin a list, a quote or a heading.
        let digits = String(text.prefix(while: \.isNumber))
        let rest = String(text.dropFirst(digits.count))
        guard let mark = rest.first, (digits.isEmpty ? "-+>#=" : ".)").contains(mark) else { return text }
        return digits + "\\" + rest
    }

    private static let marks = Set("\\`*_[]<&~|".unicodeScalars)
}
