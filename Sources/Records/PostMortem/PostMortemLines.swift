import Diagnostics
import StatusModel

/// The lines between a post-mortem's heading and its text: the time of its publication, the time for which it is
/// scheduled, and its visibility.
struct PostMortemLines {
    let configuration: Configuration
    let body: Body
    let part: BodyParts.PostMortemPart
    let findings: Findings

    /// The names of the lines.
    enum Name: String, CaseIterable {
        case published = "Published"
        case scheduled = "Scheduled"
        case visibility = "Visibility"
    }

    /// Reads the lines and removes them from the tree.
    func take(into postMortem: inout PostMortem) {
        var seen: [Name: SourceLocation] = [:]
        for block in part.document.root.children {
            if block.kind == .rule { continue }
            guard block.kind == .paragraph else { return }
            let lines = ParagraphLines(of: block).lines
            let count = lines.prefix { Self.nameAndValue(of: $0.text) != nil }.count
            for (index, line) in lines.prefix(count).enumerated() {
                guard let (name, value) = Self.nameAndValue(of: line.text) else { continue }
                let place = place(of: name, on: block.startLine + index)
                if let first = seen.updateValue(place, forKey: name) {
                    findings.add(repeated(name, at: place, first: first))
                }
                read(name, value, at: place, into: &postMortem)
                line.remove()
            }
            tidy(block)
            guard count == lines.count else { return }
        }
    }
}

extension PostMortemLines {
    /// Returns the name and the value of a line; `nil` if it is not one of the three.
    static func nameAndValue(of line: String) -> (name: Name, value: String)? {
        guard let colon = line.utf8.prefix(20).firstIndex(of: UInt8(ascii: ":")),
            let name = byWord[line[..<colon].trimmed.folded]
        else { return nil }
        return (name, line[line.utf8.index(after: colon)...].trimmed)
    }

    private static let byWord = Dictionary(
        uniqueKeysWithValues: Name.allCases.map { ($0.rawValue.folded, $0) }
    )
}

private extension PostMortemLines {
    /// Removes the break before the first remaining line, or the whole paragraph if no line remains.
    func tidy(_ paragraph: MarkdownNode) {
        if let next = paragraph.firstChild, next.kind == .softBreak || next.kind == .lineBreak {
            next.remove()
        }
        if paragraph.firstChild == nil { paragraph.remove() }
    }

    func place(of name: Name, on line: Int) -> SourceLocation {
        let start = body.text.start(ofLine: line)
        let region = start..<max(start, body.text.end(ofLine: line))
        return body.text.location(ofTrailer: name.rawValue, skipping: 0, in: region)
    }

    func read(
        _ name: Name,
        _ value: String,
        at place: SourceLocation,
        into postMortem: inout PostMortem
    ) {
        switch name {
        case .published:
            postMortem.publishedOn = Day(value)
            guard postMortem.publishedOn == nil else { return }
            findings.error(
                .invalidTime, at: place, "`\(value)` is not a valid date", hint: "write it like `2026-01-31`"
            )
        case .scheduled:
            postMortem.scheduledAt = configuration.times.instant(value, at: place, into: findings)
        case .visibility:
            postMortem.visibility = Visibility.byWord[value.folded] ?? .internal
            guard Visibility.byWord[value.folded] == nil else { return }
            findings.error(
                .invalidValue, at: place, "`Visibility` cannot be `\(value)`",
                hint: "write `public` or `internal`")
        }
    }

    func repeated(_ name: Name, at place: SourceLocation, first: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, .duplicateTrailer, "`\(name.rawValue):` appears twice in this post-mortem", at: place,
            hint: "keep one of the two", related: [Diagnostic.Note("the first is here", at: first)])
    }
}
