extension Localizer {
    /// Hundredths of a percent as in "12.50%" or "3%"; none are less than nothing.
    func percentage(basisPoints: Int) -> String {
        let (whole, rest) = basisPoints.quotientAndRemainder(dividingBy: 100)
        let digits = rest == 0 ? "" : ".\(rest < 10 ? "0" : "")\(rest)"
        return conventions.numbers.percentage("\(whole)\(digits)")
    }

    /// What stands where there is no figure.
    var none: String { "–" }
}

extension Localizer {
    /// Clauses as a sentence, as in "2 windows began; 1 is open."
    func sentence(of clauses: [String]) -> String {
        guard let first = clauses.first else { return "" }
        return text.sentence(words: clauses.dropFirst().reduce(first) { text.clauses(first: $0, second: $1) })
    }
}
