import Diagnostics

/// A position in a text that advances as parts of the text are recognized.
struct ByteCursor {
    private(set) var rest: Substring.UTF8View

    init(_ text: some StringProtocol) {
        rest = Substring(text).utf8
    }

    var isAtEnd: Bool { rest.isEmpty }

    /// Takes exactly the given number of digits.
    mutating func digits(_ count: Int) -> Int? {
        let digits = rest.prefix(count)
        guard digits.count == count, digits.allSatisfy(\.isDigit) else { return nil }
        rest = rest.dropFirst(count)
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    /// Takes a number of one to nine digits.
    mutating func number() -> Int? {
        let count = rest.prefix(while: \.isDigit).count
        return (1...9).contains(count) ? digits(count) : nil
    }

    /// Takes the byte if it is next.
    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest = rest.dropFirst()
        return true
    }

    /// Takes the word in any case if it is next and not followed by a letter or digit.
    mutating func take(word: String) -> Bool {
        let count = word.utf8.count
        guard rest.count >= count, String(rest.prefix(count))?.lowercased() == word,
            !(rest.dropFirst(count).first.map { $0.isLetter || $0.isDigit } ?? false)
        else { return false }
        rest = rest.dropFirst(count)
        return true
    }

    /// Takes spaces and tabs, if any.
    mutating func blanks() {
        rest = rest.drop(while: \.isBlank)
    }
}
