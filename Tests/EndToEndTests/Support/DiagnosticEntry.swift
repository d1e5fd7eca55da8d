import Testing

/// An entry of `docs/diagnostics.md`: its id, how grave it is said to be, and its examples.
struct DiagnosticEntry: CustomTestStringConvertible, Sendable {
    let id: String
    /// `error` or `warning`, one for each example, or one for all of them.
    private(set) var severities: [String] = []
    /// Keys that take the place of those of the site's own `status.yml`.
    private(set) var configuration = ""
    private(set) var examples: [Example] = []

    var testDescription: String { id }

    /// What of a file an example is.
    enum Example: Sendable {
        /// Keys of a record's front matter.
        case keys(String)
        /// A record's text.
        case body(String)
        /// A record.
        case file(String)
        /// A template, with its name.
        case template(String, named: String)
        /// A file of phrases, with its language or its whole name.
        case phrases(String, of: String)
        /// A month of the ledger of alerts, as in `2026-03`.
        case ledger(String, of: String)
    }

    /// What the examples of the document are, in its order.
    static func entries(in document: String) -> [DiagnosticEntry] {
        var entries: [DiagnosticEntry] = []
        var fence: (info: [String], content: String)?
        for line in document.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("### `") {
                entries.append(DiagnosticEntry(id: line.dropFirst(5).dropLast().description))
            } else if line.hasPrefix("```"), let block = fence {
                if !entries.isEmpty { entries[entries.count - 1].take(block.info, block.content) }
                fence = nil
            } else if line.hasPrefix("```") {
                fence = (line.dropFirst(3).split(separator: " ").map(String.init), "")
            } else if fence != nil {
                fence?.content += line + "\n"
            } else if !entries.isEmpty {
                entries[entries.count - 1].takeSeverity(from: line)
            }
        }
        return entries
    }
}

private extension DiagnosticEntry {
    init(id: String) { self.id = id }

    mutating func takeSeverity(from line: Substring) {
        if line.hasPrefix("**Error") { severities.append("error") }
        if line.hasPrefix("**Warning") { severities.append("warning") }
    }

    mutating func take(_ info: [String], _ content: String) {
        switch info {
        case ["yaml", "status.yml"]: configuration += content
        case ["yaml", "record"]: examples.append(.keys(content))
        case ["markdown", "body"]: examples.append(.body(content))
        case ["markdown", "file"]: examples.append(.file(content))
        case _ where info.first == "mustache" && info.count == 2:
            examples.append(.template(content, named: info[1]))
        case _ where info.first == "phrases" && info.count == 2:
            examples.append(.phrases(content, of: info[1]))
        case _ where info.first == "csv" && info.count == 2:
            examples.append(.ledger(content, of: info[1]))
        default: break
        }
    }
}

/// YAML's top-level keys, each with all of its lines.
struct TopLevelKeys {
    private var keys: [(name: Substring, text: String)] = []

    init(_ yaml: String) {
        for line in yaml.split(separator: "\n") {
            if line.first?.isLetter == true {
                keys.append((line.prefix { $0 != ":" }, line + "\n"))
            } else if !keys.isEmpty {
                keys[keys.count - 1].text += line + "\n"
            }
        }
    }

    var names: [String] { keys.map { String($0.name) } }

    func without(_ name: String) -> TopLevelKeys {
        var rest = self
        rest.keys.removeAll { $0.name == name }
        return rest
    }

    /// The text with those of `other` in place of its own.
    func replaced(by other: String) -> String {
        let names = TopLevelKeys(other).names
        return keys.filter { !names.contains(String($0.name)) }.map(\.text).joined() + other
    }
}
