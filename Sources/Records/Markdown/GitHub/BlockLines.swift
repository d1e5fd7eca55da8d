import Diagnostics

/// The beginnings of a block's text on its lines: after the marks and spaces of the quotes and lists around it.
struct BlockLines {
    private let text: BodyText
    private let first: (line: Int, offset: Int)
    /// The containers, the outermost first; `nil` if the nesting is too deep.
    private let containers: [Container]?

    /// The deepest nesting that is followed: nobody needs more, and a hostile file could otherwise make each place very
    /// slow to find.
    static let deepest = 100

    private enum Container {
        case quote
        /// An item whose text begins at the column, from 0, with tabs expanded.
        case item(Int)
    }

    /// The text of a line, and the number of spaces before it that do not belong to a container.
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

    /// Returns the text on a line of the body; `nil` if the line lacks a container's mark.
    ///
    /// Markdown then reads it only as the continuation of a paragraph.
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
    /// Returns the column of an item's text: that of its first block if both are on one line.
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

    /// A position on a line, with the column at which it is shown.
    struct Position {
        var offset: Int
        let end: Int
        let bytes: [UInt8]
        var column = 0

        mutating func skipBlanks(until limit: Int) {
            while offset < end, column < limit, bytes[offset].isBlank { step() }
        }

        /// Skips the mark of a quote, and a space after it.
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
