/// An element of a plain list.
struct ItemContext: TemplateContext {
    let text: String

    static let vocabulary = Vocabulary<Self>([.text("item", "its text") { $0.text }])
}
