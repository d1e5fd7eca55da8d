@testable import StatusSite

/// The part of `docs/templates.md` that lists every word of every page, made from the vocabularies.
struct VocabularyDocument {
    private let chapters: [Chapter]

    init(of pages: [any PageContext.Type], and messages: [any PageContext.Type]) {
        // What is rendered by itself, as parts of pages and mails are, has no head and knows less.
        chapters = [
            Chapter(heading: "On every page", pages: pages, shared: Head.words),
            Chapter(heading: "In every message", pages: messages, shared: Self.common(to: messages)),
        ]
    }

    /// Contexts that have a template each, and what they share.
    struct Chapter {
        let heading: String
        let pages: [any PageContext.Type]
        let shared: [Word]
    }

    /// The Markdown.
    var text: String {
        let pages = chapters.flatMap(\.pages)
        let parts = everyContext(of: pages).filter { type in !pages.contains { $0 == type } }
            .sorted { Self.title(of: $0) < Self.title(of: $1) }
        return chapters.map(text).joined()
            + "## Within sections\n\n"
            + parts.map { "### \(Self.title(of: $0))\n\n\(table(of: $0.words))" }.joined(separator: "\n\n")
            + "\n"
    }
}

private extension VocabularyDocument {
    /// The words that all of them have.
    static func common(to pages: [any PageContext.Type]) -> [Word] {
        let all = pages.first?.words ?? []
        return all.filter { word in pages.allSatisfy { $0.word(named: word.name) != nil } }
    }

    func text(of chapter: Chapter) -> String {
        "## \(chapter.heading)\n\n\(table(of: chapter.shared))\n\n"
            + chapter.pages.map { section(of: $0, besides: chapter.shared) }.joined(separator: "\n\n")
            + "\n\n"
    }

    func section(of page: any PageContext.Type, besides shared: [Word]) -> String {
        let own = page.words.filter { word in !shared.contains { $0.name == word.name } }
        let heading = "## `\(page.template).mustache`\n\nMakes \(page.summary)."
        let knowsAllShared = page.words.count - own.count == shared.count
        guard knowsAllShared else { return heading + "\n\n" + table(of: page.words) }
        return own.isEmpty ? heading : heading + "\n\n" + table(of: own)
    }

    func table(of words: [Word]) -> String {
        let rows = words.map { "| `\($0.name)` | \(Self.description(of: $0.kind)) | \($0.summary) |" }
        return (["| name | kind | meaning |", "|---|---|---|"] + rows).joined(separator: "\n")
    }

    static func description(of kind: Word.Kind) -> String {
        switch kind {
        case .text: "text"
        case .texts: "texts"
        case .address: "address"
        case .markup: "Markdown"
        case .html: "HTML"
        case .flag: "yes or no"
        case .section(let context): "section: \(link(to: context))"
        case .list(let context): "list: \(link(to: context))"
        }
    }

    static func link(to context: any TemplateContext.Type) -> String {
        let title = title(of: context)
        return "[\(title)](#\(title.split(separator: " ").joined(separator: "-")))"
    }

    /// `ComponentRow` as "component row", `UpdateContext` as "update".
    static func title(of context: any TemplateContext.Type) -> String {
        var name = "\(context)"
        if name.hasSuffix("Context") { name.removeLast("Context".count) }
        return name.reduce(into: "") { title, letter in
            title += (letter.isUppercase && !title.isEmpty ? " " : "") + letter.lowercased()
        }
    }
}
