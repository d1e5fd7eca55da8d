extension Localizer {
    /// Returns a percentage, such as "12.50%" or "3%".
    ///
    /// - Parameter basisPoints: hundredths of a percent; not negative.
    func percentage(basisPoints: Int) -> String {
        let (whole, rest) = basisPoints.quotientAndRemainder(dividingBy: 100)
        let digits = rest == 0 ? "" : ".\(rest < 10 ? "0" : "")\(rest)"
        return conventions.numbers.percentage("\(whole)\(digits)")
    }

    /// The text in place of a figure that is missing.
    var none: String { "–" }
}

extension Localizer {
    /// Returns the clauses as a sentence, such as "2 windows began; 1 is open."
    func sentence(of clauses: [String]) -> String {
        guard let first = clauses.first else { return "" }
        return text.sentence(words: clauses.dropFirst().reduce(first) { text.clauses(first: $0, second: $1) })
    }
}
