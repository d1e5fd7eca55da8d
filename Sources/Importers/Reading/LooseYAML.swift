import Diagnostics

/// Keys with texts and lists of texts, read line by line from invalid YAML: from front matter with tabs or with a colon
/// in an unquoted text, for example.
struct LooseYAML {
    private(set) var fields: [FrontMatter.Field] = []
    private var scanner: ByteScanner
    /// Whether the following lines belong to a text that `|` or `>` began.
    private var isBlockText = false

    init(reading range: Range<Int>, in file: SourceFile) throws(Refusal) {
        scanner = ByteScanner(file, in: range)
        while scanner.next != nil {
            try takeLine()
            scanner.skipLine()
        }
    }
}

private extension LooseYAML {
    mutating func takeLine() throws(Refusal) {
        let start = scanner.index
        scanner.skipBlanks()
        let isIndented = scanner.index > start
        guard !scanner.isAtRest else { return }
        if isIndented, isBlockText { return join(scanner.placed(scanner.takePlain(upTo: ""))) }
        if scanner.starts(with: [UInt8(ascii: "-")]), isBlank(at: 1), !fields.isEmpty {
            scanner.index += 1
            scanner.skipBlanks()
            if !scanner.isAtRest { append(takeText(upTo: "")) }
            return
        }
        if isIndented, !fields.isEmpty { return join(takeText(upTo: "")) }
        try takeKey()
        try takeValue()
    }

    mutating func takeKey() throws(Refusal) {
        let key = keyEnd(at: scanner.index).map { scanner.index..<$0 }
        guard let key else {
            throw Refusal("this is not a key with a value", at: scanner.line(at: scanner.index))
        }
        fields.append(FrontMatter.Field(key: scanner.placed(key)))
        scanner.index = key.upperBound + 1
        isBlockText = false
    }

    mutating func takeValue() throws(Refusal) {
        scanner.skipBlanks()
        guard !scanner.isAtRest else { return }
        if scanner.starts(with: [UInt8(ascii: "[")]) { return try takeList() }
        let value = takeText(upTo: "")
        if let mark = value.text.first, "|>".contains(mark),
            value.text.dropFirst().allSatisfy({ "+-".contains($0) })
        {
            isBlockText = true
        } else {
            append(value)
        }
    }

    mutating func takeList() throws(Refusal) {
        let start = scanner.index
        scanner.index += 1
        while true {
            scanner.skipSpace()
            guard scanner.next != nil else {
                throw Refusal("this list is not closed: add `]`", at: scanner.line(at: start))
            }
            if scanner.take("]") { return }
            if !scanner.take(",") { append(takeText(upTo: ",]")) }
        }
    }

    /// Takes a quoted text, or a plain one up to one of those marks.
    mutating func takeText(upTo marks: String) -> PlacedText {
        let start = scanner.index
        if let text = scanner.takeQuoted(in: QuoteStyle.yaml) {
            let range = start..<scanner.index
            scanner.skipBlanks()
            let isEnd = scanner.isAtRest || scanner.next.map { marks.utf8.contains($0) } ?? true
            if isEnd, !holdsKey(range) { return scanner.placed(text, in: range) }
            scanner.index = start
        }
        let range = scanner.takePlain(upTo: marks)
        // Without this, a mark without text would be taken again and again.
        if scanner.index == start { scanner.index += 1 }
        return scanner.placed(range)
    }

    mutating func append(_ value: PlacedText) {
        let isNull = ["", "~", "null", "Null", "NULL"].contains(value.text)
        if !isNull { fields[fields.count - 1].values.append(value) }
    }

    /// Appends text to the last value of the last key.
    mutating func join(_ value: PlacedText) {
        guard let last = fields.indices.last else { return }
        guard let index = fields[last].values.indices.last else { return append(value) }
        fields[last].values[index].text += " " + value.text
    }

    func isBlank(at offset: Int) -> Bool {
        let place = scanner.index + offset
        return place >= scanner.end || " \t\r\n".utf8.contains(scanner.file.bytes[place])
    }

    /// Returns the offset of the key's colon; `nil` if no key begins here.
    func keyEnd(at start: Int) -> Int? {
        var rest = scanner
        rest.index = start
        let key = rest.skip {
            $0 >= 0x80 || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") || isAlphanumeric($0)
        }
        return !key.isEmpty && rest.next == UInt8(ascii: ":") ? key.upperBound : nil
    }

    /// Whether a line in the range begins with a key: the quote was not closed, and the next one belongs to another
    /// text.
    func holdsKey(_ range: Range<Int>) -> Bool {
        range.contains { scanner.file.bytes[$0] == UInt8(ascii: "\n") && keyEnd(at: $0 + 1) != nil }
    }

    func isAlphanumeric(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit
    }
}
