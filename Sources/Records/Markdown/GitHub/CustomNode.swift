import CCMark

extension MarkdownNode {
    /// A node for which libcmark renders given HTML before and after its content.
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

        /// Tables and rows contain blocks; all others contain text.
        fileprivate var type: cmark_node_type {
            self == .table || self == .row ? CMARK_NODE_CUSTOM_BLOCK : CMARK_NODE_CUSTOM_INLINE
        }
    }

    /// Makes a node that does not belong to a tree yet.
    ///
    /// - Parameters:
    ///   - opening: the HTML before its content.
    ///   - closing: the HTML after its content.
    ///   - number: a number to store in it: a cell's place in the file, or whether a task is done.
    static func make(_ custom: Custom, _ opening: String, _ closing: String, number: Int = 0) -> MarkdownNode
    {
        let node = MarkdownNode(cmark_node_new(custom.type))
        cmark_node_set_on_enter(node.pointer, opening)
        cmark_node_set_on_exit(node.pointer, closing)
        // The library stores a pointer for its users, who may use it for a number.
        cmark_node_set_user_data(
            node.pointer,
            UnsafeMutableRawPointer(bitPattern: custom.rawValue | number << 3)
        )
        return node
    }

    /// The number with which a custom node was made.
    var number: Int { mark >> 3 }

    private var mark: Int { Int(bitPattern: cmark_node_get_user_data(pointer)) }
}
