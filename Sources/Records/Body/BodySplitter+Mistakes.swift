import Diagnostics
import StatusModel

extension BodySplitter {
    func isSetext(_ heading: MarkdownNode) -> Bool {
        let start = text.start(ofLine: heading.startLine)
        return text.file.bytes[start..<text.range.upperBound].first { $0 != 0x20 } != UInt8(ascii: "#")
    }

    func isPartOfUpdate(_ line: ParagraphLines.Line) -> Bool {
        if line.beginsWithBracket, case .marker = PhaseMarker.read(line.text) { return true }
        return Trailer(line.text) != nil && !parts.updates.isEmpty && parts.postMortem == nil
    }

    func setextHeading(_ heading: MarkdownNode) -> Diagnostic {
        Diagnostic(
            .warning,
            .setextHeading,
            "the line `---` or `===` below makes a heading of this text in Markdown",
            at: text.location(of: heading),
            hint: "leave an empty line between the text and the rule"
        )
    }

    func unknownPhase(_ word: String, bracket: String, nearest: String?, at offset: Int) -> Diagnostic {
        let location = text.location(of: bracket, from: offset)
        let escape = "write `\\\(bracket)` if it is meant as text"
        return Diagnostic(
            .error,
            .unknownPhase,
            "there is no phase `\(word)`",
            at: location,
            hint: nearest.map { "did you mean `[\($0)]`? Otherwise \(escape)" }
                ?? "the phases are \(list(Phase.namesOfIncidents)); \(escape)"
        )
    }

    func updateAfterPostMortem(_ marker: PhaseMarker, at offset: Int) -> Diagnostic {
        Diagnostic(
            .error,
            .updateAfterPostMortem,
            "an update stands below the post-mortem's heading",
            at: text.location(of: marker.bracket, from: offset),
            hint: "move it above the heading: the post-mortem runs to the end of the file"
        )
    }

    /// `**Resolved** – all is well` looks like an update and is none.
    mutating func warnOfPhase(inBold line: ParagraphLines.Line, from offset: Int) {
        guard parts.postMortem == nil, let first = line.nodes.first, first.kind == .strong else { return }
        let word = first.plainText.filter { $0 != ":" }.trimmed
        guard let phase = PhaseMarker.phases[Phase.normal(word)] else { return }
        diagnostics.append(
            Diagnostic(
                .warning,
                .phaseInBold,
                "this looks like an update, and is read as text",
                at: text.location(of: "**" + first.plainText, from: offset),
                hint: "write `[\(phase?.keyword ?? "UPDATE")]` at the start of the line"
            )
        )
    }

    mutating func warnOfPhase(inCode block: MarkdownNode) {
        let literal = block.literal
        guard parts.postMortem == nil, literal.utf8.contains(UInt8(ascii: "[")) else { return }
        for line in literal.split(whereSeparator: \.isNewline) {
            guard case .marker(let marker) = PhaseMarker.read(String(line)) else { continue }
            diagnostics.append(
                Diagnostic(
                    .warning,
                    .phaseInCode,
                    "`\(marker.bracket)` stands in a code block, and is read as text",
                    at: text.location(of: marker.bracket, from: text.start(ofLine: block.startLine)),
                    hint: "move it out of the block, to the start of a line"
                )
            )
        }
    }

    /// `[RESOLVED]: text` defines a link in Markdown: it is gone from the tree, found only in the bytes.
    mutating func reportSwallowedMarkers() {
        let seen = taken.union(parts.updates.map(\.offset))
        let others = linesOfOtherBlocks()
        for offset in text.bracketLines where !seen.contains(offset) {
            let line = text.location(ofLineAt: offset)
            guard
                case .marker(let marker) = PhaseMarker.read(
                    String(line.excerpt.utf8.dropFirst(line.column - 1)) ?? ""
                ),
                line.excerpt.contains(marker.bracket + ":"), !others.contains(where: { $0.contains(offset) })
            else { continue }
            diagnostics.append(
                Diagnostic(
                    .error,
                    .phaseAsLinkDefinition,
                    "`\(marker.bracket):` defines a link in Markdown, so the update is lost",
                    at: line,
                    hint: "write `\(marker.bracket)` without the colon"
                )
            )
        }
    }

    /// The bytes of code blocks, quotes and lists, where a bracket is text.
    func linesOfOtherBlocks() -> [Range<Int>] {
        ([parts.summary] + parts.updates.map(\.document) + [parts.postMortem?.document].compactMap { $0 })
            .flatMap(\.root.children)
            .filter { $0.kind == .code || $0.kind == .quote || $0.kind == .list }
            .map(lines)
    }
}
