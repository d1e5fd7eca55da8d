extension ProseTree {
    /// Reads the HTML of a passage; of a tag that the program does not write, only the contents remain.
    init(of html: String) {
        var reader = Reader()
        for part in ProseTags(of: html) { reader.read(part) }
        blocks = reader.finish()
    }
}

private extension ProseTree {
    struct Reader {
        /// The containers of the current place, the outermost first.
        private var containers = [Container(tag: "")]
        /// The number of open containers that are ignored.
        private var tooDeep = 0
        /// The current text with its open styles and links.
        private var inlines = Inlines()
        /// The tag of the open paragraph, heading or cell; text in an item of a tight list has none.
        private var leaf: String?
        /// The current code, with its language if it is a block.
        private var code: (language: String?, text: String)?
        private var isPreformatted = false
        private var table: Table?
    }

    /// A list, an item, a quote, or the passage itself.
    struct Container {
        let tag: String
        var blocks: [Block] = []
        var list = List()
    }
}

extension ProseTree.Reader {
    typealias Block = ProseTree.Block

    fileprivate mutating func read(_ part: ProseTags.Part) {
        switch part {
        case .text(let text) where code != nil: code?.text += text
        case .text(let text):
            let isBetweenBlocks = leaf == nil && inlines.isEmpty && text.allSatisfy(\.isWhitespace)
            if !isBetweenBlocks { inlines.append(text) }
        case .opening(let tag, let attributes): open(tag, attributes)
        case .closing(let tag): close(tag)
        }
    }

    fileprivate mutating func finish() -> [Block] {
        endParagraph()
        while containers.count > 1 { endContainer() }
        return containers[0].blocks
    }

    private mutating func open(_ tag: String, _ attributes: [String: String]) {
        switch tag {
        case "p", "h1", "h2", "h3", "h4", "h5", "h6":
            endParagraph()
            leaf = tag
        case "blockquote", "ul", "ol", "li":
            endParagraph()
            guard mayOpen(tag) else {
                tooDeep += 1
                return
            }
            var container = ProseTree.Container(tag: tag)
            if tag == "ol" { container.list.start = attributes["start"].flatMap { Int($0) } ?? 1 }
            containers.append(container)
        case "hr":
            endParagraph()
            append(.rule)
        case "pre":
            endParagraph()
            isPreformatted = true
        case "code":
            let language = attributes["class"].map { String($0.trimmingPrefix("language-")) }
            code = (isPreformatted ? language ?? "" : nil, "")
        case "table":
            endParagraph()
            table = ProseTree.Table()
        case "tr": table?.rows.append([])
        case "th", "td":
            leaf = tag
            if table?.rows.count == 1 { table?.alignments.append(attributes["class"] ?? "") }
        case "br": inlines.append(.lineBreak)
        case "input": inlines.append(.box(isDone: attributes["checked"] != nil))
        case "img":
            inlines.append(
                .image(
                    address: attributes["src"] ?? "", title: attributes["title"] ?? "",
                    alt: attributes["alt"] ?? ""))
        case "a": inlines.openLink(to: attributes["href"] ?? "", title: attributes["title"] ?? "")
        default:
            if let style = ProseTree.Style(rawValue: tag) { inlines.open(style) }
        }
    }

    private mutating func close(_ tag: String) {
        switch tag {
        case "p":
            endParagraph()
            leaf = nil
            if tooDeep == 0, containers.last?.tag == "li" {
                containers[containers.count - 2].list.isLoose = true
            }
        case "h1", "h2", "h3", "h4", "h5", "h6":
            append(.heading(level: Int(tag.dropFirst()) ?? 6, inlines.take()))
            leaf = nil
        case "blockquote", "ul", "ol", "li":
            endParagraph()
            if tooDeep > 0 {
                tooDeep -= 1
            } else if containers.count > 1, containers.last?.tag == tag {
                endContainer()
            }
        case "pre": isPreformatted = false
        case "code":
            guard let (language, text) = code else { return }
            code = nil
            if let language {
                append(.code(language: language, text: text))
            } else {
                inlines.append(.code(text))
            }
        case "table":
            if let table, !table.rows.isEmpty { append(.table(table)) }
            table = nil
        case "th", "td":
            let cell = inlines.take()
            if let row = table?.rows.indices.last { table?.rows[row].append(cell) }
            leaf = nil
        case "a": inlines.closeLink()
        default:
            if let style = ProseTree.Style(rawValue: tag) { inlines.close(style) }
        }
    }

    /// Whether a container may open here: an item must be in a list, and is ignored if the list is.
    private func mayOpen(_ tag: String) -> Bool {
        guard tag == "li" else { return tooDeep == 0 && containers.count <= ProseTree.greatestDepth }
        return tooDeep == 0 && ["ul", "ol"].contains(containers.last?.tag)
    }

    private mutating func append(_ block: Block) { containers[containers.count - 1].blocks.append(block) }

    private mutating func endParagraph() {
        // In an item of a tight list, a line end is only that of the HTML.
        if leaf == nil { inlines.endLine() }
        let text = inlines.take()
        if !text.isEmpty { append(.paragraph(text)) }
    }

    private mutating func endContainer() {
        let container = containers.removeLast()
        let place = containers.count - 1
        switch container.tag {
        case "li": containers[place].list.items.append(container.blocks)
        case "blockquote": if !container.blocks.isEmpty { append(.quote(container.blocks)) }
        default: if !container.list.items.isEmpty { append(.list(container.list)) }
        }
    }
}

/// The text of a paragraph while it is being read.
private struct Inlines {
    typealias Inline = ProseTree.Inline

    /// The finished children of each open link or style, the outermost first.
    private var levels: [(holder: Inline?, children: [Inline])] = [(nil, [])]
    /// Text that has not been added to the children yet.
    private var text = ""
    /// The number of times that each style is open.
    private var depths: [ProseTree.Style: Int] = [:]

    var isEmpty: Bool { levels.count == 1 && levels[0].children.isEmpty && text.isEmpty }

    /// Appends text, without the line end after a line break, which has no meaning.
    mutating func append(_ more: String) {
        let isBehindBreak = text.isEmpty && levels[levels.count - 1].children.last == .lineBreak
        text += isBehindBreak && more.utf8.first == UInt8(ascii: "\n") ? String(more.dropFirst()) : more
    }

    mutating func append(_ inline: Inline) {
        endText()
        levels[levels.count - 1].children.append(inline)
    }

    /// Opens a style; a style inside itself has no effect, and one right after itself continues.
    mutating func open(_ style: ProseTree.Style) {
        depths[style, default: 0] += 1
        guard depths[style] == 1 else { return }
        endText()
        var children: [Inline] = []
        if case .styled(style, let before) = levels[levels.count - 1].children.last {
            levels[levels.count - 1].children.removeLast()
            children = before
        }
        levels.append((.styled(style, []), children))
    }

    mutating func close(_ style: ProseTree.Style) {
        guard let depth = depths[style], depth > 0 else { return }
        depths[style] = depth - 1
        if depth == 1 { closeLevel() }
    }

    mutating func openLink(to address: String, title: String) {
        endText()
        levels.append((.link(address: address, title: title, []), []))
    }

    mutating func closeLink() {
        if case .link = levels.last?.holder { closeLevel() }
    }

    mutating func endLine() {
        if text.utf8.last == UInt8(ascii: "\n") { text.unicodeScalars.removeLast() }
    }

    /// Returns everything read so far, and begins again.
    mutating func take() -> [Inline] {
        while levels.count > 1 { closeLevel() }
        endText()
        defer { self = Inlines() }
        return levels[0].children
    }

    private mutating func endText() {
        guard !text.isEmpty else { return }
        levels[levels.count - 1].children.append(.text(text))
        text = ""
    }

    private mutating func closeLevel() {
        endText()
        guard levels.count > 1 else { return }
        let (holder, children) = levels.removeLast()
        switch holder {
        case .link(let address, let title, _): append(.link(address: address, title: title, children))
        case .styled(let style, _): if !children.isEmpty { append(.styled(style, children)) }
        default: break
        }
    }
}
