import Diagnostics

/// A place in a file for the time of an update.
struct StampPlace {
    private let file: SourceFile
    private let offset: Int
    private let isParted: Bool

    /// Returns the file with the line in this place.
    func inserting(_ line: String) -> SourceFile {
        file.inserting(block(line), at: offset)
    }

    /// Returns the file with each line in its place.
    ///
    /// - Parameter lines: the lines with their places, which are in one file and in its order.
    static func inserting(_ lines: [(place: StampPlace, line: String)]) -> SourceFile? {
        lines.first?.place.file.inserting(lines.map { ($0.place.block($0.line), $0.place.offset) })
    }

    private func block(_ line: String) -> String {
        String(repeating: file.lineEnd, count: isParted ? 2 : 1) + line
    }
}

extension StampPlace {
    /// Returns the possible places at the end of an update, the best first: right below its text and other trailers,
    /// unless text such as a list would absorb the line there, and then below an empty line.
    static func candidates(for number: Int, in body: Body) -> [StampPlace] {
        let (file, part) = (body.text.file, body.parts.updates[number])
        let last = file.endOfText(before: part.region.upperBound)
        var end = last
        // A rule after the update separates it from the next.
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
