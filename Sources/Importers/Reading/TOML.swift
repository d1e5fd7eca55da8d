import Diagnostics

/// The keys of TOML with texts and lists of texts; a key of a table is prefixed with the table's name.
///
/// Numbers, dates and Booleans become texts as they are written. Source: TOML 1.0.
struct TOML {
    private(set) var fields: [FrontMatter.Field] = []
    private var scanner: ByteScanner
    private var table = ""

    init(reading range: Range<Int>, in file: SourceFile) throws(Refusal) {
        scanner = ByteScanner(file, in: range)
        scanner.skipSpace()
        while scanner.next != nil {
            if scanner.starts(with: [UInt8(ascii: "[")]) { try takeHeader() } else { try takeField() }
            scanner.skipBlanks()
            guard scanner.isAtRest else { throw noPair }
            scanner.skipSpace()
        }
    }
}

private extension TOML {
    static let deepest = 64

    var noPair: Refusal {
        Refusal("this is not a key with a value", at: scanner.line(at: min(scanner.index, scanner.end)))
    }

    /// Takes `[table]`, or `[[table]]` for one of several.
    mutating func takeHeader() throws(Refusal) {
        scanner.index += 1
        let isOfMany = scanner.take("[")
        table = try takeKey().text + "."
        guard scanner.take("]"), !isOfMany || scanner.take("]") else { throw noPair }
    }

    mutating func takeField() throws(Refusal) {
        var key = try takeKey()
        guard scanner.take("=") else { throw noPair }
        key.text = table + key.text
        fields.append(FrontMatter.Field(key: key, values: try takeValue(depth: 0)))
    }

    /// Takes words and quoted texts, separated by dots.
    mutating func takeKey() throws(Refusal) -> PlacedText {
        scanner.skipBlanks()
        let start = scanner.index
        var (end, parts) = (start, [String]())
        repeat {
            scanner.skipBlanks()
            if let quoted = scanner.takeQuoted(in: QuoteStyle.toml) {
                parts.append(quoted)
            } else {
                let word = scanner.skip { $0 > UInt8(ascii: " ") && !"=.[]{}\"'#,".utf8.contains($0) }
                guard !word.isEmpty else { throw noPair }
                parts.append(scanner.text(in: word))
            }
            end = scanner.index
            scanner.skipBlanks()
        } while scanner.take(".")
        return scanner.placed(parts.joined(separator: "."), in: start..<end)
    }

    /// Takes the texts of a value: of a list, its elements; of a table, its keys and values.
    mutating func takeValue(depth: Int) throws(Refusal) -> [PlacedText] {
        scanner.skipBlanks()
        let start = scanner.index
        guard depth < Self.deepest, let byte = scanner.next else { throw noPair }
        switch byte {
        case UInt8(ascii: "["): return try takeList(depth: depth)
        case UInt8(ascii: "{"): return [try takeTable(depth: depth)]
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            guard let text = scanner.takeQuoted(in: QuoteStyle.toml) else {
                throw Refusal("this text is not closed", at: scanner.line(at: start))
            }
            return [scanner.placed(text, in: start..<scanner.index)]
        default:
            let word = scanner.takePlain(upTo: ",]}#")
            guard !word.isEmpty else { throw noPair }
            return [scanner.placed(word)]
        }
    }

    mutating func takeList(depth: Int) throws(Refusal) -> [PlacedText] {
        let start = scanner.index
        scanner.index += 1
        var values: [PlacedText] = []
        while true {
            scanner.skipSpace()
            guard scanner.next != nil else {
                throw Refusal("this list is not closed: add `]`", at: scanner.line(at: start))
            }
            if scanner.take("]") { return values }
            values += try takeValue(depth: depth + 1)
            scanner.skipSpace()
            guard scanner.take(",") || scanner.next == UInt8(ascii: "]") || scanner.next == nil else {
                throw noPair
            }
        }
    }

    mutating func takeTable(depth: Int) throws(Refusal) -> PlacedText {
        let start = scanner.index
        scanner.index += 1
        var pairs: [String] = []
        scanner.skipSpace()
        while !scanner.take("}") {
            let key = try takeKey()
            guard scanner.take("=") else { throw noTable(at: start) }
            let values = try takeValue(depth: depth + 1).map(\.text).joined(separator: ", ")
            pairs.append("\(key.text): \(values)")
            scanner.skipSpace()
            guard scanner.take(",") || scanner.next == UInt8(ascii: "}") else { throw noTable(at: start) }
            scanner.skipSpace()
        }
        return scanner.placed(pairs.joined(separator: ", "), in: start..<scanner.index)
    }

    func noTable(at place: Int) -> Refusal {
        Refusal("this table is not closed: add `}`", at: scanner.line(at: place))
    }
}
