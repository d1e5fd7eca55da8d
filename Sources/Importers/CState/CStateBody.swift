import StatusModel

/// An issue's text, taken apart where it dates what it says: by `track` shortcodes, or by dates at the head of
/// paragraphs.
struct CStateBody {
    /// The whole text, with the times of shortcodes in their place.
    let text: String
    /// What is dated, in the order of the source.
    private(set) var entries: [UpdateCourse.Entry] = []
    /// What is not.
    private(set) var undated = ""
    /// What an undated `[Final message]` says, where other parts are dated.
    private(set) var finalMessage: String?
    /// The lines of the dates.
    private(set) var places: [Instant: SourceLine] = [:]
    /// Lines with other shortcodes.
    let shortcodes: [SourceLine]

    /// - Parameters:
    ///   - zone: that of times that name none.
    ///   - isResolved: whether a final message can be the resolution's.
    init(_ lines: [SourceLine], zone: Zone, isResolved: Bool) {
        text = lines.map { Track.replaced(in: $0.text) }.joined(separator: "\n").trimmedLines
        shortcodes = lines.filter { Track.replaced(in: $0.text).contains("{{<") }
        let parts = Self.parts(of: lines, zone: zone)
        guard parts.contains(where: { $0.at != nil }) else { return }
        for part in parts { take(part, isResolved: isResolved) }
    }

    /// A stretch of text between heads.
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
    /// The text without empty lines and rules around it, which parted it from others.
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
