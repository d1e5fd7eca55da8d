import Diagnostics
import StatusModel

/// The text of an update by itself: what it has to read as, once it stands in its file.
struct UpdateText {
    let prose: Prose
    /// The forms it can stand in, the best first.
    let forms: [UpdateDraft.Form]

    /// - Parameter path: the path of its file, which links in it are looked up from.
    init(_ text: String, at path: String, for reader: RecordReader) throws(AuthoringMistake) {
        let found = Findings()
        let source = SourceText(of: SourceFile(path: path, bytes: Array(text.utf8)), into: found)
        guard let file = source?.file else { throw .mistakeInText(found.all) }
        let body = Body(
            of: file,
            in: file.bytes.indices,
            as: nil,
            configuration: reader.configuration,
            index: reader.index,
            into: found
        )
        try Self.refuseMarkers(in: body)
        guard Self.ends(text) else { throw .textMisread }
        if let trailer = body.parts.strays.first { throw .trailerInText(trailer.name.rawValue) }
        if found.hasErrors { throw .mistakeInText(found.errors) }
        let root = body.parts.summary.root
        let isParagraph = (
            first: root.firstChild?.kind == .paragraph, last: root.lastChild?.kind == .paragraph
        )
        forms = [
            .init(beginsBehindBracket: isParagraph.first, holdsTrailers: isParagraph.last),
            .init(beginsBehindBracket: isParagraph.first, holdsTrailers: false),
            .init(beginsBehindBracket: false, holdsTrailers: false),
        ]
        prose = body.prose(of: body.parts.summary)
        // One that is to be written in an editor has no text yet.
        guard text.isEmpty || prose.text.contains(where: { !$0.isWhitespace }) else { throw .nothingToRead }
    }
}

extension RecordReader {
    /// Whether the text by itself can be that of an update.
    ///
    /// - Parameter path: the path of the record, which links in it are looked up from.
    public func check(text: String, of path: String) throws(AuthoringMistake) {
        _ = try UpdateText(text.trimmed, at: path, for: self)
    }
}

private extension UpdateText {
    static func refuseMarkers(in body: Body) throws(AuthoringMistake) {
        if let part = body.parts.updates.first { throw .markerInText(part.marker.bracket) }
        if let postMortem = body.parts.postMortem { throw .markerInText("# " + postMortem.title) }
    }

    /// Whether what stands below it is no part of it, as below a code block that nothing ends.
    static func ends(_ text: String) -> Bool {
        let below = "Below."
        let document = MarkdownDocument(parsing: Array((text + "\n\n" + below).utf8)[...])
        return document.root.lastChild.map { $0.kind == .paragraph && $0.plainText == below } ?? false
    }
}

extension AuthoringMistake {
    fileprivate static func mistakeInText(_ found: [Diagnostic]) -> AuthoringMistake {
        .mistakeInText(UnknownWord(reason: found.first?.message ?? "", hint: found.first?.hint))
    }
}
