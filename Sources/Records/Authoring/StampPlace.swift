import Diagnostics

/// Where in its file the time of an update belongs.
struct StampPlace {
    private let file: SourceFile
    private let offset: Int
    private let isParted: Bool

    /// The file with the line there.
    func inserting(_ line: String) -> SourceFile {
        file.inserting(block(line), at: offset)
    }

    /// The file with each line in its place.
    ///
    /// - Parameter lines: their places are in one file, in its order.
    static func inserting(_ lines: [(place: StampPlace, line: String)]) -> SourceFile? {
        lines.first?.place.file.inserting(lines.map { ($0.place.block($0.line), $0.place.offset) })
    }

    private func block(_ line: String) -> String {
        String(repeating: file.lineEnd, count: isParted ? 2 : 1) + line
    }
}

extension StampPlace {
    /// The places at the end of an update that may do, the best first: right below its text and other
    /// trailers, or with an empty line between, where text of another kind would take it in.
    static func candidates(for number: Int, in body: Body) -> [StampPlace] {
        let (file, part) = (body.text.file, body.parts.updates[number])
        let last = file.endOfText(before: part.region.upperBound)
        var end = last
        // A rule behind it parts it from the next.
        while end > part.offset, file.isRule(endingAt: end) {
            end = file.endOfText(before: file.startOfLine(at: end))
        }
        let line = String(decoding: file.bytes[file.startOfLine(at: end)..<end], as: UTF8.self)
        let follows = part.document.root.lastChild.map { $0.kind == .paragraph } ?? true
        let isBelow = follows || Trailer(line.filter { $0 != "*" }) != nil
        return (isBelow ? [StampPlace(file: file, offset: end, isParted: false)] : [])
            + [end, last].map { StampPlace(file: file, offset: $0, isParted: true) }
    }
}
