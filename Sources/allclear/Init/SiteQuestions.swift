/// What a new site is called and where it will be: as it was said on the command line, else asked for, else made up.
struct SiteQuestions {
    let title: String
    let url: String
    /// What is made up, and has to be written by somebody: keys of `status.yml`.
    let madeUp: [String]

    /// - Parameters:
    ///   - pagesURL: where the repository's host would publish it.
    ///   - isAllowed: throws a refusal of an address that `status.yml` cannot have.
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
    /// A line of text; where it is empty, what was offered.
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
    /// The text in one line, with single blanks.
    fileprivate var words: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
