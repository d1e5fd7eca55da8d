/// The title and address of a new site: from the command line, from answers to questions, or made up.
struct SiteQuestions {
    let title: String
    let url: String
    /// The keys of `status.yml` whose values are made up and have to be replaced.
    let madeUp: [String]

    /// - Parameters:
    ///   - pagesURL: the address at which the repository's host would publish the site.
    ///   - isAllowed: throws an error for an address that `status.yml` cannot have.
    init(
        name: String?,
        url: String?,
        pagesURL: String?,
        prompt: Prompt?,
        isAllowed: (String) throws -> Void
    ) throws {
        let offered = pagesURL ?? Self.url
        let called =
            try name?.words ?? prompt?.line("What is the title of the site?", or: Self.title) { _ in }
        let found = try url?.words ?? prompt?.line("What is its address?", or: offered, isAllowed)
        (title, self.url) = (called ?? Self.title, found ?? offered)
        let isMadeUp = [
            ("title", name == nil && title == Self.title), ("url", url == nil && self.url == Self.url),
        ]
        madeUp = isMadeUp.filter(\.1).map(\.0)
    }
}

private extension SiteQuestions {
    static let title = "Example Status"
    static let url = "https://status.example.com"
}

extension Prompt {
    /// Returns a line of text, or what was offered if the answer is empty.
    fileprivate func line(
        _ question: String,
        or fallback: String,
        _ isAllowed: (String) throws -> Void
    ) throws -> String {
        try answer(to: "\(question) (Enter for \(fallback))") { answer in
            let words = answer.words
            try isAllowed(words.isEmpty ? fallback : words)
            return words.isEmpty ? fallback : words
        }
    }
}

extension String {
    /// The text on one line, with single spaces.
    fileprivate var words: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
