/// A value without its quotes, or without the comment behind it, as YAML and TOML have both.
func scalar(_ value: Substring) -> String {
    guard let quote = value.first, quote == "\"" || quote == "'",
        let end = closingQuote(of: value.dropFirst(), quote)
    else {
        return String(value[..<(commentStart(in: value) ?? value.endIndex)].trimmingBlanks)
    }
    let text = value[..<end].dropFirst()
    return quote == "'" ? String(text).replacing("''", with: "'") : unescaped(text)
}

/// The parts of a list that commas part, but for those between quotes.
func listParts(_ list: Substring) -> [Substring] {
    var (parts, start, quote): ([Substring], Substring.Index, Character?) = ([], list.startIndex, nil)
    for index in list.indices {
        let character = list[index]
        if character == quote {
            quote = nil
        } else if quote == nil, character == "\"" || character == "'" {
            quote = character
        } else if quote == nil, character == "," {
            parts.append(list[start..<index])
            start = list.index(after: index)
        }
    }
    return (parts + [list[start...]]).map(\.trimmingBlanks).filter { !$0.isEmpty && !$0.hasPrefix("#") }
}

/// Where the quote ends that is open at the text's start, if nothing but a comment stands behind it.
private func closingQuote(of text: Substring, _ quote: Character) -> Substring.Index? {
    var index = text.startIndex
    while index < text.endIndex {
        let next = text.index(after: index)
        let isPair =
            next < text.endIndex && (quote == "\"" ? text[index] == "\\" : text[index...next] == "''")
        if !isPair, text[index] == quote {
            let rest = text[next...].trimmingBlanks
            return rest.isEmpty || rest.hasPrefix("#") ? index : nil
        }
        index = isPair ? text.index(after: next) : next
    }
    return nil
}

private func commentStart(in text: Substring) -> Substring.Index? {
    zip(text.indices, text.indices.dropFirst()).first { text[$0].isWhitespace && text[$1] == "#" }?.0
}

private func unescaped(_ text: Substring) -> String {
    var (result, isEscape) = ("", false)
    for character in text {
        if isEscape {
            result.append(character == "n" ? "\n" : character == "t" ? "\t" : character)
            isEscape = false
        } else if character == "\\" {
            isEscape = true
        } else {
            result.append(character)
        }
    }
    return result
}
