/// Diagnostics as items of an HTML list: place, message, the line with a caret under the very word, and
/// what to write instead.
public struct HTMLFormat: Sendable {
    /// Makes the format.
    public init() {}

    /// The items, a `<li>` each; nothing in them is markup of the diagnostics' own.
    public func text(for diagnostics: [Diagnostic]) -> String {
        diagnostics.map { "<li>\n\(item(for: $0))</li>\n" }.joined()
    }

    /// The words as they stand in HTML, without characters that move or turn what follows them.
    public func escaped(_ words: String) -> String {
        HTMLText.escaped(printable(words))
    }
}

private extension HTMLFormat {
    func item(for diagnostic: Diagnostic) -> String {
        let message = "\(escaped(diagnostic.message)) [\(escaped(diagnostic.id.rawValue))]"
        var item = place(diagnostic.location, before: message) + excerpt(at: diagnostic.location)
        if let hint = diagnostic.hint { item += "<p>hint: \(escaped(hint))</p>\n" }
        for note in diagnostic.related {
            item +=
                place(note.location, before: "note: \(escaped(note.message))") + excerpt(at: note.location)
        }
        return item
    }

    func place(_ location: SourceLocation, before words: String) -> String {
        "<p><b>\(escaped(location.path)):\(location.line):\(location.column)</b> \(words)</p>\n"
    }

    func excerpt(at location: SourceLocation) -> String {
        guard !location.excerpt.isEmpty else { return "" }
        let window = ExcerptWindow(around: location)
        // What is wider than the page is scrolled to, by the keyboard too.
        return "<pre tabindex=\"0\">\(escaped(window.line))\n<b>\(escaped(window.carets))</b></pre>\n"
    }
}
