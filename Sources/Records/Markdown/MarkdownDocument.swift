import CCMark

/// A text parsed by libcmark. It owns the tree; its nodes are good for as long as it lives.
final class MarkdownDocument {
    let root: MarkdownNode

    /// Parses the bytes. Whatever they hold is a document to CommonMark.
    init(parsing bytes: ArraySlice<UInt8>) {
        root = bytes.withUnsafeBytes { buffer in
            let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            return MarkdownNode(cmark_parse_document(start, buffer.count, CMARK_OPT_DEFAULT))
        }
    }

    /// A document to move nodes into.
    init() {
        root = MarkdownNode(cmark_node_new(CMARK_NODE_DOCUMENT))
    }

    deinit { root.free() }
}

extension MarkdownDocument {
    /// The document as HTML. Raw HTML and links with dangerous schemes are left out by libcmark's safe
    /// mode, which is its default.
    var html: String {
        guard let text = cmark_render_html(root.pointer, CMARK_OPT_DEFAULT) else { return "" }
        defer { cmark_get_default_mem_allocator().pointee.free(text) }
        return String(cString: text)
    }

    /// Takes everything out of it.
    func removeAll() {
        for child in root.children { child.remove() }
    }

    /// Joins texts that stand side by side, as libcmark does once it has parsed.
    func joinTexts() {
        cmark_consolidate_text_nodes(root.pointer)
    }
}
