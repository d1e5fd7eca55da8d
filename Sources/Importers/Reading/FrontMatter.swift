import Diagnostics
import JSONFiles
import Records

/// The front matter of another tool's file, read as loosely as people write it.
///
/// What stops a reader of YAML, as tabs or a colon in a text without quotes, is read line by line; it and a missing
/// first line `---` leave no doubt about what was meant.
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
            throw Refusal("the file is not valid UTF-8", at: file.start)
        }
        self.file = file
        let parts = try FrontMatterParts(of: lines, in: file)
        let comments = HiddenComments(in: parts.body, of: file)
        body = comments.visibleLines
        switch parts.kind {
        case .yaml: fields = try Self.fields(ofYAML: parts.range, in: file)
        case .toml: fields = try TOML(reading: parts.range, in: file).fields
        case .json: fields = try JSONReader.read(file, in: parts.range).entries.map { Field($0, in: file) }
        }
        if parts.lacksOpening {
            remarks.append(Remark("the line `---` before the front matter is missing", at: file.start))
        }
        remark(on: comments)
    }
}

extension FrontMatter {
    /// The key, in whatever case its letters are: Hugo reads it so.
    subscript(key: String) -> Field? { fields.first { $0.isNamed(key) } }

    /// The one text of a key; `nil` if there is none, or an empty one.
    func text(_ key: String) -> PlacedText? { self[key]?.values.first { !$0.text.isEmpty } }

    /// The text of a key, on one line.
    func line(_ key: String) -> String { text(key)?.text.onOneLine ?? "" }

    func required(_ key: String) throws(Refusal) -> PlacedText {
        if let text = text(key) { return text }
        throw Refusal("there is no `\(key)`", at: place(of: key))
    }

    /// Where a key stands; the file's start where there is none.
    func place(of key: String) -> SourceLocation { self[key]?.key.location ?? file.start }

    /// What stands behind keys that a record has no place for: kept as comments.
    mutating func comments(besides known: [String]) -> [String] {
        fields.filter { field in !known.contains(where: field.isNamed) }.map { field in
            let key = field.key.text
            remarks.append(Remark("`\(key)` is kept as a comment", at: field.key.location))
            return "\(key): " + field.values.map(\.text).joined(separator: ", ")
        }
    }

    /// Whether a switch is on, as templates of these tools ask: any word but `false` and its like.
    func isOn(_ key: String) -> Bool {
        guard let word = text(key)?.text.lowercased() else { return false }
        return !["false", "no", "off", "n", "0"].contains(word)
    }
}

private extension FrontMatter {
    /// What is read of a record, too.
    static let largest = 1 << 20

    static func fields(ofYAML range: Range<Int>, in file: SourceFile) throws(Refusal) -> [Field] {
        let findings = Findings()
        if let document = YAMLDocument(reading: file, in: range, into: findings),
            case .map = document.content
        {
            return document.entries.map { Field($0) }
        }
        return try LooseYAML(reading: range, in: file).fields
    }

    /// Statusfy itself puts a comment with the language at the head of every text.
    mutating func remark(on comments: HiddenComments) {
        for range in comments.ranges
        where !String(decoding: file.bytes[range], as: UTF8.self).contains("language code:") {
            remarks.append(
                Remark("a comment, which readers did not see, is left out", at: file.location(of: range))
            )
        }
    }
}

extension FrontMatter {
    /// Refuses a key of those that stands there twice: nobody can tell which one counts.
    func refuseDoubles(of keys: [String]) throws(Refusal) {
        for key in keys {
            let doubles = fields.filter { $0.isNamed(key) }
            guard doubles.count > 1 else { continue }
            let place = doubles[1].key
            throw Refusal("the key `\(place.text)` appears here again", at: place.location)
        }
    }
}
