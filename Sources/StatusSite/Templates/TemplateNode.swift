import Diagnostics

/// What stands in a template: text, and tags with sections holding what stands in them.
indirect enum TemplateNode: Sendable {
    /// What is written as it is.
    case text(TemplateText)
    /// A value to write.
    case value(TemplateTag)
    /// A section, from its opening tag.
    case section(TemplateTag, [TemplateNode])
    /// Another template, with what stands in front of the tag where that has its line for itself.
    case partial(TemplateTag, indentation: ArraySlice<UInt8>?)
    /// Words of the site's language.
    case phrase(TemplateTag)
}

/// A stretch of a template's own text.
struct TemplateText: Sendable {
    let bytes: ArraySlice<UInt8>
    /// Whether a line begins with it.
    let beginsLine: Bool
    /// Whether a tag stands behind it on its last line; that line may be empty up to there.
    let isContinued: Bool

    /// The text where each line of its template stands further in; cut somewhere behind `limit` bytes.
    func indented(by indentation: [UInt8], upTo limit: Int) -> [UInt8] {
        guard !indentation.isEmpty else { return Array(bytes) }
        var result = beginsLine && (isContinued || !bytes.isEmpty) ? indentation : []
        for index in bytes.indices where result.count <= limit {
            result.append(bytes[index])
            let isLast = index + 1 == bytes.endIndex
            if bytes[index] == UInt8(ascii: "\n"), isContinued || !isLast { result += indentation }
        }
        return result
    }
}

extension TemplateNode {
    /// Sections within sections, and templates within templates, are allowed to this depth: rendering
    /// them takes room on the stack.
    static let greatestDepth = 24

    /// Puts a template's tags and the text between them in order. Sections that do not match are reported and mended.
    static func nodes(
        of tags: [TemplateTag],
        in file: SourceFile,
        into findings: Findings
    ) -> [TemplateNode] {
        var nesting = Nesting(file, into: findings)
        for tag in tags { nesting.add(tag) }
        nesting.finish()
        return nesting.nodes
    }
}

/// Puts tags into the sections that are open where they stand.
private struct Nesting {
    let file: SourceFile
    let findings: Findings
    /// Where the text begins that no node holds yet.
    private var position = 0
    private var open: [TemplateTag] = []
    /// How many of the open sections have each name.
    private var openCounts: [String: Int] = [:]
    /// What stands in the template itself, and in each open section.
    private var levels: [[TemplateNode]] = [[]]

    init(_ file: SourceFile, into findings: Findings) {
        (self.file, self.findings) = (file, findings)
    }

    var nodes: [TemplateNode] { levels[0] }

    mutating func add(_ tag: TemplateTag) {
        let line = file.bytes.line(ofLone: tag)
        let cut = line ?? tag.range
        addText(upTo: cut.lowerBound, isContinued: line == nil)
        position = cut.upperBound
        switch tag.kind {
        case .escaped, .raw: append(.value(tag))
        case .partial:
            append(.partial(tag, indentation: line.map { file.bytes[$0.lowerBound..<tag.range.lowerBound] }))
        case .phrase: append(.phrase(tag))
        case .section, .inverted: begin(tag)
        case .close: end(tag)
        case .comment: break
        }
    }

    /// Closes what is still open, and says so.
    mutating func finish() {
        addText(upTo: file.bytes.count, isContinued: false)
        while let tag = open.last {
            report("section `\(tag.name)` is not closed", at: tag, hint: "add `{{/\(tag.name)}}` after it")
            close()
        }
    }

    private mutating func append(_ node: TemplateNode) { levels[levels.count - 1].append(node) }

    private mutating func addText(upTo end: Int, isContinued: Bool) {
        let beginsLine = position == 0 || file.bytes[position - 1] == UInt8(ascii: "\n")
        let bytes = file.bytes[position..<end]
        guard !bytes.isEmpty || beginsLine && isContinued else { return }
        append(.text(TemplateText(bytes: bytes, beginsLine: beginsLine, isContinued: isContinued)))
    }

    private mutating func begin(_ tag: TemplateTag) {
        if open.count == TemplateNode.greatestDepth {
            report(
                "sections are nested more than \(TemplateNode.greatestDepth) levels deep", at: tag,
                hint: "use fewer levels")
        }
        open.append(tag)
        openCounts[tag.name, default: 0] += 1
        levels.append([])
    }

    private mutating func end(_ tag: TemplateTag) {
        guard openCounts[tag.name, default: 0] > 0 else {
            return report("`{{/\(tag.name)}}` closes a section that is not open", at: tag, hint: openSections)
        }
        while let inner = open.last, inner.name != tag.name {
            report(
                "section `\(inner.name)` is not closed", at: inner,
                hint: "add `{{/\(inner.name)}}` before `{{/\(tag.name)}}`")
            close()
        }
        close()
    }

    private mutating func close() {
        let isTooDeep = open.count > TemplateNode.greatestDepth
        guard let tag = open.popLast(), let nodes = levels.popLast() else { return }
        openCounts[tag.name, default: 1] -= 1
        if !isTooDeep { append(.section(tag, nodes)) }
    }

    private var openSections: String {
        open.last.map { "close `\($0.name)` here, or remove the tag" } ?? "remove the tag"
    }

    private func report(_ message: String, at tag: TemplateTag, hint: String) {
        findings.error(.templateSyntax, at: file.location(of: tag.range), message, hint: hint)
    }
}

extension [UInt8] {
    /// The whole line of a tag that stands there alone and writes nothing of its own, which the tag takes with it.
    ///
    /// Source: the Mustache specification, `sections.yml` and `partials.yml`, on standalone tags.
    fileprivate func line(ofLone tag: TemplateTag) -> Range<Int>? {
        guard !tag.kind.isWritten else { return nil }
        var (start, end) = (tag.range.lowerBound, tag.range.upperBound)
        while start > 0, self[start - 1].isBlank { start -= 1 }
        while end < count, self[end].isBlank { end += 1 }
        guard start == 0 || self[start - 1] == UInt8(ascii: "\n") else { return nil }
        if end == count { return start..<end }
        if self[end] == UInt8(ascii: "\r"), end + 1 < count { end += 1 }
        return self[end] == UInt8(ascii: "\n") ? start..<end + 1 : nil
    }
}

extension TemplateTag.Kind {
    /// Whether the tag itself writes something.
    fileprivate var isWritten: Bool { self == .escaped || self == .raw || self == .phrase }
}
