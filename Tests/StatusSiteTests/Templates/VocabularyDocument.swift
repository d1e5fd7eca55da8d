@testable import StatusSite

/// The part of `docs/templates.md` that lists every word of every page, made from the vocabularies.
struct VocabularyDocument {
    private let pages: [any PageContext.Type]
    private let shared: [Word]

    init(of pages: [any PageContext.Type]) {
        self.pages = pages
        // Parts of pages that are rendered by themselves know less than every page does.
        let common = Self.common(to: pages)
        let whole = pages.filter { page in page.words.contains { !common.contains($0.name) } }
        let inAll = Self.common(to: whole)
        shared = pages.first?.words.filter { inAll.contains($0.name) } ?? []
    }

    /// The Markdown.
    var text: String {
        let parts = everyContext(of: pages).filter { type in !pages.contains { $0 == type } }
            .sorted { Self.title(of: $0) < Self.title(of: $1) }
        return ["## On every page", table(of: shared)].joined(separator: "\n\n") + "\n\n"
            + pages.map(section).joined(separator: "\n\n") + "\n\n"
            + "## Within sections\n\n"
            + parts.map { "### \(Self.title(of: $0))\n\n\(table(of: $0.words))" }.joined(separator: "\n\n")
            + "\n"
    }
}

private extension VocabularyDocument {
    /// The names that all the pages have.
    static func common(to pages: [any PageContext.Type]) -> Set<String> {
        let names = pages.map { Set($0.words.map(\.name)) }
        return names.dropFirst().reduce(names.first ?? []) { $0.intersection($1) }
    }

    func section(of page: any PageContext.Type) -> String {
        let own = page.words.filter { word in !shared.contains { $0.name == word.name } }
        let heading = "## `\(page.template).mustache`\n\nMakes \(page.summary)."
        let knowsAllShared = page.words.count - own.count == shared.count
        guard knowsAllShared else { return heading + "\n\n" + table(of: page.words) }
        return own.isEmpty ? heading : heading + "\n\n" + table(of: own)
    }

    func table(of words: [Word]) -> String {
        let rows = words.map { "| `\($0.name)` | \(Self.description(of: $0.kind)) | \($0.summary) |" }
        return (["| name | kind | what it says |", "|---|---|---|"] + rows).joined(separator: "\n")
    }

    static func description(of kind: Word.Kind) -> String {
        switch kind {
        case .text: "text"
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
