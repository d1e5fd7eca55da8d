/// How much room the texts of a chart take on the narrowest screen, where they must not overlap.
///
/// Which font there is nobody knows; a letter of 13 pixels matches 7 wide, one of East Asia for 13.
enum TextRoom {
    /// The width of a chart on a screen of 320 pixels.
    static let narrowest = 280
    /// What lies between two texts at least.
    static let gap = 8

    static func width(of text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 7 : 13) }
    }

    /// What a text and a gap take of the narrowest chart: at most half, as a longer text would leave no room for what is
    /// drawn.
    static func share(for text: String) -> Across {
        Across(min(width(of: text) + gap, narrowest / 2), of: narrowest)
    }

    /// The text, or as much of its beginning as has room in so many pixels, with an ellipsis.
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

    /// The text cut to what another at the chart's other end leaves.
    static func cut(_ text: String, beside other: String, atMost room: Int = narrowest) -> String {
        cut(text, to: min(room, narrowest - gap - width(of: other)))
    }

    /// Which texts along a line would cover others: the first begins at its place and the last ends there,
    /// those between have it in their middle. The first and the last stay.
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
