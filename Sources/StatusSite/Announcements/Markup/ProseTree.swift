/// A passage of a record as a tree, read from its HTML, which only has tags that the program writes.
///
/// It is never deeper than readers could follow: of lists and quotes in more than ``greatestDepth`` others only the
/// contents remain, and emphasis within emphasis is dropped.
struct ProseTree {
    var blocks: [Block] = []

    /// The greatest depth, in which a list and its item count separately.
    ///
    /// In Markdown, a line carries the marks of everything around it, so an attacker's nesting has to be limited.
    static let greatestDepth = 32

    indirect enum Block: Equatable {
        case paragraph([Inline])
        case heading(level: Int, [Inline])
        case quote([Block])
        case list(List)
        case code(language: String, text: String)
        case rule
        case table(Table)
    }

    struct List: Equatable {
        /// The number of the first item; `nil` if the list has bullets.
        var start: Int?
        /// Whether the items are separate paragraphs.
        var isLoose = false
        var items: [[Block]] = []
    }

    struct Table: Equatable {
        /// The alignments by column, such as `right`; empty for a column without one.
        var alignments: [String] = []
        /// The cells of the head and of each row.
        var rows: [[[Inline]]] = []
    }

    indirect enum Inline: Equatable {
        /// Text, in which readers may break or join lines at line ends.
        case text(String)
        case lineBreak
        case code(String)
        case image(address: String, title: String, alt: String)
        /// The box of a task.
        case box(isDone: Bool)
        case link(address: String, title: String, [Inline])
        case styled(Style, [Inline])
    }

    enum Style: String {
        case emphasis = "em"
        case strong
        case struck = "del"
    }
}
