/// The keys of the maps in a YAML text, used to find duplicate keys.
struct YAMLKeys {
    /// The two places of a key.
    struct Duplicate {
        let first: Range<Int>
        let second: Range<Int>
    }

    let bytes: [UInt8]
    /// The duplicates, in the order of the text.
    private(set) var duplicates: [Duplicate] = []
    /// The open block maps, each with the column of its keys, the outermost first.
    private var blocks: [(column: Int, keys: [String: Range<Int>])] = []
    /// The open brackets and braces; in brackets, there are no keys that could be duplicates.
    private var flows: [(isMap: Bool, keys: [String: Range<Int>])] = []

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }
}

extension YAMLKeys {
    /// Begins a list item at the column, which ends everything with a greater indentation.
    mutating func beginItem(at column: Int) {
        blocks.removeAll { $0.column > column }
    }

    /// Adds a key at a column of its line.
    mutating func add(_ key: Range<Int>, at column: Int) {
        beginItem(at: column)
        if blocks.last?.column != column { blocks.append((column, [:])) }
        let (name, place) = read(key)
        if let first = blocks[blocks.count - 1].keys.updateValue(place, forKey: name) {
            duplicates.append(Duplicate(first: first, second: place))
        }
    }

    /// Opens a brace or bracket.
    mutating func open(isMap: Bool) {
        flows.append((isMap, [:]))
    }

    /// Closes the last open brace or bracket.
    mutating func close() {
        _ = flows.popLast()
    }

    /// Adds a key in braces or brackets.
    mutating func addInFlow(_ key: Range<Int>) {
        guard let last = flows.indices.last, flows[last].isMap else { return }
        let (name, place) = read(key)
        if let first = flows[last].keys.updateValue(place, forKey: name) {
            duplicates.append(Duplicate(first: first, second: place))
        }
    }

    /// Returns the key without quotes, and its place without the spaces after it.
    private func read(_ key: Range<Int>) -> (name: String, place: Range<Int>) {
        let text = String(decoding: bytes[key], as: UTF8.self).trimmed
        let place = key.lowerBound..<key.lowerBound + max(1, text.utf8.count)
        guard text.utf8.count > 1, let quote = text.first, quote == "\"" || quote == "'", text.last == quote
        else { return (text, place) }
        return (String(text.dropFirst().dropLast()), place)
    }
}
