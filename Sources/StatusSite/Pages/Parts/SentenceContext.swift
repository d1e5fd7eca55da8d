/// A sentence of an element of a list.
struct SentenceContext: TemplateContext {
    let html: String

    static let vocabulary = Vocabulary<Self>([
        .html("sentence", "the sentence, with its links") { $0.html }
    ])

    init(_ html: String) {
        self.html = html
    }
}
