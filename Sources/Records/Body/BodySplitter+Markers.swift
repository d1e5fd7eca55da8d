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

    /// Takes the bracket, a colon behind it, and a time that is all the rest of the line off the text.
    func strip(
        _ bracket: String,
        from first: MarkdownNode,
        on line: ParagraphLines.Line,
        into part: inout BodyParts.UpdatePart
    ) {
        var rest = first.literal.dropFirst(bytesOf: bracket).trimmedStart
        if rest.hasPrefix(":") { rest = String(rest.dropFirst()).trimmedStart }
        if line.nodes.count == 1, TimeExpression(rest.trimmed)?.time != nil {
            part.time = rest.trimmed
            rest = ""
        }
        first.literal = rest
    }

    /// A heading's time may have words behind it: `## [RESOLVED] 17:45 UTC – All is well`.
    func takeTime(from first: MarkdownNode, into part: inout BodyParts.UpdatePart) {
        guard part.time == nil else { return }
        let rest = first.literal
        var cursor = ByteCursor(rest)
        guard let expression = TimeExpression(from: &cursor), expression.time != nil,
            let behind = String(cursor.rest), behind.isEmpty || behind.utf8.first == 0x20
        else { return }
        part.time = String(rest.utf8.prefix(rest.utf8.count - behind.utf8.count))
        first.literal = String(behind.drop { " -–—:,".contains($0) })
    }

    /// The bytes of a block's lines.
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
