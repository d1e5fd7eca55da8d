/// A text as YAML reads it back: plain where nothing in it could mean more, else between double quotes.
func yaml(_ text: String) -> String {
    isPlain(text) ? text : quoted(text)
}

/// A text as a value between braces, where a comma would end it.
func yamlInBraces(_ text: String) -> String {
    text.contains(",") ? quoted(text) : yaml(text)
}

/// A key with a list of texts, each on its line; no lines where the list is empty.
func yamlList(_ key: String, _ texts: [String]) -> [String] {
    texts.isEmpty ? [] : ["\(key):"] + texts.map { "  - \(yaml($0))" }
}

/// A comment: one line, without what could end it.
func yamlComment(_ text: String) -> String {
    let line = text.split { $0.isNewline || $0.isWhitespace }.joined(separator: " ")
    return "# " + String(String.UnicodeScalarView(line.unicodeScalars.filter { !isInvisible($0) }))
}

private func quoted(_ text: String) -> String {
    "\"" + text.unicodeScalars.map(escaped).joined() + "\""
}

private func isPlain(_ text: String) -> Bool {
    guard let first = text.first, first.isLetter || first.isNumber, text.last != " " else { return false }
    let isWord = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"].contains(text.lowercased())
    return !isWord && text.allSatisfy { $0.isLetter || $0.isNumber || " -_.,/()+;'".contains($0) }
        && !text.unicodeScalars.contains(where: isInvisible)
}

private func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\t": "\\t"
    case _ where isInvisible(scalar):
        "\\U" + String(repeating: "0", count: 8 - String(scalar.value, radix: 16).count)
            + String(scalar.value, radix: 16)
    default: String(scalar)
    }
}

/// Control characters, the line ends of Unicode and byte order marks, which YAML cannot hold as they are.
private func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
}
