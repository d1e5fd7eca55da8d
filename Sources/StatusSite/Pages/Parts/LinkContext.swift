import StatusModel

/// A text that leads somewhere.
struct LinkContext: TemplateContext {
    let text: String
    /// Empty where the address is none that a page may lead to.
    let href: String

    static let vocabulary = Vocabulary<Self>([
        .text("text", "the text of the link") { $0.text },
        .text("href", "the address; empty if there is no link") { $0.href },
    ])
}

extension LinkContext {
    /// A link to another site. Only `http`, `https` and `mailto` addresses are led to: others could run
    /// a program.
    init(outside address: String, text: String? = nil) {
        let isSafe = ["https://", "http://", "mailto:"].contains { address.lowercased().hasPrefix($0) }
        self.init(text: text ?? address, href: isSafe ? address : "")
    }
}

extension LinkContext {
    /// HTML of the link, for the middle of a sentence.
    var html: HTML { "<a href=\"\(href)\">\(text)</a>" }
}
