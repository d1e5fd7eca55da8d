import Diagnostics
import StatusModel

extension BodySplitter {
    mutating func begin(_ marker: PhaseMarker, at offset: Int) {
        let part = BodyParts.UpdatePart(
            marker: marker,
            offset: offset,
            region: offset..<text.range.upperBound
        )
        parts.updates.append(part)
        current = part.document
    }

    /// Returns the bytes of a block's lines.
    func lines(of block: MarkdownNode) -> Range<Int> {
        let start = text.start(ofLine: block.startLine)
        return start..<max(start, text.end(ofLine: block.endLine))
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

// Methods of the part itself: if a method of the splitter were passed one of its parts, it would work on a copy of all
// of them.
extension BodyParts.UpdatePart {
    /// Removes from the text the bracket, a colon after it, and a time if that is all the rest of the line.
    mutating func strip(_ bracket: String, from first: MarkdownNode, on line: ParagraphLines.Line) {
        var rest = first.literal.dropFirst(bytesOf: bracket).trimmedStart
        if rest.hasPrefix(":") { rest = String(rest.dropFirst()).trimmedStart }
        if line.nodes.count == 1, TimeExpression(rest.trimmed)?.time != nil {
            time = rest.trimmed
            rest = ""
        }
        first.literal = rest
    }

    /// Takes the time off a heading, which may have words after it: `## [RESOLVED] 17:45 UTC – All is well`.
    mutating func takeTime(from first: MarkdownNode) {
        guard time == nil else { return }
        let rest = first.literal
        var cursor = ByteCursor(rest)
        guard let expression = TimeExpression(from: &cursor), expression.time != nil,
            let behind = String(cursor.rest), behind.isEmpty || behind.utf8.first == 0x20
        else { return }
        time = String(rest.utf8.prefix(rest.utf8.count - behind.utf8.count))
        first.literal = String(behind.drop { " -–—:,".contains($0) })
    }
}
