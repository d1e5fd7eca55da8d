import Diagnostics
import StatusModel

/// A body taken apart: the summary, the updates as they were marked, and the post-mortem, each a document
/// of its own that the tree's nodes were moved into.
struct BodyParts {
    let summary = MarkdownDocument()
    var updates: [UpdatePart] = []
    var postMortem: PostMortemPart?

    /// An update's marker and its blocks.
    struct UpdatePart {
        let marker: PhaseMarker
        /// The time behind the bracket, where the line or heading bears one.
        var time: String?
        let document = MarkdownDocument()
        /// Where the bracket stands in the file.
        let offset: Int
        /// The bytes from the bracket to the next marker, or to the post-mortem, or to the end.
        var region: Range<Int>
    }

    /// A post-mortem's heading and what follows.
    struct PostMortemPart {
        let title: String
        let level: Int
        let document = MarkdownDocument()
        /// Where the heading's line begins in the file.
        let offset: Int
    }
}

/// Takes a body's tree apart at the lines that begin updates, and at the post-mortem's heading.
struct BodySplitter {
    private let text: BodyText
    private var parts = BodyParts()
    private var current: MarkdownDocument
    private var nextBracket = 0
    /// Where brackets stand that were told to be in the wrong place.
    private var taken: Set<Int> = []
    private var diagnostics: [Diagnostic] = []

    init(_ text: BodyText) {
        self.text = text
        current = parts.summary
    }

    mutating func split(_ document: MarkdownDocument, into diagnostics: inout [Diagnostic]) -> BodyParts {
        var child = document.root.firstChild
        while let block = child {
            child = block.next
            take(block)
        }
        reportSwallowedMarkers()
        closeRegions()
        diagnostics += self.diagnostics
        return parts
    }
}

// MARK: - Blocks

private extension BodySplitter {
    mutating func take(_ block: MarkdownNode) {
        switch block.kind {
        case .paragraph: takeParagraph(block, on: lines(of: block))
        case .heading: takeHeading(block)
        case .code:
            warnOfPhase(inCode: block)
            current.root.append(block)
        default: current.root.append(block)
        }
    }

    mutating func takeParagraph(_ paragraph: MarkdownNode, on source: Range<Int>) {
        let lines = ParagraphLines(of: paragraph).lines
        var target = paragraph
        current.root.append(paragraph)
        for line in lines {
            warnOfPhase(inBold: line, from: source.lowerBound)
            guard line.beginsWithBracket, let part = marker(on: line, within: source) else {
                move(line, to: target, from: paragraph)
                continue
            }
            begin(part)
            target = MarkdownNode.make(.paragraph)
            current.root.append(target)
            line.leadingBreak?.remove()
            for node in line.nodes { target.append(node) }
        }
        removeEmptyParagraphs(paragraph, target)
    }

    /// Lines behind a marker follow it into its paragraph.
    func move(_ line: ParagraphLines.Line, to target: MarkdownNode, from paragraph: MarkdownNode) {
        guard target != paragraph else { return }
        // A marker alone on its line leaves nothing to break from.
        if let lineBreak = line.leadingBreak {
            if target.firstChild == nil { lineBreak.remove() } else { target.append(lineBreak) }
        }
        for node in line.nodes { target.append(node) }
    }

    func removeEmptyParagraphs(_ paragraphs: MarkdownNode...) {
        var last: MarkdownNode?
        for paragraph in paragraphs where paragraph != last {
            last = paragraph
            if paragraph.firstChild == nil { paragraph.remove() }
        }
    }

    mutating func takeHeading(_ heading: MarkdownNode) {
        let lines = ParagraphLines(of: heading).lines
        let source = self.lines(of: heading)
        if isSetext(heading), lines.contains(where: isPartOfUpdate) {
            diagnostics.append(setextHeading(heading))
            return takeParagraph(asParagraph(heading), on: source)
        }
        if parts.postMortem == nil, heading.level <= 2, PostMortemTitle.matches(heading.plainText) {
            return beginPostMortem(heading)
        }
        guard let line = lines.first, line.beginsWithBracket, var part = marker(on: line, within: source)
        else {
            return current.root.append(heading)
        }
        takeTime(afterBracketOf: line, into: &part)
        begin(part)
        let rest = asParagraph(heading)
        if rest.firstChild == nil { rest.remove() } else { current.root.append(rest) }
    }

    mutating func beginPostMortem(_ heading: MarkdownNode) {
        let part = BodyParts.PostMortemPart(
            title: heading.plainText,
            level: heading.level,
            offset: text.start(ofLine: heading.startLine)
        )
        parts.postMortem = part
        current = part.document
        heading.remove()
    }

    /// A paragraph with the heading's content in its place.
    func asParagraph(_ heading: MarkdownNode) -> MarkdownNode {
        let paragraph = MarkdownNode.make(.paragraph)
        paragraph.insert(before: heading)
        for node in heading.children { paragraph.append(node) }
        heading.remove()
        return paragraph
    }
}

// MARK: - Markers

private extension BodySplitter {
    /// The update that begins on the line, with its bracket taken off the text.
    mutating func marker(on line: ParagraphLines.Line, within source: Range<Int>) -> BodyParts.UpdatePart? {
        guard let first = line.nodes.first else { return nil }
        let literal = first.literal
        switch PhaseMarker.read(literal) {
        case .text: return nil
        case .mistake(let word, let bracket, let nearest):
            guard let offset = offset(ofBracket: bracket, within: source) else { return nil }
            diagnostics.append(unknownPhase(word, bracket: bracket, nearest: nearest, at: offset))
            return nil
        case .marker(let marker):
            guard let offset = offset(ofBracket: marker.bracket, within: source) else { return nil }
            guard parts.postMortem == nil else {
                taken.insert(offset)
                diagnostics.append(updateAfterPostMortem(marker, at: offset))
                return nil
            }
            var part = BodyParts.UpdatePart(
                marker: marker,
                offset: offset,
                region: offset..<text.range.upperBound
            )
            strip(marker.bracket, from: first, on: line, into: &part)
            return part
        }
    }

    /// Takes the bracket, a colon behind it, and a time that is all the rest of the line off the text.
    func strip(
        _ bracket: String,
        from first: MarkdownNode,
        on line: ParagraphLines.Line,
        into part: inout BodyParts.UpdatePart
    ) {
        var rest = String(first.literal.dropFirst(bracket.count)).trimmedStart
        if rest.hasPrefix(":") { rest = String(rest.dropFirst()).trimmedStart }
        if line.nodes.count == 1, TimeExpression(rest.trimmed)?.time != nil {
            part.time = rest.trimmed
            rest = ""
        }
        first.literal = rest
    }

    /// A heading's time may have words behind it: `## [RESOLVED] 17:45 UTC – All is well`.
    func takeTime(afterBracketOf line: ParagraphLines.Line, into part: inout BodyParts.UpdatePart) {
        guard part.time == nil, let first = line.nodes.first else { return }
        let rest = first.literal
        var cursor = ByteCursor(rest)
        guard let expression = TimeExpression(from: &cursor), expression.time != nil,
            let behind = String(cursor.rest), behind.isEmpty || behind.utf8.first == 0x20
        else { return }
        part.time = String(rest.utf8.prefix(rest.utf8.count - behind.utf8.count))
        first.literal = String(behind.drop { " -–—:,".contains($0) })
    }

    /// Where the bracket begins a line of the block, behind those that were found before; nothing where none
    /// does, because the author escaped it.
    mutating func offset(ofBracket bracket: String, within source: Range<Int>) -> Int? {
        let needle = Array(bracket.utf8)
        for index in nextBracket..<text.bracketLines.count {
            let offset = text.bracketLines[index]
            guard offset < source.upperBound else { return nil }
            if offset >= source.lowerBound, text.file.bytes[offset...].starts(with: needle) {
                nextBracket = index + 1
                return offset
            }
        }
        return nil
    }

    /// The bytes of a block's lines.
    func lines(of block: MarkdownNode) -> Range<Int> {
        let start = text.start(ofLine: block.startLine)
        return start..<max(start, text.end(ofLine: block.endLine))
    }

    mutating func begin(_ part: BodyParts.UpdatePart) {
        parts.updates.append(part)
        current = part.document
    }

    mutating func closeRegions() {
        var end = parts.postMortem?.offset ?? text.range.upperBound
        for index in parts.updates.indices.reversed() {
            let start = parts.updates[index].offset
            parts.updates[index].region = start..<max(start, end)
            end = start
        }
    }
}

// MARK: - What is told

private extension BodySplitter {
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
