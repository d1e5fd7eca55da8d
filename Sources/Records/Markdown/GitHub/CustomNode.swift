import CCMark

extension MarkdownNode {
    /// A node that libcmark renders as what it is told to, with what stands in it between.
    enum Custom: Int {
        case table = 1
        case row, cell, struck, task

        init?(of node: MarkdownNode) {
            self.init(rawValue: node.mark & 7)
        }

        var kind: Kind {
            switch self {
            case .table: .table
            case .row: .row
            case .cell: .cell
            case .struck: .struck
            case .task: .task
            }
        }

        /// Tables and rows hold blocks; all else holds text.
        fileprivate var type: cmark_node_type {
            self == .table || self == .row ? CMARK_NODE_CUSTOM_BLOCK : CMARK_NODE_CUSTOM_INLINE
        }
    }

    /// Makes a node that belongs to no tree yet.
    ///
    /// - Parameters:
    ///   - opening: the HTML in front of what it holds.
    ///   - closing: the HTML behind it.
    ///   - number: something to remember of it: a cell's place in the file, whether a task is done.
    static func make(_ custom: Custom, _ opening: String, _ closing: String, number: Int = 0) -> MarkdownNode
    {
        let node = MarkdownNode(cmark_node_new(custom.type))
        cmark_node_set_on_enter(node.pointer, opening)
        cmark_node_set_on_exit(node.pointer, closing)
        // The library keeps a pointer for its users, who may keep a number in its place.
        cmark_node_set_user_data(
            node.pointer,
            UnsafeMutableRawPointer(bitPattern: custom.rawValue | number << 3)
        )
        return node
    }

    /// The number that a node of ours was made with.
    var number: Int { mark >> 3 }

    private var mark: Int { Int(bitPattern: cmark_node_get_user_data(pointer)) }
}
