import Diagnostics

/// The place of a new update in its file, and the number of line ends that separate it from the text around it.
struct UpdatePlace {
    private let file: SourceFile
    private let offset: Int
    private let lineEndsBefore: Int
    private let lineEndsAfter: Int
}

extension UpdatePlace {
    /// Finds the place: above the other updates if the newest comes first, otherwise below them but above the
    /// post-mortem.
    ///
    /// - Parameter order: the number of each update's part, the oldest update first.
    init(in body: Body, order: [Int]) {
        let isNewestFirst = order.count > 1 && order.last == 0
        if isNewestFirst, let first = body.parts.updates.first {
            self.init(above: first.offset, in: body.text.file)
        } else {
            self.init(below: body)
        }
    }

    /// Returns the file with the lines in this place; all other bytes stay as they are.
    func inserting(_ lines: String) -> SourceFile {
        let lineEnd = file.lineEnd
        let block =
            String(repeating: lineEnd, count: lineEndsBefore) + lines
            + String(repeating: lineEnd, count: lineEndsAfter)
        return file.inserting(block, at: offset)
    }
}

private extension UpdatePlace {
    init(above offset: Int, in file: SourceFile) {
        let start = file.startOfLine(at: offset)
        // Whether an empty line separates the update from the text above.
        let isParted = file.lineEnds(in: file.endOfText(before: start)..<start) > 1
        self.init(file: file, offset: start, lineEndsBefore: isParted ? 0 : 1, lineEndsAfter: 2)
    }

    init(below body: Body) {
        let file = body.text.file
        var limit = body.parts.postMortem?.offset ?? file.bytes.count
        var end = file.endOfText(before: limit)
        // A rule before the post-mortem separates it from the updates.
        while body.parts.postMortem != nil, end > body.text.range.lowerBound, file.isRule(endingAt: end) {
            limit = file.startOfLine(at: end)
            end = file.endOfText(before: limit)
        }
        let missing = limit < file.bytes.count ? max(0, 2 - file.lineEnds(in: end..<limit)) : 0
        self.init(file: file, offset: end, lineEndsBefore: 2, lineEndsAfter: missing)
    }
}
