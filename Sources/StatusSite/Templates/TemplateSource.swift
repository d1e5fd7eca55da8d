import Diagnostics

/// A template's text, and the nodes that it contains.
struct TemplateSource: Sendable {
    /// The file, without a byte order mark.
    let file: SourceFile
    /// The way in which it escapes values.
    let escaping: Escaping
    /// Its text, sections, values and partials.
    let nodes: [TemplateNode]

    /// Reads a template.
    ///
    /// Tags that cannot be read are reported and left out.
    init(_ file: SourceFile, named name: String, into findings: Findings) {
        if let mistake = file.encodingMistake(in: "the template") { findings.add(mistake) }
        let tags = TagScanner.tags(of: file, into: findings)
        self.file = file
        escaping = Escaping(ofTemplate: name)
        nodes = TemplateNode.nodes(of: tags, in: file, into: findings)
    }
}
