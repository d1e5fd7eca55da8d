/// The words that people read in a text, with their places.
struct ReadableText {
    /// A word in lower case or a comma; empty where the sentence is interrupted, for example by code.
    struct Word {
        let text: String
        /// Counted from 1.
        let line: Int
    }

    private(set) var words: [Word] = []
    private var word = ""
    private var line = 1

    /// The words of plain text, such as a command's help. What is between back-ticks is left out.
    init(plain text: String) {
        takeMarkdown(text[...])
        endWord()
    }

    /// The words of a Markdown page, without its code and the addresses of its links.
    init(markdown text: String) {
        var paragraph = ""
        for (line, isCode) in text.markdownLines {
            if !isCode { paragraph += line + "\n" }
            guard isCode || line.allSatisfy({ $0 == " " }) else { continue }
            takeMarkdown(paragraph[...])
            paragraph = ""
            if isCode { skip("\n") }
        }
        takeMarkdown(paragraph[...])
        endWord()
    }

    /// The words of the string literals in Swift source. A literal of a single word is a name, not prose.
    init(literalsOf swift: String) {
        var source = Array(swift)[...]
        takeSwift(&source, isInterpolated: false)
        endWord()
    }
}

private extension ReadableText {
    mutating func take(_ character: Character) {
        if character.isLetter || character.isNumber || "-_'’".contains(character) {
            word += character.lowercased()
        } else if character.isWhitespace {
            pass(character)
        } else if character == "," {
            endWord()
            words.append(Word(text: ",", line: line))
        } else {
            skip(character)
        }
    }

    /// Passes space between words.
    mutating func pass(_ character: Character) {
        endWord()
        if character.isNewline { line += 1 }
    }

    /// Passes what is not prose: a phrase ends there.
    mutating func skip(_ character: Character) {
        endWord()
        if words.last?.text != "" { words.append(Word(text: "", line: line)) }
        if character.isNewline { line += 1 }
    }

    mutating func endWord() {
        guard !word.isEmpty else { return }
        words.append(Word(text: word, line: line))
        word = ""
    }

    /// A paragraph, in which back-ticks and brackets close what they open.
    mutating func takeMarkdown(_ paragraph: Substring) {
        var rest = paragraph
        while let character = rest.first {
            let hidden =
                switch character {
                case "`": rest.prefixMatch(of: /(`+)[^`](?:.|\n)*?\1/)
                case "]": rest.prefixMatch(of: /(\]\()[^)]*\)/)
                default: nil as Regex<(Substring, Substring)>.Match?
                }
            if let code = hidden {
                code.output.0.forEach { skip($0) }
                rest = rest[code.range.upperBound...]
            } else {
                take(character)
                rest.removeFirst()
            }
        }
    }
}

private extension ReadableText {
    /// Takes the literals of source up to its end, or to the bracket that ends an interpolation.
    mutating func takeSwift(_ source: inout ArraySlice<Character>, isInterpolated: Bool) {
        var depth = 0
        var hashes = 0
        while let character = source.popFirst() {
            switch character {
            case "/" where source.first == "/":
                while let next = source.first, !next.isNewline { source.removeFirst(); skip(next) }
            case "\"": takeLiteral(&source, hashes: hashes)
            case "(": depth += 1
            case ")" where isInterpolated && depth == 0: return
            case ")": depth -= 1
            default: break
            }
            // Literals that are added up are one text.
            if character != "\"", character != "#" {
                if character.isWhitespace || character == "+" { pass(character) } else { skip(character) }
            }
            hashes = character == "#" ? hashes + 1 : 0
        }
    }

    mutating func takeLiteral(_ source: inout ArraySlice<Character>, hashes: Int) {
        let isLong = source.starts(with: "\"\"")
        if isLong { source.removeFirst(2) }
        let end = (isLong ? "\"\"\"" : "\"") + String(repeating: "#", count: hashes)
        let escape = String(repeating: "#", count: hashes)
        let start = words.count
        var isCode = false
        var isName = true
        while let character = source.first, !source.starts(with: end), isLong || !character.isNewline {
            source.removeFirst()
            if character == "`" {
                isCode.toggle()
                skip(character)
            } else if character == "\\", source.starts(with: escape) {
                source.removeFirst(escape.count)
                switch source.popFirst() {
                case let next? where next.isNewline: pass(next)
                case "(":
                    skip("(")
                    takeSwift(&source, isInterpolated: true)
                    skip(")")
                default: skip(character)
                }
            } else if isCode {
                skip(character)
            } else {
                if character.isWhitespace { isName = false }
                take(character)
            }
        }
        if source.starts(with: end) { source.removeFirst(end.count) }
        endWord()
        if isName { words.removeSubrange(start...) }
    }
}
