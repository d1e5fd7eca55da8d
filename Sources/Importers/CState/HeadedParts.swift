import StatusModel

/// A text whose parts begin with heads: `**Update at 2021-06-08 11:20 UTC**`, `[Final message]`.
struct HeadedParts {
    private(set) var parts = [CStateBody.Part()]

    init(of lines: [SourceLine], zone: Zone) {
        var fence: Character?
        for line in lines {
            if let mark = line.text.trimmingBlanks.first, "`~".contains(mark),
                line.text.trimmingBlanks.hasPrefix(String(repeating: mark, count: 3)),
                fence == nil || fence == mark
            {
                fence = fence == nil ? mark : nil
            }
            if fence == nil, let head = Head(line.text, zone: zone) {
                let rest = head.rest.isEmpty ? [] : [head.rest]
                parts.append(CStateBody.Part(at: head.at, word: head.word, lines: rest, place: line))
            } else {
                parts[parts.count - 1].lines.append(line.text)
            }
        }
    }
}

/// A line that begins a part.
private struct Head {
    var at: Instant?
    /// The word of the head; an undated one's includes its brackets.
    var word: String?
    var rest = ""

    init?(_ line: String, zone: Zone) {
        guard let first = line.first, first.isNumber || first.isLetter || "*_[#".contains(first) else {
            return nil
        }
        // The patterns are slow, most of all on long lines, and most lines are text.
        guard line.utf8.count < 2_000 else { return nil }
        if line.contains(where: \.isNumber),
            let match = LongDate.replaced(in: line).wholeMatch(of: Self.dated)
        {
            guard let time = LooseTime(match.2, zone: zone) else { return nil }
            (at, word, rest) = (time.instant, match.1.map(String.init), String(match.3 ?? ""))
        } else if first == "[", let match = line.wholeMatch(of: Self.undated) {
            (word, rest) = ("[" + match.1 + "]", String(match.2))
        } else {
            return nil
        }
    }

    /// Words, a day with a time, and a text after a dash or colon; bold, in brackets, or a heading.
    ///
    /// The number of spaces is limited, since the pattern would try every way to split a long run of them.
    private static var dated: Regex<(Substring, Substring?, Substring, Substring?)> {
        /(?:#{1,6}\s{1,9})?(?:(?:\*{1,3}|_{1,3}|\[)(?=\S))?([A-Za-z]+(?: [A-Za-z]+){0,2}?)?(?:\s{1,9}(?:at|on))?\s{0,9}[-–—:,]?\s{0,9}(\d{4}-\d\d-\d\d(?:[Tt]|,?\s{1,9}(?:-\s{1,9}|at\s{1,9})?)\d{1,2}[:h]\d\d(?::\d\d)?(?:\s{0,9}(?:Z|UTC|GMT|[+-]\d\d:?\d\d))?)\s{0,9}(?:\*{1,3}|_{1,3}|\])?(?:\s{0,9}[-–—:]\s{0,9}(.*)|\s*)/
    }

    /// A few words in brackets that are not a link.
    private static var undated: Regex<(Substring, Substring, Substring)> {
        /\[([A-Za-z][A-Za-z0-9 \-]{2,40})\]\s*(?![(\[:])(.*)/
    }
}

/// A day as it is written in English: `11th of February 2022 - 19:00 UTC`.
private enum LongDate {
    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december",
    ]

    /// Returns the line with such a day written as `2022-02-11`.
    static func replaced(in line: String) -> String {
        let pattern = /(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([A-Za-z]+)\s+(\d{4})/
        return line.replacing(pattern) { match in
            guard let month = months.firstIndex(of: match.2.lowercased()), let number = Int(match.1),
                let year = Int(match.3), let day = Day(year: year, month: month + 1, day: number)
            else { return String(match.0) }
            return day.description
        }
    }
}
