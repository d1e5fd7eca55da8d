public import Diagnostics

extension SourceFile {
    /// The addresses of the former ids in a record's front matter, found directly in its bytes for the usual ways of
    /// writing them; `nil` if the front matter has to be parsed.
    public var plainAliases: [String]? {
        var (aliases, isList) = ([String](), false)
        var lines = LineRanges(of: bytes, in: bytes.indices)
        _ = lines.next()
        while let range = lines.next(), !FrontMatterSplit.isFence(bytes[range]) {
            let line = bytes[range]
            if line.starts(with: Self.key) {
                let value = String(decoding: line.dropFirst(Self.key.count), as: UTF8.self).trimmed
                guard aliases.isEmpty, let items = Self.items(of: value) else { return nil }
                (aliases, isList) = (items, true)
            } else if isList, let first = line.first, " \t-#".utf8.contains(first) {
                guard let item = Self.element(String(decoding: line, as: UTF8.self)) else { return nil }
                aliases.append(item)
            } else if line.mayBeKey(Self.word) {
                return nil
            } else if !line.isEmpty {
                isList = false
            }
        }
        return aliases.map(\.asSlug)
    }

    private static let word = Array("aliases".utf8)
    private static let key = word + [UInt8(ascii: ":")]

    /// Returns the items after the key: one word, a list in brackets, or nothing if a list follows.
    private static func items(of value: String) -> [String]? {
        if value.isEmpty { return [] }
        guard value.hasPrefix("[") else { return plain(value).map { [$0] } }
        guard value.hasSuffix("]") else { return nil }
        let parts = value.dropFirst().dropLast().split(separator: ",")
        let items = parts.compactMap { plain($0.trimmed) }
        return items.count == parts.count ? items : nil
    }

    private static func element(_ line: String) -> String? {
        let text = line.trimmed
        return text.hasPrefix("- ") ? plain(text.dropFirst(2).trimmed) : nil
    }

    /// Returns a word without the quotes around it; `nil` if it contains characters with a meaning in YAML.
    private static func plain(_ text: String) -> String? {
        var word = text[...]
        if let quote = word.first, "\"'".contains(quote), word.utf8.count > 1, word.last == quote {
            word = word.dropFirst().dropLast()
        }
        let isPlain = !word.utf8.contains { "\"'\\&*!|>{}[]%@`#?:,".utf8.contains($0) || $0 < 0x20 }
        return isPlain && !word.isEmpty && word.utf8.first != UInt8(ascii: "-") ? String(word) : nil
    }
}

extension ArraySlice<UInt8> {
    /// Whether the line contains the word, or a quoted key with escapes that may hide the word.
    fileprivate func mayBeKey(_ word: [UInt8]) -> Bool {
        if first == UInt8(ascii: "\""), contains(UInt8(ascii: "\\")) { return true }
        var rest = self
        while let start = rest.firstIndex(of: word[0]) {
            if rest[start...].starts(with: word) { return true }
            rest = rest[(start + 1)...]
        }
        return false
    }
}
