import Diagnostics
import Mustache

/// A template as it was read: its text and what stands in it.
struct TemplateSource {
    /// The file, without a byte order mark.
    let file: SourceFile
    /// How it escapes values.
    let escaping: Escaping
    /// Its sections, values and partials.
    let nodes: [TemplateNode]
    private let tags: [TemplateTag]

    /// Reads a template. What cannot be read is reported and left out.
    init(_ file: SourceFile, named name: String, diagnostics: inout [Diagnostic]) {
        if let offset = file.bytes.firstOffsetThatIsNotUTF8 {
            diagnostics.append(
                Diagnostic(
                    .error,
                    .notUTF8,
                    "the template is not UTF-8 from byte \(offset) on",
                    at: file.location(of: offset..<offset + 1),
                    hint: "save it as UTF-8"
                )
            )
        }
        let tags = TagScanner.tags(of: file, diagnostics: &diagnostics)
        self.file = file
        escaping = Escaping(ofTemplate: name)
        nodes = TemplateNode.nodes(of: tags, in: file, diagnostics: &diagnostics)
        self.tags = tags
    }

    /// The template for the library with the language's words in it, or nothing where the library refuses
    /// what the scanner took.
    func compiled(in language: Language, diagnostics: inout [Diagnostic]) -> MustacheTemplate? {
        do {
            return try MustacheTemplate(string: escaping.pragma + text(in: language))
        } catch {
            let line = (error as? MustacheTemplate.ParserError).map { $0.context.lineNumber - 1 } ?? 1
            diagnostics.append(
                Diagnostic(
                    .error,
                    .templateSyntax,
                    "the template cannot be read from here on",
                    at: file.location(ofLine: line),
                    hint: "look for a brace too many, or an accent behind a tag"
                )
            )
            return nil
        }
    }
}

private extension TemplateSource {
    /// The text with the language's words in place of phrases, and without the white space in front of a
    /// partial that has a line of its own.
    ///
    /// Mustache would put that space in front of each of the partial's lines. In HTML it means nothing,
    /// but in a code block, which it would change; and it takes the library's slow path. The words are the
    /// same on all pages, so they cost nothing when a page is rendered.
    func text(in language: Language) -> String {
        var bytes: [UInt8] = []
        var end = 0
        for tag in tags {
            if tag.kind == .phrase {
                bytes += file.bytes[end..<tag.range.lowerBound]
                bytes += escaping.escape(language.text.phrase(named: tag.name) ?? "").utf8
                end = tag.range.upperBound
            } else if tag.kind == .partial, file.bytes.isAlone(tag.range) {
                bytes += file.bytes[end..<file.bytes.startOfIndentation(before: tag.range.lowerBound)]
                end = tag.range.lowerBound
            }
        }
        bytes += file.bytes[end...]
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension [UInt8] {
    /// Where the first byte stands that UTF-8 does not allow there.
    fileprivate var firstOffsetThatIsNotUTF8: Int? {
        let text = String(decoding: self, as: UTF8.self)
        return zip(self, text.utf8).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    }

    fileprivate func isAlone(_ range: Range<Int>) -> Bool {
        let start = startOfIndentation(before: range.lowerBound)
        let behind = self[range.upperBound...].first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
        return (start == 0 || self[start - 1] == UInt8(ascii: "\n"))
            && (behind == nil || behind == UInt8(ascii: "\n") || behind == UInt8(ascii: "\r"))
    }

    fileprivate func startOfIndentation(before index: Int) -> Int {
        var start = index
        while start > 0, self[start - 1] == UInt8(ascii: " ") || self[start - 1] == UInt8(ascii: "\t") {
            start -= 1
        }
        return start
    }
}

extension SourceFile {
    /// Where the line begins, counted from 1.
    fileprivate func location(ofLine line: Int) -> SourceLocation {
        var (offset, number) = (0, 1)
        while number < line, let end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) {
            (offset, number) = (end + 1, number + 1)
        }
        return location(of: offset..<offset + 1)
    }
}
