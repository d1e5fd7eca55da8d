import Diagnostics

/// Keys of TOML with texts and lists of texts behind them, line by line. A list may go on for lines.
struct TOMLFields {
    private(set) var fields: [FrontMatter.Field] = []
    private let file: SourceFile
    private var isInList = false

    init(of lines: ArraySlice<SourceLine>, in file: SourceFile) throws(Refusal) {
        self.file = file
        for line in lines { try take(line) }
    }
}

private extension TOMLFields {
    mutating func take(_ line: SourceLine) throws(Refusal) {
        let text = line.text.trimmingBlanks
        guard let first = text.first, first != "#" else { return }
        if isInList { return takeList(text, of: line) }
        guard let equals = text.firstIndex(of: "="), first != "[" else {
            throw Refusal("this is no key and value", at: file.location(of: line))
        }
        let key = text[..<equals].trimmingBlanks
        fields.append(
            FrontMatter.Field(
                key: PlacedText(text: scalar(key), location: file.location(of: line.range(of: key)))
            )
        )
        let value = text[text.index(after: equals)...].trimmingBlanks
        if value.first == "[" {
            isInList = true
            takeList(value.dropFirst(), of: line)
        } else {
            append(value, of: line)
        }
    }

    mutating func takeList(_ text: Substring, of line: SourceLine) {
        let end = text.lastIndex(of: "]")
        for part in listParts(text[..<(end ?? text.endIndex)]) { append(part, of: line) }
        isInList = end == nil
    }

    mutating func append(_ value: Substring, of line: SourceLine) {
        fields[fields.count - 1].values.append(
            PlacedText(text: scalar(value), location: file.location(of: line.range(of: value)))
        )
    }
}
