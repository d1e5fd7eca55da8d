/// A sentence that is an element of a list.
struct SentenceContext: TemplateContext {
    let html: HTML

    static let vocabulary = Vocabulary<Self>([
        .html("sentence", "the sentence, with its links") { $0.html }
    ])

    init(_ html: HTML) {
        self.html = html
    }
}
