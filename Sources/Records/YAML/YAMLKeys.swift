/// The keys of the maps in a YAML text, to find those that stand twice in one.
struct YAMLKeys {
    /// A key's two places.
    struct Duplicate {
        let first: Range<Int>
        let second: Range<Int>
    }

    let bytes: [UInt8]
    /// In the order of the text.
    private(set) var duplicates: [Duplicate] = []
    /// The maps that are open in lines, each by the column of its keys, the outermost first.
    private var blocks: [(column: Int, keys: [String: Range<Int>])] = []
    /// The brackets and braces that are open; what stands in brackets has no keys that could meet.
    private var flows: [(isMap: Bool, keys: [String: Range<Int>])] = []

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }
}

extension YAMLKeys {
    /// A list's item begins at the column: what stood deeper is over.
    mutating func beginItem(at column: Int) {
        blocks.removeAll { $0.column > column }
    }

    /// A key stands at the column of its line.
    mutating func add(_ key: Range<Int>, at column: Int) {
        beginItem(at: column)
        if blocks.last?.column != column { blocks.append((column, [:])) }
        let (name, place) = read(key)
        if let first = blocks[blocks.count - 1].keys.updateValue(place, forKey: name) {
            duplicates.append(Duplicate(first: first, second: place))
        }
    }

    /// A brace or bracket opens.
    mutating func open(isMap: Bool) {
        flows.append((isMap, [:]))
    }

    /// The last one that opened closes.
    mutating func close() {
        _ = flows.popLast()
    }

    /// A key stands between braces or brackets.
    mutating func addInFlow(_ key: Range<Int>) {
        guard let last = flows.indices.last, flows[last].isMap else { return }
        let (name, place) = read(key)
        if let first = flows[last].keys.updateValue(place, forKey: name) {
            duplicates.append(Duplicate(first: first, second: place))
        }
    }

    /// The key without quotes around it, and its place without blanks behind it.
    private func read(_ key: Range<Int>) -> (name: String, place: Range<Int>) {
        let text = String(decoding: bytes[key], as: UTF8.self).trimmed
        let place = key.lowerBound..<key.lowerBound + max(1, text.utf8.count)
        guard text.utf8.count > 1, let quote = text.first, quote == "\"" || quote == "'", text.last == quote
        else { return (text, place) }
        return (String(text.dropFirst().dropLast()), place)
    }
}
