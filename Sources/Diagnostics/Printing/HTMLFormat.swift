/// A format for diagnostics as items of an HTML list: place, message, the line with a caret under the word in question,
/// and what to write instead.
public struct HTMLFormat: Sendable {
    /// Makes the format.
    public init() {}

    /// Returns the items, each a `<li>`.
    ///
    /// The text of the diagnostics is escaped, so it adds no markup.
    public func text(for diagnostics: [Diagnostic]) -> String {
        diagnostics.map { "<li>\n\(item(for: $0))</li>\n" }.joined()
    }

    /// Returns the words escaped for HTML, without characters that move the text after them or change its direction.
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
        // Lines wider than the page can be scrolled, with the keyboard as well.
        return "<pre tabindex=\"0\">\(escaped(window.line))\n<b>\(escaped(window.carets))</b></pre>\n"
    }
}
