import CCMark

/// A text parsed by libcmark.
///
/// It owns the tree, whose nodes are valid only as long as it exists.
final class MarkdownDocument {
    let root: MarkdownNode

    /// Parses the bytes, any sequence of which is a valid CommonMark document.
    init(parsing bytes: ArraySlice<UInt8>) {
        root = bytes.withUnsafeBytes { buffer in
            let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            return MarkdownNode(cmark_parse_document(start, buffer.count, CMARK_OPT_DEFAULT))
        }
    }

    /// Makes an empty document to move nodes into.
    init() {
        root = MarkdownNode(cmark_node_new(CMARK_NODE_DOCUMENT))
    }

    deinit { root.free() }
}

extension MarkdownDocument {
    /// The document as HTML, without raw HTML and links with dangerous schemes, which libcmark leaves out by default.
    var html: String {
        guard let text = cmark_render_html(root.pointer, CMARK_OPT_DEFAULT) else { return "" }
        defer { cmark_get_default_mem_allocator().pointee.free(text) }
        return String(cString: text)
    }

    /// Removes all nodes from the document.
    func removeAll() {
        for child in root.children { child.remove() }
    }

    /// Joins adjacent texts, as libcmark does after parsing.
    func joinTexts() {
        cmark_consolidate_text_nodes(root.pointer)
    }
}
