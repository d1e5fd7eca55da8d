import Diagnostics

/// Where a link or image stands in its file.
///
/// Of what stands in a line, libcmark knows the line and how far from the first of its block it begins; the very
/// address is looked for from there on, as it may stand in the text before, or be another link's too.
struct NodePlace: Sendable {
    private let offset: Int
    private let address: [UInt8]

    /// How far behind its beginning a link's address is looked for.
    private static let reach = 1_000

    init(of node: MarkdownNode, leadingTo address: String, in text: BodyText) {
        (offset, self.address) = (Self.offset(of: node, in: text), Array(address.utf8))
    }

    /// The place of the address; that of the link where it is written in another way, or elsewhere.
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

    /// Where a node begins: the start of its line, where no more is known.
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
