import Diagnostics
import JSONFiles
import Records

/// The front matter of another tool's file, read as loosely as people write it.
///
/// If it is not valid YAML, because of tabs or a colon in an unquoted text, it is read line by line. The first line
/// `---` may be missing.
struct FrontMatter {
    let file: SourceFile
    var fields: [Field]
    /// The lines after the front matter, without comments that readers did not see.
    let body: [SourceLine]
    var remarks: [Remark] = []

    /// A key with its values.
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
    /// The field of the key in upper or lower case, as Hugo reads it.
    subscript(key: String) -> Field? { fields.first { $0.isNamed(key) } }

    /// Returns the first text of a key that is not empty; `nil` if there is none.
    func text(_ key: String) -> PlacedText? { self[key]?.values.first { !$0.text.isEmpty } }

    /// Returns the text of a key, on one line.
    func line(_ key: String) -> String { text(key)?.text.onOneLine ?? "" }

    func required(_ key: String) throws(Refusal) -> PlacedText {
        if let text = text(key) { return text }
        throw Refusal("there is no `\(key)`", at: place(of: key))
    }

    /// Returns the location of a key, or the file's start if there is no such key.
    func place(of key: String) -> SourceLocation { self[key]?.key.location ?? file.start }

    /// Returns the fields that a record has no key for, to be kept as comments.
    mutating func comments(besides known: [String]) -> [String] {
        fields.filter { field in !known.contains(where: field.isNamed) }.map { field in
            let key = field.key.text
            remarks.append(Remark("`\(key)` is kept as a comment", at: field.key.location))
            return "\(key): " + field.values.map(\.text).joined(separator: ", ")
        }
    }

    /// Whether a switch is on, as in these tools' templates: any word except `false` and the like.
    func isOn(_ key: String) -> Bool {
        guard let word = text(key)?.text.lowercased() else { return false }
        return !["false", "no", "off", "n", "0"].contains(word)
    }
}

private extension FrontMatter {
    /// The largest size of a file, in bytes; a record has the same limit.
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

    /// Adds remarks on comments, except those with the language, which Statusfy itself adds to every text.
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
    /// Refuses any of those keys that appears twice, since it is unclear which one counts.
    func refuseDoubles(of keys: [String]) throws(Refusal) {
        for key in keys {
            let doubles = fields.filter { $0.isNamed(key) }
            guard doubles.count > 1 else { continue }
            let place = doubles[1].key
            throw Refusal("the key `\(place.text)` appears here again", at: place.location)
        }
    }
}
