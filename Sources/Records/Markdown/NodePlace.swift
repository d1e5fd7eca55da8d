import Diagnostics

/// The place of a link or image in its file.
///
/// For inline nodes, libcmark knows the line, and the column relative to the beginning of the block. The address is
/// looked for from there on, since it may also be in the text before, or belong to another link.
struct NodePlace: Sendable {
    private let offset: Int
    private let address: [UInt8]

    /// The number of bytes after a link's beginning in which its address is looked for.
    private static let reach = 1_000

    init(of node: MarkdownNode, leadingTo address: String, in text: BodyText) {
        (offset, self.address) = (Self.offset(of: node, in: text), Array(address.utf8))
    }

    /// Returns the place of the address, or of the link if the address is written in another way or elsewhere.
    func location(in text: BodyText) -> SourceLocation {
        let end = min(offset + Self.reach, text.range.upperBound)
        let bytes = text.file.bytes[offset..<max(offset, end)]
        var first: Int?
        for start in bytes.indices.dropLast(max(0, address.count - 1)) {
            guard bytes[start] == address.first, bytes[start...].starts(with: address) else { continue }
            if start > offset, "(<".utf8.contains(bytes[start - 1]) {
                return text.file.location(of: start..<start + address.count)
            }
            first = first ?? start
        }
        let start = first ?? offset
        return text.file.location(of: start..<start + (first == nil ? 1 : address.count))
    }

    /// Returns the offset of a node, or of its line if no more is known.
    static func offset(of node: MarkdownNode, in text: BodyText) -> Int {
        let block = sequence(first: node, next: \.parent).prefix(BlockLines.deepest).first { !$0.isInline }
        guard let block, block != node else { return text.start(ofLine: node.startLine) }
        if block.kind == .cell { return block.number + max(0, node.startColumn - 1 - PipeTable.lead.count) }
        let line = max(node.startLine, block.startLine)
        let base = BlockLines(of: block, in: text).content(ofLine: line)?.range.lowerBound
        guard let base else { return text.start(ofLine: line) }
        let first = line == block.startLine ? text.start(ofLine: line) : base - (block.startColumn - 1)
        return min(max(base, first + node.startColumn - 1), text.contentEnd(ofLine: line))
    }
}

extension MarkdownNode {
    fileprivate var isInline: Bool {
        switch kind {
        case .text, .softBreak, .lineBreak, .inlineCode, .inlineHTML, .emphasis, .strong, .link, .image,
            .struck,
            .task:
            true
        default: false
        }
    }
}
