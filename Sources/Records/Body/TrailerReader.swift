import Diagnostics

/// Takes the trailers off the end of an update's blocks.
struct TrailerReader {
    let text: BodyText
    let part: BodyParts.UpdatePart

    /// The trailers, in the author's order; their lines are gone from the tree.
    func take(into diagnostics: inout [Diagnostic]) -> [Trailer] {
        var trailers: [Trailer] = []
        while let last = part.document.root.lastChild {
            switch last.kind {
            case .rule:
                // A rule between updates separates them, and shows nothing.
                last.remove()
            case .paragraph:
                takeTrailingLines(of: last, keepingFirst: false, into: &trailers, &diagnostics)
                guard last.firstChild == nil else { return trailers.reversed() }
                last.remove()
            default:
                takeSwallowed(in: last, into: &trailers, &diagnostics)
                return trailers.reversed()
            }
        }
        return trailers.reversed()
    }
}

private extension TrailerReader {
    /// Takes lines from the paragraph's end for as long as they are trailers; the latest comes first.
    func takeTrailingLines(
        of paragraph: MarkdownNode,
        keepingFirst: Bool,
        into trailers: inout [Trailer],
        _ diagnostics: inout [Diagnostic]
    ) {
        let lines = ParagraphLines(of: paragraph).lines
        for line in lines.dropFirst(keepingFirst ? 1 : 0).reversed() {
            let text = line.text
            guard let trailer = Trailer(text) else {
                if let meant = Trailer.nearMiss(text) { diagnostics.append(misspelt(text, meant: meant)) }
                break
            }
            trailers.append(trailer)
            line.remove()
        }
        // A break before lines that are gone would show as an empty line.
        while let last = paragraph.lastChild, last.kind == .softBreak || last.kind == .lineBreak {
            last.remove()
        }
    }

    /// A line right behind a list's item or a quote belongs to it in Markdown. It counts all the same.
    func takeSwallowed(
        in block: MarkdownNode,
        into trailers: inout [Trailer],
        _ diagnostics: inout [Diagnostic]
    ) {
        guard block.kind == .list || block.kind == .quote else { return }
        var node = block
        while node.kind != .paragraph {
            guard let last = node.lastChild, node.kind != .code else { return }
            node = last
        }
        let before = trailers.count
        takeTrailingLines(of: node, keepingFirst: true, into: &trailers, &diagnostics)
        guard let first = trailers.last, trailers.count > before else { return }
        let name = block.kind == .list ? "list" : "quote"
        diagnostics.append(
            Diagnostic(
                .warning,
                .swallowedTrailer,
                "Markdown makes `\(first.name.rawValue):` part of the \(name) above it",
                at: text.location(ofTrailer: first.name.rawValue, skipping: 0, in: part.region),
                hint: "leave an empty line between the \(name) and it"
            )
        )
    }

    func misspelt(_ line: String, meant: Trailer.Name) -> Diagnostic {
        let key = String(line.prefix { $0 != ":" })
        return Diagnostic(
            .warning,
            .unknownTrailer,
            "`\(key):` is no trailer, and is read as text",
            at: text.location(of: key, from: part.region.lowerBound),
            hint: "did you mean `\(meant.rawValue):`?"
        )
    }
}
