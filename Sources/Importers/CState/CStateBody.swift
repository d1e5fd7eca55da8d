import StatusModel

/// The text of an issue, split into its dated parts: by `track` shortcodes, or by dates at the start of paragraphs.
struct CStateBody {
    /// The whole text, with each shortcode replaced by its time.
    let text: String
    /// The dated parts, in the order of the source.
    private(set) var entries: [UpdateCourse.Entry] = []
    /// The parts without a date.
    private(set) var undated = ""
    /// The text of an undated `[Final message]`, if other parts are dated.
    private(set) var finalMessage: String?
    /// The lines of the dates.
    private(set) var places: [Instant: SourceLine] = [:]
    /// Lines with other shortcodes.
    let shortcodes: [SourceLine]

    /// - Parameters:
    ///   - zone: the time zone of times that do not name one.
    ///   - isResolved: whether a final message can become the resolution.
    init(_ lines: [SourceLine], zone: Zone, isResolved: Bool) {
        text = lines.map { Track.replaced(in: $0.text) }.joined(separator: "\n").trimmedLines
        shortcodes = lines.filter { Track.replaced(in: $0.text).contains("{{<") }
        let parts = Self.parts(of: lines, zone: zone)
        guard parts.contains(where: { $0.at != nil }) else { return }
        for part in parts { take(part, isResolved: isResolved) }
    }

    /// The text between two heads.
    struct Part {
        var at: Instant?
        var word: String?
        var lines: [String] = []
        var place: SourceLine?
    }
}

private extension CStateBody {
    mutating func take(_ part: Part, isResolved: Bool) {
        let text = part.lines.joined(separator: "\n").withoutOuterRules
        if let at = part.at {
            places[at] = part.place
            entries.append(UpdateCourse.Entry(at: at, word: part.word, text: text))
        } else if let word = part.word, Self.isFinal(word), isResolved, finalMessage == nil {
            finalMessage = text
        } else if !text.isEmpty || part.word != nil {
            let head = part.word.map { "\($0)\n\n" } ?? ""
            undated += (undated.isEmpty ? "" : "\n\n") + head + text
        }
    }

    static func isFinal(_ word: String) -> Bool {
        ["[final", "[closing", "[close"].contains { word.lowercased().hasPrefix($0) }
    }

    static func parts(of lines: [SourceLine], zone: Zone) -> [Part] {
        let hasTracks = lines.contains { Track(in: $0.text, zone: zone) != nil }
        return hasTracks
            ? TrackedParts(of: lines, zone: zone).parts : HeadedParts(of: lines, zone: zone).parts
    }
}

extension String {
    /// The text without the empty lines and rules around it, which separated it from other parts.
    fileprivate var withoutOuterRules: String {
        var lines = split(separator: "\n", omittingEmptySubsequences: false)[...]
        func isOuter(_ line: Substring?) -> Bool {
            guard let text = line?.trimmingBlanks else { return false }
            return text.isEmpty || text.count >= 3 && text.allSatisfy { $0 == "-" }
        }
        while isOuter(lines.first) { lines.removeFirst() }
        while isOuter(lines.last) { lines.removeLast() }
        return lines.joined(separator: "\n")
    }
}
