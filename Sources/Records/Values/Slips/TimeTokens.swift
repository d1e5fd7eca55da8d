/// The pieces of a text that was meant as a time.
struct TimeTokens {
    /// A run of digits, a word in lowercase, or a mark between them.
    enum Token: Equatable {
        case number(String)
        case word(String)
        case mark(Character)
        case blank
    }

    private(set) var rest: ArraySlice<Token>

    init(_ text: String) {
        var tokens: [Token] = []
        for character in text.lowercased() {
            switch (character, tokens.last) {
            case (let digit, .number(let digits)) where digit.isASCII && digit.isNumber:
                tokens[tokens.count - 1] = .number(digits + String(digit))
            case (let digit, _) where digit.isASCII && digit.isNumber: tokens.append(.number(String(digit)))
            case (let letter, .word(let letters)) where letter.isLetter || letter == "_":
                tokens[tokens.count - 1] = .word(letters + String(letter))
            case (let letter, _) where letter.isLetter: tokens.append(.word(String(letter)))
            case (let blank, let last) where blank.isWhitespace:
                if last != .blank { tokens.append(.blank) }
            default: tokens.append(.mark(character))
            }
        }
        rest = tokens[...]
    }

    var isAtEnd: Bool { rest.isEmpty }

    /// Takes a run of digits whose length is in the range.
    mutating func number(_ digits: ClosedRange<Int>) -> String? {
        guard case .number(let number) = rest.first, digits.contains(number.utf8.count) else { return nil }
        rest = rest.dropFirst()
        return number
    }

    /// Takes any word.
    mutating func word() -> String? {
        guard case .word(let word) = rest.first else { return nil }
        rest = rest.dropFirst()
        return word
    }

    /// Takes one of the words.
    mutating func take(_ words: Set<String>) -> Bool {
        guard case .word(let word) = rest.first, words.contains(word) else { return false }
        rest = rest.dropFirst()
        return true
    }

    /// Takes one of the marks.
    mutating func mark(_ marks: String) -> Character? {
        guard case .mark(let mark) = rest.first, marks.contains(mark) else { return nil }
        rest = rest.dropFirst()
        return mark
    }

    /// Takes spaces, the given words, and the given marks, which separate date and time without having a meaning.
    mutating func skip(_ words: Set<String> = [], marks: String = "") {
        while rest.first == .blank || take(words) || mark(marks) != nil {
            if rest.first == .blank { rest = rest.dropFirst() }
        }
    }

    /// Takes everything that the body takes, or nothing if it fails.
    mutating func attempt<Value>(_ body: (inout TimeTokens) -> Value?) -> Value? {
        var ahead = self
        guard let value = body(&ahead) else { return nil }
        self = ahead
        return value
    }
}
