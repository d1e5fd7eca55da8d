/// A passage of a record as a tree: its HTML, which the program made itself of a closed set of tags, taken apart.
///
/// Nothing stands in it deeper than a reader could tell: of lists and quotes in more than ``greatestDepth`` others only
/// what they hold is left, and nothing is emphasized within what is.
struct ProseTree {
    var blocks: [Block] = []

    /// A list and an item are one each. In Markdown a line carries the marks of all that it stands in, so that an
    /// attacker's nesting has to end somewhere.
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
        /// The number of its first item; `nil` if it has bullets.
        var start: Int?
        /// Whether its items are paragraphs, apart from one another.
        var isLoose = false
        var items: [[Block]] = []
    }

    struct Table: Equatable {
        /// By column, as in `right`; empty for a column that states none.
        var alignments: [String] = []
        /// The cells of its head and of each row.
        var rows: [[[Inline]]] = []
    }

    indirect enum Inline: Equatable {
        /// Where its lines end, a reader may break or join them.
        case text(String)
        case lineBreak
        case code(String)
        case image(address: String, title: String, alt: String)
        /// A task's.
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
