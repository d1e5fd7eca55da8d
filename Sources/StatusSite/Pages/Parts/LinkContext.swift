import StatusModel

/// A text with a link.
struct LinkContext: TemplateContext {
    let text: String
    /// The address; empty if pages may not link to it.
    let href: String

    static let vocabulary = Vocabulary<Self>([
        .text("text", "the text of the link") { $0.text },
        .text("href", "the address; empty if there is no link") { $0.href },
    ])
}

extension LinkContext {
    /// Makes a link to another site.
    ///
    /// Only `http`, `https` and `mailto` addresses become links: others could run a program.
    init(outside address: String, text: String? = nil) {
        let isSafe = ["https://", "http://", "mailto:"].contains { address.lowercased().hasPrefix($0) }
        self.init(text: text ?? address, href: isSafe ? address : "")
    }
}

extension LinkContext {
    /// HTML of the link, for the middle of a sentence.
    var html: HTML { "<a href=\"\(href)\">\(text)</a>" }
}
