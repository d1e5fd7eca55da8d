import Diagnostics

/// A part of a template: text, or a tag, with the contents of a section.
indirect enum TemplateNode: Sendable {
    /// Literal text.
    case text(TemplateText)
    /// A value to write.
    case value(TemplateTag)
    /// A section, from its opening tag.
    case section(TemplateTag, [TemplateNode])
    /// Another template, with the whitespace in front of the tag if the tag is alone on its line.
    case partial(TemplateTag, indentation: ArraySlice<UInt8>?)
    /// Words of the site's language.
    case phrase(TemplateTag)
}

/// A stretch of a template's own text.
struct TemplateText: Sendable {
    let bytes: ArraySlice<UInt8>
    /// Whether the text begins a line.
    let beginsLine: Bool
    /// Whether a tag follows on the last line of the text; that line may be empty up to the tag.
    let isContinued: Bool

    /// Returns the text with each line of its template indented; cut off somewhere after `limit` bytes.
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
    /// The greatest depth of sections within sections, and of templates within templates.
    ///
    /// Rendering them takes room on the stack.
    static let greatestDepth = 24

    /// Returns the nodes of a template's tags and of the text between them.
    ///
    /// Sections that do not match are reported and repaired.
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

/// The nesting of tags in the sections that are open at their positions.
private struct Nesting {
    let file: SourceFile
    let findings: Findings
    /// The beginning of the text that is not in a node yet.
    private var position = 0
    private var open: [TemplateTag] = []
    /// The number of open sections of each name.
    private var openCounts: [String: Int] = [:]
    /// The nodes of the template itself, and of each open section.
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

    /// Closes the sections that are still open, and reports them.
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
    /// Returns the whole line of a tag that is alone on it and writes nothing itself: the line is removed with the tag.
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
