import Diagnostics
import StatusModel

/// Takes a body's tree apart at the lines that begin updates, and at the post-mortem's heading.
struct BodySplitter {
    let text: BodyText
    /// The headings that begin a post-mortem.
    let titles: PostMortemTitle
    var parts = BodyParts()
    var current: MarkdownDocument
    var nextBracket = 0
    /// Where brackets stand that were told to be in the wrong place.
    var taken: Set<Int> = []
    var diagnostics: [Diagnostic] = []

    init(_ text: BodyText, titles: PostMortemTitle) {
        self.text = text
        self.titles = titles
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

extension BodySplitter {
    mutating func take(_ block: MarkdownNode) {
        switch block.kind {
        case .paragraph:
            warnOfTitle(inBold: block)
            takeParagraph(block, on: lines(of: block))
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
            removeEmptyParagraphs(target == paragraph ? [] : [target])
            begin(part)
            target = MarkdownNode.make(.paragraph)
            current.root.append(target)
            line.leadingBreak?.remove()
            for node in line.nodes { target.append(node) }
            removeEmptyTexts(from: target)
        }
        removeEmptyParagraphs(target == paragraph ? [paragraph] : [paragraph, target])
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

    func removeEmptyParagraphs(_ paragraphs: [MarkdownNode]) {
        for paragraph in paragraphs where paragraph.firstChild == nil { paragraph.remove() }
    }

    /// A bracket that was all of its line leaves an empty text behind.
    func removeEmptyTexts(from paragraph: MarkdownNode) {
        for node in paragraph.children where node.kind == .text && node.literal.isEmpty { node.remove() }
    }

    mutating func takeHeading(_ heading: MarkdownNode) {
        let lines = ParagraphLines(of: heading).lines
        let source = self.lines(of: heading)
        if isSetext(heading), lines.contains(where: isPartOfUpdate) {
            diagnostics.append(setextHeading(heading))
            return takeParagraph(asParagraph(heading), on: source)
        }
        if parts.postMortem == nil, heading.level <= 2, titles.matches(heading.plainText) {
            return beginPostMortem(heading)
        }
        warnOfTitle(in: heading)
        guard let line = lines.first, line.beginsWithBracket, var part = marker(on: line, within: source)
        else {
            return current.root.append(heading)
        }
        takeTime(afterBracketOf: line, into: &part)
        begin(part)
        let rest = asParagraph(heading)
        removeEmptyTexts(from: rest)
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
