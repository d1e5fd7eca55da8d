import Diagnostics
import Records

/// The front matter of another tool's file, read as loosely as people write it.
///
/// Unquoted colons, tabs and a missing first line `---`, which stop other readers, are no doubt about what was
/// meant.
struct FrontMatter {
    let file: SourceFile
    var fields: [Field]
    /// The lines behind it, without comments that readers did not see.
    let body: [SourceLine]
    var remarks: [Remark] = []

    /// A key, and what stands behind it.
    struct Field {
        let key: PlacedText
        var values: [PlacedText] = []
    }

    /// Reads the YAML between lines `---`, the TOML between lines `+++` or `---toml`, or the JSON between braces
    /// or `---json`.
    init(of file: SourceFile) throws(Refusal) {
        guard file.bytes.count <= Self.largest else {
            throw Refusal("the file is larger than 1 MiB", at: file.start)
        }
        guard let lines = file.sourceLines else {
            throw Refusal("the file is not UTF-8", at: file.start)
        }
        self.file = file
        let parts = try FrontMatterParts(of: lines, in: file)
        let comments = HiddenComments(in: parts.body, of: file)
        body = comments.visibleLines
        switch parts.kind {
        case .yaml: fields = try YAMLFields(of: parts.content, in: file).fields
        case .toml: fields = try TOMLFields(of: parts.content, in: file).fields
        case .json: fields = try Self.fields(ofJSON: parts.content, in: file)
        }
        if parts.lacksOpening {
            remarks.append(Remark("the line `---` before the front matter is missing", at: file.start))
        }
        remark(on: comments)
        try refuseDoubles()
    }
}

extension FrontMatter {
    subscript(key: String) -> Field? { fields.first { $0.key.text == key } }

    /// The one text of a key; nothing where there is none, or an empty one.
    func text(_ key: String) -> PlacedText? {
        self[key]?.values.first { !$0.text.isEmpty && $0.text != "null" && $0.text != "~" }
    }

    func required(_ key: String) throws(Refusal) -> PlacedText {
        if let text = text(key) { return text }
        throw Refusal("there is no `\(key)`", at: place(of: key))
    }

    /// Where a key stands; the file's start where there is none.
    func place(of key: String) -> SourceLocation { self[key]?.key.location ?? file.start }

    /// What stands behind keys that a record has no place for: kept as comments.
    mutating func comments(besides known: [String]) -> [String] {
        fields.filter { !known.contains($0.key.text) }.map { field in
            let key = field.key.text
            remarks.append(Remark("`\(key)` is kept as a comment", at: field.key.location))
            return "\(key): " + field.values.map(\.text).joined(separator: ", ")
        }
    }

    /// Whether a switch is on, as templates of these tools ask: any word but `false` and its like.
    func isOn(_ key: String) -> Bool {
        guard let word = text(key)?.text.lowercased() else { return false }
        return !["false", "no", "off", "0"].contains(word)
    }
}

private extension FrontMatter {
    /// What is read of a record, too.
    static let largest = 1 << 20

    /// JSON is YAML to a reader of YAML.
    static func fields(ofJSON lines: ArraySlice<SourceLine>, in file: SourceFile) throws(Refusal) -> [Field] {
        let start = lines.first?.range.lowerBound ?? 0
        let end = lines.last?.range.upperBound ?? 0
        // The bytes before are blanks, so that places stay what they are.
        let blanked = file.bytes[..<start].map { $0 == UInt8(ascii: "\n") ? $0 : UInt8(ascii: " ") }
        var diagnostics: [Diagnostic] = []
        let document = YAMLDocument(
            reading: SourceFile(path: file.path, bytes: blanked + file.bytes[start..<end]),
            into: &diagnostics
        )
        if let mistake = diagnostics.first(where: { $0.severity == .error }) {
            throw Refusal(mistake.message, at: mistake.location)
        }
        return (document?.entries ?? []).map { entry in
            let values = entry.value.elements.isEmpty ? [entry.value] : entry.value.elements
            return Field(
                key: PlacedText(text: entry.key, location: entry.location),
                values: values.compactMap { value in
                    value.text.map { PlacedText(text: $0, location: value.location) }
                }
            )
        }
    }

    /// Statusfy itself puts a comment with the language at the head of every text.
    mutating func remark(on comments: HiddenComments) {
        for range in comments.ranges
        where !String(decoding: file.bytes[range], as: UTF8.self).contains("language code:") {
            remarks.append(
                Remark("a comment that readers did not see is left out", at: file.location(of: range))
            )
        }
    }

    func refuseDoubles() throws(Refusal) {
        var seen: Set<String> = []
        for field in fields where !seen.insert(field.key.text).inserted {
            throw Refusal(
                "the key `\(field.key.text)` stands here a second time",
                at: field.key.location
            )
        }
    }
}
