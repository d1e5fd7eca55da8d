import Records

/// A text as YAML reads it back: plain where nothing in it could mean more, else between double quotes.
func yaml(_ text: String) -> String {
    YAMLString.written(text)
}

/// A text as a value between braces, where a comma would end it.
func yamlInBraces(_ text: String) -> String {
    text.utf8.contains(UInt8(ascii: ",")) ? YAMLString.quoted(text) : yaml(text)
}

/// A key with a list of texts, each on its line; no lines where the list is empty.
func yamlList(_ key: String, _ texts: [String]) -> [String] {
    texts.isEmpty ? [] : ["\(key):"] + texts.map { "  - \(yaml($0))" }
}

/// A comment: one line, without what could end it.
func yamlComment(_ text: String) -> String {
    let line = text.split { $0.isNewline || $0.isWhitespace }.joined(separator: " ")
    return "# " + String(String.UnicodeScalarView(line.unicodeScalars.filter { !YAMLString.isInvisible($0) }))
}
