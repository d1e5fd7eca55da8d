import StatusModel

extension InternalLines {
    /// Whether only the team may read some line in the block.
    func hides(anyLineOf block: MarkdownNode) -> Bool {
        var isHidden = false
        block.forEachDescendant { node in
            guard !isHidden else { return }
            switch node.kind {
            case .paragraph: isHidden = ParagraphLines(of: node).lines.contains { hides($0.text) }
            case .heading: isHidden = hides(node.plainText)
            case .row: isHidden = hides(row: node)
            case .code:
                isHidden = node.literal.split(whereSeparator: \.isNewline).contains { hides(String($0)) }
            default: break
            }
        }
        return isHidden
    }

    /// Whether only the team may read a list item, which depends on its first fact, even if that has several lines.
    func hides(item: MarkdownNode) -> Bool {
        guard let first = item.firstChild, first.kind == .paragraph else { return false }
        return facts(of: first).first?.isHidden ?? false
    }

    /// Removes everything that only the team may read from the document: lines, table rows, whole items that begin with
    /// such a line, code that contains one, and everything below such a heading.
    ///
    /// - Returns: whether there was anything to remove.
    func removeAll(from document: MarkdownDocument) -> Bool {
        var containers = [document.root]
        var found = false
        while let container = containers.popLast() {
            var hidingLevel: Int?
            for block in container.children {
                if block.kind == .heading { hidingLevel = level(hidingFrom: block, within: hidingLevel) }
                if hidingLevel != nil || isHidden(block) {
                    block.remove()
                    found = true
                } else if block.kind == .paragraph {
                    found = removeFacts(from: block) || found
                } else if [.list, .item, .quote, .table].contains(block.kind) {
                    containers.append(block)
                }
            }
            removeIfEmpty(container)
        }
        return found
    }
}

private extension InternalLines {
    /// Returns the level of the heading that hides the text after it; `nil` if the text is not hidden.
    func level(hidingFrom heading: MarkdownNode, within level: Int?) -> Int? {
        if let level, heading.level > level { return level }
        return hides(heading.plainText) ? heading.level : nil
    }

    func isHidden(_ block: MarkdownNode) -> Bool {
        switch block.kind {
        case .item: return hides(item: block)
        case .code: return hides(anyLineOf: block)
        // The cells of the head name the columns; an internal one hides the whole table.
        case .table: return block.firstChild.map(hides(row:)) ?? false
        case .row: return hides(row: block)
        default: return false
        }
    }

    /// Whether only the team may read a table row: because of its first cell, which is its label, or because of a mark
    /// in any cell.
    func hides(row: MarkdownNode) -> Bool {
        let cells = row.children.map(\.plainText)
        let isHead = row.parent?.firstChild == row
        return cells.contains(where: Self.isMarked)
            || (isHead ? cells[...] : cells.prefix(1)).contains {
                hides(label: $0.trimmed)
            }
    }

    /// A line with a label, and the lines after it without one, which may continue its text.
    struct Fact {
        var lines: [ParagraphLines.Line]
        var isHidden: Bool
    }

    func facts(of paragraph: MarkdownNode) -> [Fact] {
        ParagraphLines(of: paragraph).lines.reduce(into: []) { facts, line in
            let text = line.text
            if facts.isEmpty || Self.beginsFact(text) {
                facts.append(Fact(lines: [line], isHidden: hides(text)))
            } else {
                facts[facts.count - 1].lines.append(line)
                facts[facts.count - 1].isHidden = facts[facts.count - 1].isHidden || hides(text)
            }
        }
    }

    func removeFacts(from paragraph: MarkdownNode) -> Bool {
        let hidden = facts(of: paragraph).filter(\.isHidden)
        guard !hidden.isEmpty else { return false }
        for line in hidden.flatMap(\.lines) { line.remove() }
        if let first = paragraph.firstChild, first.kind == .softBreak || first.kind == .lineBreak {
            first.remove()
        }
        if paragraph.firstChild == nil { paragraph.remove() }
        return true
    }

    /// Removes an empty block, and the blocks around it that are then empty.
    func removeIfEmpty(_ block: MarkdownNode) {
        var block = block
        while block.kind != .document, block.firstChild == nil, let parent = block.parent {
            block.remove()
            block = parent
        }
    }
}
