import Diagnostics
import StatusModel

/// A body taken apart: the summary, the updates as they were marked, and the post-mortem, each a document
/// of its own that the tree's nodes were moved into.
struct BodyParts {
    let summary = MarkdownDocument()
    var updates: [UpdatePart] = []
    var postMortem: PostMortemPart?
    /// Trailers that stand before the first update, where they are text.
    var strays: [Trailer] = []

    /// An update's marker and its blocks.
    struct UpdatePart {
        let marker: PhaseMarker
        /// The time behind the bracket, where the line or heading bears one.
        var time: String?
        let document = MarkdownDocument()
        /// Its trailers, in the author's order.
        var trailers: [Trailer] = []
        /// Where the bracket stands in the file.
        let offset: Int
        /// The bytes from the bracket to the next marker, or to the post-mortem, or to the end.
        var region: Range<Int>
    }

    /// A post-mortem's heading and what follows.
    struct PostMortemPart {
        let title: String
        let level: Int
        let document = MarkdownDocument()
        /// Where the heading's line begins in the file.
        let offset: Int
    }
}
