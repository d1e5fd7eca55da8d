import Diagnostics

/// A template's tags with sections holding what stands in them.
indirect enum TemplateNode {
    /// A value to write.
    case value(TemplateTag)
    /// A section, from its opening tag.
    case section(TemplateTag, [TemplateNode])
    /// Another template.
    case partial(TemplateTag)
    /// Words of the site's language.
    case phrase(TemplateTag)
}

extension TemplateNode {
    /// Sections within sections, and templates within templates, are allowed to this depth: rendering
    /// them takes room on the stack.
    static let greatestDepth = 24

    /// Puts a template's tags in order. Sections that do not match are reported and mended.
    static func nodes(
        of tags: [TemplateTag],
        in file: SourceFile,
        diagnostics: inout [Diagnostic]
    ) -> [TemplateNode] {
        var nesting = Nesting(file: file)
        for tag in tags { nesting.add(tag) }
        nesting.finish()
        diagnostics += nesting.diagnostics
        return nesting.nodes
    }
}

/// Puts tags into the sections that are open where they stand.
private struct Nesting {
    let file: SourceFile
    var nodes: [TemplateNode] = []
    var diagnostics: [Diagnostic] = []
    private var open: [(tag: TemplateTag, around: [TemplateNode])] = []

    init(file: SourceFile) {
        self.file = file
    }

    mutating func add(_ tag: TemplateTag) {
        switch tag.kind {
        case .escaped, .raw: nodes.append(.value(tag))
        case .partial: nodes.append(.partial(tag))
        case .phrase: nodes.append(.phrase(tag))
        case .section, .inverted: begin(tag)
        case .close: end(tag)
        }
    }

    /// Closes what is still open, and says so.
    mutating func finish() {
        while let tag = open.last?.tag {
            report("section `\(tag.name)` is not closed", at: tag, hint: "write `{{/\(tag.name)}}` behind it")
            close()
        }
    }

    private mutating func begin(_ tag: TemplateTag) {
        if open.count == TemplateNode.greatestDepth {
            report(
                "sections are nested deeper than \(TemplateNode.greatestDepth)",
                at: tag,
                hint: "take some of them apart"
            )
        }
        open.append((tag, nodes))
        nodes = []
    }

    private mutating func end(_ tag: TemplateTag) {
        guard let index = open.lastIndex(where: { $0.tag.name == tag.name }) else {
            return report("`{{/\(tag.name)}}` closes a section that is not open", at: tag, hint: openSections)
        }
        while open.count > index + 1, let inner = open.last?.tag {
            report(
                "section `\(inner.name)` is not closed",
                at: inner,
                hint: "write `{{/\(inner.name)}}` in front of `{{/\(tag.name)}}`"
            )
            close()
        }
        close()
    }

    private mutating func close() {
        let isTooDeep = open.count > TemplateNode.greatestDepth
        guard case (let tag, var around)? = open.popLast() else { return }
        if isTooDeep { around += nodes } else { around.append(.section(tag, nodes)) }
        nodes = around
    }

    private var openSections: String {
        open.last.map { "close `\($0.tag.name)` here, or leave the tag out" } ?? "leave the tag out"
    }

    private mutating func report(_ message: String, at tag: TemplateTag, hint: String) {
        diagnostics.append(
            Diagnostic(.error, .templateSyntax, message, at: file.location(of: tag.range), hint: hint)
        )
    }
}
