import Diagnostics
import StatusModel

/// A splitter that divides a body's tree at the lines that begin updates and at the post-mortem's heading, and reads its
/// trailers.
struct BodySplitter {
    let text: BodyText
    /// The headings that begin a post-mortem.
    let titles: PostMortemTitle
    let reader: LineReader
    var finder: LineFinder
    var parts = BodyParts()
    var current: MarkdownDocument
    /// The line ranges of blocks in which a bracket is text, in the order of the file.
    var otherLines: [ClosedRange<Int>] = []
    let findings: Findings

    /// - Parameter kind: the kind of record; `nil` if its front matter cannot be read.
    init(
        _ text: BodyText, of kind: Record.Kind?, words: PhaseWords, titles: PostMortemTitle,
        into findings: Findings
    ) {
        self.findings = findings
        self.text = text
        self.titles = titles
        reader = LineReader(words: words, readsFrom: kind == .maintenance)
        finder = LineFinder(text)
        current = parts.summary
    }

    mutating func split(_ document: MarkdownDocument) -> BodyParts {
        var child = document.root.firstChild
        while let block = child {
            child = block.next
            take(block)
        }
        reportSwallowedMarkers()
        parts.lookalikes.sort()
        closeRegions()
        for update in parts.updates { update.dropRules() }
        return parts
    }
}

extension BodySplitter {
    mutating func take(_ block: MarkdownNode) {
        switch block.kind {
        case .paragraph:
            warnOfTitle(inBold: block)
            let lines = ParagraphLines(of: block).lines
            finder.enter(block, lines: lines.count)
            takeParagraph(block, of: lines)
        case .heading: takeHeading(block)
        case .quote, .list:
            keepLines(of: block)
            if parts.postMortem == nil { takeNestedLines(of: block) }
            current.root.append(block)
        case .code:
            keepLines(of: block)
            if parts.postMortem == nil { warnOfPhase(inCode: block) }
            current.root.append(block)
        default: current.root.append(block)
        }
    }

    mutating func takeParagraph(_ paragraph: MarkdownNode, of lines: [ParagraphLines.Line]) {
        var target = paragraph
        var run = TrailerRun()
        var isChanged = false
        current.root.append(paragraph)
        for (index, line) in lines.enumerated() {
            switch judge(line, index) {
            case .text:
                if let trailer = run.end(before: line) { findings.add(textAfter(trailer)) }
                move(line, to: target, from: paragraph)
            case .told:
                run = TrailerRun()
                move(line, to: target, from: paragraph)
            case .trailer(let trailer):
                run.last = trailer
                isChanged = true
                take(trailer, off: line)
            case .update(let marker, let offset):
                run = TrailerRun()
                isChanged = true
                // The paragraph itself still has the lines to come, and is tidied after them.
                if target != paragraph {
                    target.tidy()
                    if target.firstChild == nil { target.remove() }
                }
                begin(marker, at: offset)
                target = MarkdownNode.make(.paragraph)
                current.root.append(target)
                line.leadingBreak?.remove()
                for node in line.nodes { target.append(node) }
                run.last = takeBracket(marker, off: line)
            }
        }
        if isChanged { for node in Set([target, paragraph]) { node.tidy() } }
        for node in Set([target, paragraph]) where node.firstChild == nil { node.remove() }
    }

    /// Moves a line after a marker into the marker's paragraph.
    func move(_ line: ParagraphLines.Line, to target: MarkdownNode, from paragraph: MarkdownNode) {
        guard target != paragraph else { return }
        // After a marker alone on its line, there is nothing to break from.
        if let lineBreak = line.leadingBreak {
            if target.firstChild == nil { lineBreak.remove() } else { target.append(lineBreak) }
        }
        for node in line.nodes { target.append(node) }
    }

    mutating func takeHeading(_ heading: MarkdownNode) {
        let lines = ParagraphLines(of: heading).lines
        finder.enter(heading, lines: lines.count)
        if isSetext(heading), lines.contains(where: isPartOfUpdate) {
            findings.add(setextHeading(heading))
            return takeParagraph(asParagraph(heading), of: lines)
        }
        if parts.postMortem == nil, heading.level <= 2, titles.matches(heading.plainText) {
            return beginPostMortem(heading)
        }
        warnOfTitle(in: heading)
        guard let line = lines.first, case .update(let marker, let offset) = judge(line, 0, inHeading: true)
        else {
            return current.root.append(heading)
        }
        begin(marker, at: offset)
        let rest = asParagraph(heading)
        takeBracket(marker, off: line, inHeading: true)
        rest.tidy()
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

    /// Replaces the heading with a paragraph that has its content.
    func asParagraph(_ heading: MarkdownNode) -> MarkdownNode {
        let paragraph = MarkdownNode.make(.paragraph)
        paragraph.insert(before: heading)
        for node in heading.children { paragraph.append(node) }
        heading.remove()
        return paragraph
    }

    private mutating func keepLines(of block: MarkdownNode) {
        guard block.startLine > 0, block.startLine <= block.endLine else { return }
        otherLines.append(block.startLine...block.endLine)
    }
}

/// Trailers on consecutive lines: text that follows them in their paragraph might be part of the last.
struct TrailerRun {
    var last: Trailer?

    /// Returns the trailer that the text of the line follows, but only once.
    mutating func end(before line: ParagraphLines.Line) -> Trailer? {
        guard let trailer = last, !line.text.trimmed.isEmpty else { return nil }
        last = nil
        return trailer
    }
}

extension MarkdownNode {
    /// Removes what is left of removed lines: empty texts, and breaks at both ends.
    func tidy() {
        for node in children where node.kind == .text && node.literal.isEmpty { node.remove() }
        while let first = firstChild, first.kind == .softBreak || first.kind == .lineBreak { first.remove() }
        while let last = lastChild, last.kind == .softBreak || last.kind == .lineBreak { last.remove() }
    }
}

extension BodyParts.UpdatePart {
    /// Removes rules at the end, which only separate updates and are not shown.
    fileprivate func dropRules() {
        while let last = document.root.lastChild, last.kind == .rule { last.remove() }
    }
}
