import StatusModel

/// The written form of the days on which maintenance recurs.
extension Series.Frequency {
    /// Reads `daily`, `weekly`, `every 2 weeks`, `monthly on the 15th` and `monthly on the 1st sunday`, in any case.
    ///
    /// It is the inverse of ``description``.
    init?(written text: String) {
        let words = text.folded.split(whereSeparator: \.isWhitespace).map(String.init)
        switch (words.count, words.first) {
        case (1, "daily"): self = .daily
        case (1, "weekly"): self = .everyWeeks(1)
        case (3, "every"):
            guard let weeks = Int(words[1]), (1...52).contains(weeks), ["week", "weeks"].contains(words[2])
            else { return nil }
            self = .everyWeeks(weeks)
        case (4, "monthly"):
            guard let day = Self.ordinal(in: words), day <= 31 else { return nil }
            self = .monthly(onDay: day)
        case (5, "monthly"):
            guard let ordinal = Self.ordinal(in: words), ordinal <= 5,
                let weekday = Self.weekdays.firstIndex(of: words[4])
            else { return nil }
            self = .monthlyOn(ordinal: ordinal, weekday: weekday)
        default: return nil
        }
    }

    /// Returns the number in `monthly on the 1st …`, from 1.
    private static func ordinal(in words: [String]) -> Int? {
        guard words[1] == "on", words[2] == "the" else { return nil }
        let number = Int(words[3].prefix { $0.isASCII && $0.isNumber })
        return number.flatMap { $0 > 0 && words[3] == ordinal($0) ? $0 : nil }
    }
}
