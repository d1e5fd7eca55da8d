import Records

/// Returns a text as YAML: plain if it cannot be misread, otherwise in double quotes.
func yaml(_ text: String) -> String {
    YAMLString.written(text)
}

/// Returns a text as a value in braces, where a comma would end it.
func yamlInBraces(_ text: String) -> String {
    text.utf8.contains(UInt8(ascii: ",")) ? YAMLString.quoted(text) : yaml(text)
}

/// Returns a key with a list of texts, one on each line; empty if the list is empty.
func yamlList(_ key: String, _ texts: [String]) -> [String] {
    texts.isEmpty ? [] : ["\(key):"] + texts.map { "  - \(yaml($0))" }
}

/// Returns a comment on one line, without characters that could end it.
func yamlComment(_ text: String) -> String {
    let line = text.split { $0.isNewline || $0.isWhitespace }.joined(separator: " ")
    return "# " + String(String.UnicodeScalarView(line.unicodeScalars.filter { !YAMLString.isInvisible($0) }))
}
