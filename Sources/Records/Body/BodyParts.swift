import Diagnostics
import StatusModel

/// The parts of a body: the summary, the updates as they were marked, and the post-mortem.
///
/// Each is a document of its own, into which the tree's nodes were moved.
struct BodyParts {
    let summary = MarkdownDocument()
    var updates: [UpdatePart] = []
    var postMortem: PostMortemPart?
    /// Trailers before the first update, where they are text.
    var strays: [Trailer] = []
    /// The offsets of the lines that look like the start of an update but are not, in the order of the file.
    var lookalikes: [Int] = []

    /// An update's marker and its blocks.
    struct UpdatePart {
        let marker: PhaseMarker
        /// The time after the bracket, if the line or heading has one.
        var time: String?
        let document = MarkdownDocument()
        /// Its trailers, in the author's order.
        var trailers: [Trailer] = []
        /// The offset of the bracket in the file.
        let offset: Int
        /// The bytes from the bracket to the next marker, or to the post-mortem, or to the end.
        var region: Range<Int>
    }

    /// A post-mortem's heading and what follows it.
    struct PostMortemPart {
        let title: String
        let level: Int
        let document = MarkdownDocument()
        /// The offset of the heading's line in the file.
        let offset: Int
    }
}

extension BodyParts {
    /// Returns an update's own trailers, and those after each line in it that looks like the start of an update.
    ///
    /// The latter belong to the update that was meant.
    func trailers(of part: UpdatePart) -> (own: [Trailer], others: [[Trailer]]) {
        guard !lookalikes.isEmpty else { return (part.trailers, []) }
        var groups: [[Trailer]] = [[]]
        var latest = countOfLookalikes(before: part.offset)
        for trailer in part.trailers {
            let count = countOfLookalikes(before: trailer.offset)
            if count != latest { groups.append([]) }
            latest = count
            groups[groups.count - 1].append(trailer)
        }
        return (groups[0], Array(groups.dropFirst()))
    }

    private func countOfLookalikes(before offset: Int) -> Int {
        var low = 0
        var high = lookalikes.count
        while low < high {
            let middle = (low + high) / 2
            if lookalikes[middle] < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
