import Diagnostics

/// A place in a text that moves on as its parts are recognised.
struct ByteCursor {
    private(set) var rest: Substring.UTF8View

    init(_ text: some StringProtocol) {
        rest = Substring(text).utf8
    }

    var isAtEnd: Bool { rest.isEmpty }

    /// Takes exactly that many digits.
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

    /// Takes the byte, if it is next.
    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest = rest.dropFirst()
        return true
    }

    /// Takes the word in any case, if it is next and no letter or digit follows it.
    mutating func take(word: String) -> Bool {
        let count = word.utf8.count
        guard rest.count >= count, String(rest.prefix(count))?.lowercased() == word,
            !(rest.dropFirst(count).first.map { $0.isLetter || $0.isDigit } ?? false)
        else { return false }
        rest = rest.dropFirst(count)
        return true
    }

    /// Takes blanks, however many there are.
    mutating func blanks() {
        rest = rest.drop(while: \.isBlank)
    }
}
