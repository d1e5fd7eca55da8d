/// A label and what it says, a row of a definition list.
struct DetailContext: TemplateContext {
    /// May be empty.
    let label: String
    let text: String

    static let vocabulary = Vocabulary<Self>([
        .text("label", "what it is; may be empty") { $0.label },
        .text("text", "what it says") { $0.text },
    ])
}
