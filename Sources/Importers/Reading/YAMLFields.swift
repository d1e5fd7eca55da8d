import Diagnostics

/// Keys of YAML with texts and lists of texts behind them, line by line.
struct YAMLFields {
    private(set) var fields: [FrontMatter.Field] = []
    private let file: SourceFile
    /// Whether the lines that follow belong to a text begun by `|` or `>`.
    private var isBlockText = false
    /// Where the list begins whose `]` is still to come.
    private var openList: SourceLine?

    init(of lines: ArraySlice<SourceLine>, in file: SourceFile) throws(Refusal) {
        self.file = file
        for line in lines { try take(line) }
        if let line = openList { throw Refusal("this list has no end: a `]`", at: file.location(of: line)) }
    }
}

private extension YAMLFields {
    mutating func take(_ line: SourceLine) throws(Refusal) {
        let text = line.text.trimmingBlanks
        guard let first = text.first, first != "#" else { return }
        if openList != nil { return takeList(text, of: line) }
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
        begin(text[..<colon], of: line)
        isBlockText = false
        try takeValue(text[text.index(after: colon)...].trimmingBlanks, of: line)
    }

    mutating func begin(_ key: Substring, of line: SourceLine) {
        let place = file.location(of: line.range(of: key))
        fields.append(FrontMatter.Field(key: PlacedText(text: String(key), location: place)))
    }

    mutating func takeValue(_ value: Substring, of line: SourceLine) throws(Refusal) {
        guard !value.isEmpty, !value.hasPrefix("#") else { return }
        if let mark = value.first, "|>".contains(mark), value.dropFirst().allSatisfy({ "+-".contains($0) }) {
            return isBlockText = true
        }
        guard value.first == "[" else { return append(value, of: line, joining: false) }
        openList = line
        takeList(value.dropFirst(), of: line)
    }

    /// Takes a list's part that stands on this line.
    mutating func takeList(_ text: Substring, of line: SourceLine) {
        let end = text.lastIndex(of: "]")
        if end != nil { openList = nil }
        for part in listParts(text[..<(end ?? text.endIndex)]) { append(part, of: line, joining: false) }
    }

    /// Adds a value to the last key, or goes on with its last one.
    mutating func append(_ value: Substring, of line: SourceLine, joining: Bool) {
        let text = scalar(value)
        let last = fields.count - 1
        guard last >= 0 else { return }
        if joining, let index = fields[last].values.indices.last {
            fields[last].values[index].text += " " + text
        } else {
            fields[last].values.append(
                PlacedText(text: text, location: file.location(of: line.range(of: value)))
            )
        }
    }
}
