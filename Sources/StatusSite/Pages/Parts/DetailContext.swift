/// A label and its text: a row of a definition list.
struct DetailContext: TemplateContext {
    /// The label; may be empty.
    let label: String
    let text: String

    static let vocabulary = Vocabulary<Self>([
        .text("label", "the label; may be empty") { $0.label },
        .text("text", "its text") { $0.text },
    ])
}
