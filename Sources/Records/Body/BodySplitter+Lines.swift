import Diagnostics
import StatusModel

/// The decision about a line.
enum LineVerdict {
    case text
    /// Text about which a finding has been reported.
    case told
    case trailer(Trailer)
    /// The start of an update, at that offset in the file.
    case update(PhaseMarker, at: Int)
}

// MARK: - Lines outside lists and quotes

extension BodySplitter {
    mutating func judge(
        _ line: ParagraphLines.Line,
        _ index: Int,
        inHeading: Bool = false
    ) -> LineVerdict {
        // Timelines and templates in post-mortems are full of such words.
        if parts.postMortem != nil, !line.beginsWithBracket { return .text }
        let reading = reader.read(line)
        switch reading {
        case .text: return .text
        case .escaped(let node): return unescape(node)
        case .code(let bracket): return tell(phaseInCode(bracket, from: finder.start(of: index)))
        default: break
        }
        guard let start = line.start, let place = finder.place(of: index, beginningWith: start.literal),
            !place.isEscaped
        else { return .text }
        guard parts.postMortem == nil else { return judgeBelowPostMortem(reading, of: line, at: place) }
        switch reading {
        case .text, .escaped, .code: return .text
        case .marker(let marker): return .update(marker, at: place.text)
        case .trailer(var trailer):
            trailer.offset = place.start
            guard !inHeading else {
                return tell(unread(trailer, "in a heading", at: place), if: trailer.mustBeRead)
            }
            guard !parts.updates.isEmpty else { return tellOfStray(trailer) }
            return .trailer(trailer)
        case .lookalike(let lookalike):
            return tellOfLookalike(lookalike.diagnostic(at: place, in: text), at: place)
        case .visibility(let name): return tell(misplacedVisibility(name, at: place))
        case .slip(let slip): return tell(misspelt(slip, at: place), if: !inHeading || slip.isOfTeam)
        }
    }

    /// Removes the bracket and what is read after it from the line, and returns the trailer that follows the bracket.
    @discardableResult
    mutating func takeBracket(
        _ marker: PhaseMarker,
        off line: ParagraphLines.Line,
        inHeading: Bool = false
    ) -> Trailer? {
        guard let first = line.nodes.first, let index = parts.updates.indices.last else { return nil }
        parts.updates[index].strip(marker.bracket, from: first, on: line)
        if inHeading { parts.updates[index].takeTime(from: first) }
        let rest = ParagraphLines.Line(nodes: line.nodes.filter { $0 != first || !$0.literal.isEmpty })
        let offset = parts.updates[index].offset + marker.bracket.utf8.count
        switch reader.read(rest) {
        case .escaped(let node): _ = unescape(node)
        case .trailer(var trailer):
            trailer.offset = offset
            take(trailer, off: rest)
            return trailer
        case .slip(let slip): findings.add(misspelt(slip, at: text.place(behind: offset)))
        case .visibility(let name):
            findings.add(misplacedVisibility(name, at: text.place(behind: offset)))
        case .text, .marker, .code, .lookalike: break
        }
        return nil
    }

    mutating func take(_ trailer: Trailer, off line: ParagraphLines.Line) {
        guard let index = parts.updates.indices.last else { return }
        parts.updates[index].trailers.append(trailer)
        line.remove()
    }
}

// MARK: - Lines in lists and quotes

extension BodySplitter {
    mutating func takeNestedLines(of block: MarkdownNode) {
        var inner: [MarkdownNode] = []
        block.forEachDescendant { if $0.kind == .paragraph || $0.kind == .heading { inner.append($0) } }
        let name = block.kind == .list ? "a list" : "a quote"
        for node in inner { takeNestedLines(of: node, in: name) }
    }

    private mutating func takeNestedLines(of paragraph: MarkdownNode, in name: String) {
        let lines = ParagraphLines(of: paragraph).lines
        finder.enter(paragraph, lines: lines.count)
        var run = TrailerRun()
        var isChanged = false
        for (index, line) in lines.enumerated() {
            switch judge(line, index, in: name) {
            case .trailer(let trailer):
                findings.add(swallowed(trailer, by: name))
                run.last = trailer
                isChanged = true
                take(trailer, off: line)
            case .text:
                if let trailer = run.end(before: line) { findings.add(textAfter(trailer)) }
            case .told, .update: run = TrailerRun()
            }
        }
        guard isChanged else { return }
        paragraph.tidy()
        if paragraph.firstChild == nil { paragraph.remove() }
    }

    private mutating func judge(_ line: ParagraphLines.Line, _ index: Int, in name: String) -> LineVerdict {
        let reading = reader.read(line, inList: true)
        if case .text = reading { return .text }
        if case .escaped(let node) = reading { return unescape(node) }
        guard let start = line.start, let place = finder.place(of: index, beginningWith: start.literal),
            !place.isEscaped
        else { return .text }
        switch reading {
        case .text, .escaped, .code: return .text
        case .marker(let marker):
            let hasTime = marker.time.map { TimeExpression($0) != nil } ?? false
            guard hasTime || !place.isMarked else { return .text }
            return tellOfLookalike(updateInside(name, marker.bracket, at: place), at: place)
        case .lookalike(let lookalike):
            let isOne = lookalike.isSquare && lookalike.keyword != nil && !lookalike.time.isEmpty
            guard isOne else { return .text }
            return tellOfLookalike(lookalike.diagnostic(at: place, in: text), at: place)
        case .trailer(var trailer):
            trailer.offset = place.start
            if place.isMarked {
                return tell(unread(trailer, "in \(name)", at: place), if: trailer.mustBeRead)
            }
            return parts.updates.isEmpty ? tellOfStray(trailer) : .trailer(trailer)
        case .visibility(let name): return tell(misplacedVisibility(name, at: place))
        case .slip(let slip): return tell(misspelt(slip, at: place), if: !place.isMarked || slip.isOfTeam)
        }
    }
}

// MARK: - Shared by both

private extension BodySplitter {
    mutating func tell(_ diagnostic: Diagnostic, if isMistake: Bool = true) -> LineVerdict {
        guard isMistake else { return .text }
        findings.add(diagnostic)
        return .told
    }

    /// Reports a line that was meant to begin an update.
    mutating func tellOfLookalike(_ diagnostic: Diagnostic, at place: LinePlace) -> LineVerdict {
        parts.lookalikes.append(place.start)
        return tell(diagnostic)
    }

    /// Reports a trailer before the first update.
    mutating func tellOfStray(_ trailer: Trailer) -> LineVerdict {
        parts.strays.append(trailer)
        return tell(stray(trailer))
    }

    /// Removes the backslash that marks the line as text.
    func unescape(_ node: MarkdownNode) -> LineVerdict {
        node.literal = node.literal.dropFirst(bytesOf: "\\")
        return .text
    }

    /// Judges a line below the post-mortem's heading, where only a marker with a time counts as an update.
    mutating func judgeBelowPostMortem(
        _ reading: LineReader.Reading,
        of line: ParagraphLines.Line,
        at place: LinePlace
    ) -> LineVerdict {
        guard case .marker(let marker) = reading else { return .text }
        var cursor = ByteCursor(line.text.dropFirst(bytesOf: marker.bracket).withoutSeparator)
        let hasTime = marker.time != nil || TimeExpression(from: &cursor)?.time != nil
        return tell(updateAfterPostMortem(marker, at: place.text), if: hasTime)
    }
}

extension Trailer {
    fileprivate var mustBeRead: Bool { name.mustBeRead }
}

extension TrailerSlip {
    /// Whether it resembles a line that determines who may read something.
    fileprivate var isOfTeam: Bool { meant == Trailer.Name.escalated.rawValue || meant == "Visibility" }
}
