/// The room that texts of a chart take on the narrowest screen, on which they must not overlap.
///
/// The font is unknown. A letter counts as 7 pixels wide, and one of East Asia as 13, which suits a font size of 13
/// pixels.
enum TextRoom {
    /// The width of a chart on a screen of 320 pixels.
    static let narrowest = 280
    /// The smallest gap between two texts.
    static let gap = 8

    static func width(of text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 7 : 13) }
    }

    /// Returns the share of the narrowest chart that a text and a gap take: at most half, to leave room for the
    /// drawing.
    static func share(for text: String) -> Across {
        Across(min(width(of: text) + gap, narrowest / 2), of: narrowest)
    }

    /// Returns the text, or as much of its beginning as fits in so many pixels, with an ellipsis.
    static func cut(_ text: String, to room: Int) -> String {
        guard width(of: text) > room else { return text }
        var (start, left) = ("", room - 14)
        for character in text {
            left -= width(of: String(character))
            guard left >= 0 else { break }
            start.append(character)
        }
        return start + "\u{2026}"
    }

    /// Returns the text, cut to the room that another text at the other end of the chart leaves.
    static func cut(_ text: String, beside other: String, atMost room: Int = narrowest) -> String {
        cut(text, to: min(room, narrowest - gap - width(of: other)))
    }

    /// Returns the places of the texts along a line that would cover others.
    ///
    /// The first begins at its place, the last ends there, and the others are centered on it. The first and the last
    /// stay.
    static func crowded(_ texts: [String], at places: [Across]) -> Set<Int> {
        let spans = zip(texts, places).enumerated().map { index, item in
            let (width, x) = (width(of: item.0), item.1.hundredths * narrowest / 10_000)
            let start = index == 0 ? x : index == texts.count - 1 ? x - width : x - width / 2
            return start..<start + width
        }
        guard var taken = spans.first?.upperBound, let end = spans.last?.lowerBound else { return [] }
        return spans.indices.dropFirst().dropLast().reduce(into: []) { crowded, index in
            let hasRoom = spans[index].lowerBound > taken && spans[index].upperBound < end
            if hasRoom { taken = spans[index].upperBound } else { crowded.insert(index) }
        }
    }
}
