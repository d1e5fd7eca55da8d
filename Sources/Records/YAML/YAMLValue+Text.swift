import Diagnostics
import StatusModel
import Yams

extension YAMLValue {
    /// Returns the text of a key, without spaces around it; reports a list or a map.
    func text(named key: String, into findings: Findings) -> String? {
        if let string {
            let trimmed = string.trimmed
            if !trimmed.isEmpty { return trimmed }
            findings.error(
                .emptyValue, at: location, "`\(key)` is empty", hint: "add a value, or remove the key")
            return nil
        }
        findings.error(
            .wrongType, at: location, "`\(key)` must be text, not \(kind)",
            hint: "write one value, in double quotes if it begins with `[` or `{`")
        return nil
    }

    /// Returns the labels and texts of a map with the author's own keys, in the author's order.
    func details(
        named key: String, into findings: Findings, where isDetail: (_ label: String) -> Bool = { _ in true }
    ) -> [AuthorsDetail] {
        guard let entries else {
            findings.error(
                .wrongType, at: location, "`\(key)` must be a map of words to text, not \(kind)",
                hint: "write `word: text` lines under it")
            return []
        }
        return entries.compactMap { label, value in
            guard let name = label.string, !value.isEmpty else {
                findings.add(emptyValue(of: label))
                return nil
            }
            guard isDetail(name) else { return nil }
            if Visibility.isMisplaced(label, value) {
                findings.error(
                    .misplacedKey, at: label.location, "`\(name)` does not hide anything under `\(key)`",
                    hint:
                        "write `\(name): \(value.string ?? "")` at the start of a line, so that it is a key of the record"
                )
            }
            let text =
                value.elements?.compactMap { $0.text(named: name, into: findings) }.joined(separator: ", ")
                ?? value.text(named: name, into: findings)
            return text.map { AuthorsDetail(label: name, text: $0, key: label) }
        }
    }
}

/// One of the author's own keys, with its text.
struct AuthorsDetail {
    let label: String
    let text: String
    fileprivate let key: YAMLValue

    /// The place of the key, computed only if something is wrong with it.
    var place: SourceLocation { key.location }
}

extension YAMLValue {
    /// Reports every text with a control character from an escape such as `"\e"`.
    func reportControls(into findings: Findings) {
        if case .scalar(let scalar) = node, let control = scalar.string.firstControl {
            findings.add(CleanText.warning(of: Array(String(control).utf8)[...], at: location))
        }
        for element in elements ?? [] { element.reportControls(into: findings) }
        for (key, value) in entries ?? [] {
            key.reportControls(into: findings)
            value.reportControls(into: findings)
        }
    }
}

/// Returns the error about a key without a value, including `ticket: #12`, in which YAML finds a comment.
func emptyValue(of key: YAMLValue) -> Diagnostic {
    let line = key.location
    let rest = line.excerpt.utf8.dropFirst(line.column - 1 + line.length).drop { ": \t".utf8.contains($0) }
    let comment = rest.first == UInt8(ascii: "#") ? String(Substring(rest)).cleaned.trimmed : nil
    let name = key.string ?? ""
    return Diagnostic(
        .error, .emptyValue, "`\(name)` is empty" + (comment == nil ? "" : ": `#` starts a comment in YAML"),
        at: line, hint: comment.map { "write `\(name): \"\($0)\"`" } ?? "add a value, or remove the key")
}
