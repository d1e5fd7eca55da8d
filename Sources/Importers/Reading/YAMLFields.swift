import Diagnostics

/// Keys of YAML with texts and lists of texts behind them, line by line.
struct YAMLFields {
    private(set) var fields: [FrontMatter.Field] = []
    private let file: SourceFile
    /// Whether the lines that follow belong to a text begun by `|` or `>`.
    private var isBlockText = false

    init(of lines: ArraySlice<SourceLine>, in file: SourceFile) throws(Refusal) {
        self.file = file
        for line in lines { try take(line) }
    }
}

private extension YAMLFields {
    mutating func take(_ line: SourceLine) throws(Refusal) {
        let text = line.text.trimmingBlanks
        guard let first = text.first, first != "#" else { return }
        if line.text.first?.isWhitespace == true, isBlockText { return append(text, of: line, joining: true) }
        if first == "-", !fields.isEmpty, text.dropFirst().first?.isWhitespace ?? true {
            return append(text.dropFirst().trimmingBlanks, of: line, joining: false)
        }
        if line.text.first?.isWhitespace == true, !fields.isEmpty {
            return append(text, of: line, joining: true)
        }
        guard let colon = text.firstIndex(of: ":"), colon != text.startIndex,
            text[..<colon].allSatisfy({ $0.isLetter || $0.isNumber || "_-".contains($0) })
        else {
            throw Refusal("this is no key and value", at: file.location(of: line))
        }
        begin(String(text[..<colon]), line.range(of: text[..<colon]))
        isBlockText = false
        try takeValue(text[text.index(after: colon)...].trimmingBlanks, of: line)
    }

    mutating func begin(_ key: String, _ range: Range<Int>) {
        fields.append(FrontMatter.Field(key: PlacedText(text: key, range: range)))
    }

    mutating func takeValue(_ value: Substring, of line: SourceLine) throws(Refusal) {
        guard !value.isEmpty, !value.hasPrefix("#") else { return }
        if let mark = value.first, "|>".contains(mark), value.dropFirst().allSatisfy({ "+-".contains($0) }) {
            return isBlockText = true
        }
        guard value.first == "[", let end = value.lastIndex(of: "]") else {
            return append(value, of: line, joining: false)
        }
        for part in parts(of: value[value.index(after: value.startIndex)..<end]) {
            append(part, of: line, joining: false)
        }
    }

    /// Adds a value to the last key, or goes on with its last one.
    mutating func append(_ value: Substring, of line: SourceLine, joining: Bool) {
        let text = scalar(value)
        let last = fields.count - 1
        guard last >= 0 else { return }
        if joining, let index = fields[last].values.indices.last {
            fields[last].values[index].text += " " + text
        } else {
            fields[last].values.append(PlacedText(text: text, range: line.range(of: value)))
        }
    }
}

/// The parts of a list that commas part, but for those between quotes.
func parts(of list: Substring) -> [Substring] {
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
    return (parts + [list[start...]]).map(\.trimmingBlanks)
        .filter { !$0.isEmpty && !$0.hasPrefix("#") }
}

/// A value without its quotes, or without the comment behind it.
func scalar(_ value: Substring) -> String {
    if let match = value.wholeMatch(of: /'((?:[^']|'')*)'\s*(?:#.*)?/) {
        return String(match.1.replacing("''", with: "'"))
    }
    if let match = value.wholeMatch(of: /"((?:[^"\\]|\\.)*)"\s*(?:#.*)?/) {
        return unescaped(match.1)
    }
    return String(
        value.prefix(upTo: value.firstRange(of: /\s#/)?.lowerBound ?? value.endIndex).trimmingBlanks
    )
}

private func unescaped(_ value: Substring) -> String {
    var (text, isEscape) = ("", false)
    for character in value {
        if isEscape {
            text.append(character == "n" ? "\n" : character == "t" ? "\t" : character)
            isEscape = false
        } else if character == "\\" {
            isEscape = true
        } else {
            text.append(character)
        }
    }
    return text
}
