import Diagnostics
import StatusModel

/// The text of an update by itself, with the prose that it must be read as in its file.
struct UpdateText {
    let prose: Prose
    /// The layouts that it can have, the best first.
    let forms: [UpdateDraft.Form]

    /// - Parameter path: the path of its file, from which links in it are looked up.
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
        // A text that is to be written in an editor is still empty.
        guard text.isEmpty || prose.text.contains(where: { !$0.isWhitespace }) else { throw .nothingToRead }
    }
}

extension RecordReader {
    /// Checks that the text by itself can be the text of an update.
    ///
    /// - Parameter path: the path of the record, from which links in it are looked up.
    public func check(text: String, of path: String) throws(AuthoringMistake) {
        _ = try UpdateText(text.trimmed, at: path, for: self)
    }
}

private extension UpdateText {
    static func refuseMarkers(in body: Body) throws(AuthoringMistake) {
        if let part = body.parts.updates.first { throw .markerInText(part.marker.bracket) }
        if let postMortem = body.parts.postMortem { throw .markerInText("# " + postMortem.title) }
    }

    /// Whether text below it would not be part of it, as it would be after a code block that nothing closes.
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
