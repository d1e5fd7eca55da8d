import CCMark

/// A node of libcmark's tree.
///
/// Its only stored property is a pointer, so two values are equal if they are the same node.
struct MarkdownNode: Hashable {
    let pointer: OpaquePointer?

    init(_ pointer: OpaquePointer?) {
        self.pointer = pointer
    }

    /// The kind of node.
    enum Kind {
        case document, quote, list, item, code, html, paragraph, heading, rule
        case text, softBreak, lineBreak, inlineCode, inlineHTML, emphasis, strong, link, image
        /// The kinds that GitHub's Markdown has in addition to CommonMark.
        case table, row, cell, struck, task
        case other
    }

    var kind: Kind {
        switch cmark_node_get_type(pointer) {
        case CMARK_NODE_DOCUMENT: .document
        case CMARK_NODE_BLOCK_QUOTE: .quote
        case CMARK_NODE_LIST: .list
        case CMARK_NODE_ITEM: .item
        case CMARK_NODE_CODE_BLOCK: .code
        case CMARK_NODE_HTML_BLOCK: .html
        case CMARK_NODE_PARAGRAPH: .paragraph
        case CMARK_NODE_HEADING: .heading
        case CMARK_NODE_THEMATIC_BREAK: .rule
        case CMARK_NODE_TEXT: .text
        case CMARK_NODE_SOFTBREAK: .softBreak
        case CMARK_NODE_LINEBREAK: .lineBreak
        case CMARK_NODE_CODE: .inlineCode
        case CMARK_NODE_HTML_INLINE: .inlineHTML
        case CMARK_NODE_EMPH: .emphasis
        case CMARK_NODE_STRONG: .strong
        case CMARK_NODE_LINK: .link
        case CMARK_NODE_IMAGE: .image
        case CMARK_NODE_CUSTOM_BLOCK, CMARK_NODE_CUSTOM_INLINE: Custom(of: self)?.kind ?? .other
        default: .other
        }
    }

    /// Makes a node that does not belong to a tree yet.
    static func make(_ kind: Kind) -> MarkdownNode {
        switch kind {
        case .paragraph: MarkdownNode(cmark_node_new(CMARK_NODE_PARAGRAPH))
        case .link: MarkdownNode(cmark_node_new(CMARK_NODE_LINK))
        case .softBreak: MarkdownNode(cmark_node_new(CMARK_NODE_SOFTBREAK))
        default: MarkdownNode(cmark_node_new(CMARK_NODE_TEXT))
        }
    }
}

// MARK: - Contents

extension MarkdownNode {
    /// The characters of a text or of code.
    var literal: String {
        get { markedLiteral.withoutEscapeMarks }
        nonmutating set { cmark_node_set_literal(pointer, newValue) }
    }

    /// The same characters, with marks after those that the author escaped.
    var markedLiteral: String { cmark_node_get_literal(pointer).map { String(cString: $0) } ?? "" }

    /// Whether the first bytes of a text meet the condition.
    ///
    /// It is used for every line, so it does not make a `String`.
    func begins(where isSuch: (UnsafeBufferPointer<UInt8>) -> Bool, within limit: Int) -> Bool {
        guard let literal = cmark_node_get_literal(pointer) else { return false }
        let count = (0..<limit).first { literal[$0] == 0 } ?? limit
        return literal.withMemoryRebound(to: UInt8.self, capacity: count) {
            isSuch(UnsafeBufferPointer(start: $0, count: count))
        }
    }

    /// A link's or image's destination.
    var url: String {
        get { (cmark_node_get_url(pointer).map { String(cString: $0) } ?? "").withoutEscapeMarks }
        nonmutating set { cmark_node_set_url(pointer, newValue) }
    }

    /// Whether the address or title of a link or image has marks after characters that the author escaped.
    var hasMarks: Bool {
        [cmark_node_get_url(pointer), cmark_node_get_title(pointer)].contains { text in
            text.map { String(cString: $0).mayHoldEscapeMarks } ?? false
        }
    }

    /// A link's or image's title.
    var title: String {
        get { cmark_node_get_title(pointer).map { String(cString: $0) } ?? "" }
        nonmutating set { cmark_node_set_title(pointer, newValue) }
    }

    /// The text after the fence of a code block.
    var fenceInfo: String {
        get { cmark_node_get_fence_info(pointer).map { String(cString: $0) } ?? "" }
        nonmutating set { cmark_node_set_fence_info(pointer, newValue) }
    }

    /// A heading's level, 1 to 6.
    var level: Int {
        get { Int(cmark_node_get_heading_level(pointer)) }
        nonmutating set { cmark_node_set_heading_level(pointer, Int32(newValue)) }
    }

    /// Whether a list is numbered.
    var isNumbered: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }

    /// The number of a list's first item.
    var firstNumber: Int { Int(cmark_node_get_list_start(pointer)) }

    /// Whether there are no empty lines between a list's items.
    var isTight: Bool { cmark_node_get_list_tight(pointer) != 0 }

    /// The line of the body on which a block begins, from 1.
    var startLine: Int { Int(cmark_node_get_start_line(pointer)) }

    /// The line of the body on which a block ends.
    var endLine: Int { Int(cmark_node_get_end_line(pointer)) }

    /// The column at which the node begins, in bytes from 1; on a later line of its block, as if that line began at the
    /// same column as the first.
    var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }
}

// MARK: - Position in the tree

extension MarkdownNode {
    var next: MarkdownNode? { Self.some(cmark_node_next(pointer)) }
    var previous: MarkdownNode? { Self.some(cmark_node_previous(pointer)) }
    var parent: MarkdownNode? { Self.some(cmark_node_parent(pointer)) }
    var firstChild: MarkdownNode? { Self.some(cmark_node_first_child(pointer)) }
    var lastChild: MarkdownNode? { Self.some(cmark_node_last_child(pointer)) }

    var children: [MarkdownNode] {
        Array(sequence(first: firstChild) { $0?.next }.prefix { $0 != nil }.compactMap { $0 })
    }

    private static func some(_ pointer: OpaquePointer?) -> MarkdownNode? {
        pointer.map(MarkdownNode.init)
    }

    func append(_ child: MarkdownNode) { cmark_node_append_child(pointer, child.pointer) }
    func insert(before sibling: MarkdownNode) { cmark_node_insert_before(sibling.pointer, pointer) }

    /// Removes the node from its tree, and frees it with all nodes below it.
    func remove() {
        cmark_node_unlink(pointer)
        free()
    }

    func free() { cmark_node_free(pointer) }
}

// MARK: - Walking

extension MarkdownNode {
    /// Calls the closure for this node and every node below it, when it is entered.
    ///
    /// The tree may be deep, so there is no recursion.
    func forEachDescendant(_ body: (MarkdownNode) -> Void) {
        let iterator = cmark_iter_new(pointer)
        defer { cmark_iter_free(iterator) }
        while true {
            switch cmark_iter_next(iterator) {
            case CMARK_EVENT_DONE: return
            case CMARK_EVENT_ENTER: body(MarkdownNode(cmark_iter_get_node(iterator)))
            default: break
            }
        }
    }

    /// Calls the closure for this node and every node below it, when it is entered and, if it can contain others, when
    /// it is left.
    func walk(_ body: (MarkdownNode, _ isEntered: Bool) -> Void) {
        let iterator = cmark_iter_new(pointer)
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            guard event != CMARK_EVENT_DONE else { return }
            body(MarkdownNode(cmark_iter_get_node(iterator)), event == CMARK_EVENT_ENTER)
        }
    }

    /// The text of an inline node or block, without markup and with spaces instead of line breaks.
    var plainText: String {
        if kind == .text { return literal }
        var text = ""
        forEachDescendant { node in
            switch node.kind {
            case .text, .inlineCode, .inlineHTML: text += node.literal
            case .softBreak, .lineBreak: text += " "
            case .cell where node.previous != nil: text += " | "
            default: break
            }
        }
        return text
    }
}
