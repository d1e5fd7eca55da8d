import Diagnostics

/// Where the text of a block begins on its lines: behind the marks and blanks of the quotes and lists that it
/// stands in.
struct BlockLines {
    private let text: BodyText
    private let first: (line: Int, offset: Int)
    /// The outermost first; nothing where it stands too deep to be looked for.
    private let containers: [Container]?

    /// Nobody nests as deep as this, and whoever attacks does not make each place cost more than a line.
    static let deepest = 100

    private enum Container {
        case quote
        /// An item whose text begins at that column, from 0, tabs counted.
        case item(Int)
    }

    /// A line's text, and how many blanks stand in front of it that no container asks for.
    struct Content {
        let range: Range<Int>
        let indentation: Int
    }

    init(of block: MarkdownNode, in text: BodyText) {
        self.text = text
        first = (block.startLine, text.start(ofLine: block.startLine) + max(0, block.startColumn - 1))
        let nodes = Array(sequence(first: block, next: \.parent).prefix(Self.deepest))
        let found: [Container] = nodes.compactMap { node in
            switch node.kind {
            case .quote: .quote
            case .item: .item(Self.column(ofTextIn: node, text))
            default: nil
            }
        }
        containers = nodes.count < Self.deepest ? found.reversed() : nil
    }

    /// The text on a line of the body; nothing where the line lacks a container's mark: Markdown takes such a
    /// line in only as more of a paragraph.
    func content(ofLine line: Int) -> Content? {
        let end = text.contentEnd(ofLine: line)
        if line == first.line { return Content(range: min(first.offset, end)..<end, indentation: 0) }
        guard let containers else { return nil }
        var position = Position(offset: text.start(ofLine: line), end: end, bytes: text.file.bytes)
        for container in containers {
            switch container {
            case .quote:
                position.skipBlanks(until: position.column + 3)
                guard position.skipQuoteMark() else { return nil }
            case .item(let column):
                position.skipBlanks(until: column)
                guard position.column >= column else { return nil }
            }
        }
        let start = position.column
        position.skipBlanks(until: .max)
        return Content(range: position.offset..<end, indentation: position.column - start)
    }
}

private extension BlockLines {
    /// An item's text begins where its first block does, if both stand on one line.
    static func column(ofTextIn item: MarkdownNode, _ text: BodyText) -> Int {
        let child = item.firstChild.flatMap { $0.startLine == item.startLine ? $0.startColumn - 1 : nil }
        let start = text.start(ofLine: item.startLine)
        var position = Position(
            offset: start,
            end: min(start + (child ?? item.startColumn + 1), text.contentEnd(ofLine: item.startLine)),
            bytes: text.file.bytes
        )
        position.skipAll()
        return position.column
    }

    /// A place on a line, with the column that it is shown at.
    struct Position {
        var offset: Int
        let end: Int
        let bytes: [UInt8]
        var column = 0

        mutating func skipBlanks(until limit: Int) {
            while offset < end, column < limit, bytes[offset].isBlank { step() }
        }

        /// A quote's mark, and a blank behind it.
        mutating func skipQuoteMark() -> Bool {
            guard offset < end, bytes[offset] == UInt8(ascii: ">") else { return false }
            step()
            if offset < end, bytes[offset].isBlank { step() }
            return true
        }

        mutating func skipAll() {
            while offset < end { step() }
        }

        private mutating func step() {
            column += bytes[offset] == 0x09 ? 4 - column % 4 : 1
            offset += 1
        }
    }
}
