import Diagnostics
import StatusModel

extension BodySplitter {
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
