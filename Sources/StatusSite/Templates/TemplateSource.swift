import Diagnostics

/// A template as it was read: its text and what stands in it.
struct TemplateSource: Sendable {
    /// The file, without a byte order mark.
    let file: SourceFile
    /// How it escapes values.
    let escaping: Escaping
    /// Its text, sections, values and partials.
    let nodes: [TemplateNode]

    /// Reads a template. What cannot be read is reported and left out.
    init(_ file: SourceFile, named name: String, into findings: Findings) {
        if let offset = file.bytes.firstOffsetThatIsNotUTF8 {
            findings.error(
                .notUTF8, at: file.location(of: offset..<offset + 1),
                "the template is not valid UTF-8: invalid byte at offset \(offset)",
                hint: "save it as UTF-8 in your editor")
        }
        let tags = TagScanner.tags(of: file, into: findings)
        self.file = file
        escaping = Escaping(ofTemplate: name)
        nodes = TemplateNode.nodes(of: tags, in: file, into: findings)
    }
}

extension [UInt8] {
    /// Where the first byte stands that UTF-8 does not allow there.
    fileprivate var firstOffsetThatIsNotUTF8: Int? {
        let text = String(decoding: self, as: UTF8.self)
        return zip(self, text.utf8).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    }
}
