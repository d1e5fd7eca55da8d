import Diagnostics

@testable import StatusSite

/// A page about a library, with a value of every kind.
struct ShelfPage: PageContext {
    static let template = "shelf"
    static let summary = "A shelf, for tests."

    var title = "Poems & <plays>"
    var note: String?
    var body: String?
    var isOpen = true
    var owner: PersonContext?
    var books: [BookContext] = []

    static let vocabulary = Vocabulary<ShelfPage>([
        .text("title", "the shelf's name") { $0.title },
        .text("note", "a remark, if any") { $0.note },
        .html("body", "a description, if any") { $0.body.map { HTML(rendered: $0) } },
        .flag("isOpen", "whether it can be reached") { $0.isOpen },
        .section("owner", "whose it is, if anyone's") { $0.owner },
        .list("books", "what stands on it") { $0.books },
    ])
}

struct BookContext: TemplateContext {
    var name: String
    var note: String?
    var authors: [PersonContext] = []

    static let vocabulary = Vocabulary<BookContext>([
        .text("name", "the book's title") { $0.name },
        .text("note", "a remark, if any") { $0.note },
        .list("authors", "who wrote it") { $0.authors },
    ])
}

struct PersonContext: TemplateContext {
    var name: String

    static let vocabulary = Vocabulary<PersonContext>([.text("name", "the person's name") { $0.name }])
}

/// The templates of a site whose only page is the shelf.
func shelf(
    _ template: String,
    with others: [String: String] = [:],
    into diagnostics: Findings
) -> SiteTemplates? {
    let texts = others.merging(["shelf": template]) { $1 }
    let files = texts.map { ("\($0).mustache", SourceFile(path: "\($0).mustache", bytes: Array($1.utf8))) }
    return SiteTemplates(
        Dictionary(files) { $1 },
        pages: [ShelfPage.self],
        into: diagnostics
    )
}

/// The shelf as the template makes it, or the mistakes that keep it from that.
func rendered(_ template: String, _ page: ShelfPage = ShelfPage(), with others: [String: String] = [:])
    -> String
{
    let diagnostics = Findings()
    guard let templates = shelf(template, with: others, into: diagnostics) else {
        return "\(diagnostics.all)"
    }
    return templates.text(page)
}

/// The templates' mistakes as `path:line:column id: message`.
func mistakes(in template: String, with others: [String: String] = [:]) -> [String] {
    let diagnostics = Findings()
    _ = shelf(template, with: others, into: diagnostics)
    return diagnostics.all.inOrder.map {
        let place = $0.location
        return "\(place.path):\(place.line):\(place.column) \($0.id.rawValue): \($0.message)"
    }
}
