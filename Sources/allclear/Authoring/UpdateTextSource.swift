import ArgumentParser
import Foundation

/// The options for the text of an update and the promise of the next one, shared by `new` and `update`.
struct UpdateOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            When to promise the next update: a duration such as 20m, a time such as 17:45, or `policy` \
            to use the severity's update_every.
            """,
            valueName: "when"
        )
    )
    var nextUpdate: String?

    func validate() throws {
        guard let nextUpdate else { return }
        if nextUpdate.isEmpty || nextUpdate.contains(where: \.isNewline) {
            throw ValidationError("--next-update needs a duration such as 20m, or a time such as 17:45")
        }
    }
}

extension String {
    /// The text with single spaces between words, as in a trailer.
    var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

/// The source of an update's text.
enum UpdateTextSource {
    /// Returns the text that was given as an argument; otherwise, or for `-`, the contents of standard input; at a
    /// terminal, the answer to a question, which is asked again until the answer is valid.
    ///
    /// - Parameter offer: the text that Enter accepts, if any.
    static func text(
        given argument: String?,
        asking prompt: Prompt?,
        offering offer: String? = nil,
        checking check: (String) throws -> Void
    ) throws -> String {
        if let argument, argument != "-" { return try checked(argument) }
        if argument == nil, let prompt {
            let enter = offer.map { "; Enter for: \($0.onOneLine)" } ?? ""
            let question = "What do readers need to know? (Markdown, on one line\(enter))"
            return try prompt.answer(to: question) { answer in
                let text = answer.isEmpty ? offer ?? "" : answer
                guard !text.isEmpty else {
                    throw CommandError("the text is empty", hint: "one sentence is enough")
                }
                try check(text)
                return text
            }
        }
        // Without questions, somebody at a terminal would wait for the program, and the program for them.
        return try checked(argument == nil && isatty(STDIN_FILENO) == 1 ? "" : standardInput())
    }

    private static func checked(_ text: String) throws -> String {
        guard text.contains(where: { !$0.isWhitespace }) else {
            throw CommandError(
                "the update has no text",
                hint:
                    "give it as the last argument, or pipe it in: `echo 'We are investigating.' | allclear …`"
            )
        }
        return text
    }

    /// The maximum size of a record, in bytes.
    private static let largest = 1 << 20

    private static func standardInput() throws -> String {
        guard case .success(let bytes) = Folder.read(largest + 1, from: STDIN_FILENO) else {
            throw CommandError("standard input cannot be read")
        }
        guard bytes.count <= largest else {
            throw CommandError(
                "standard input is larger than 1 MiB, the limit for a record",
                hint: "shorten the text, or put a log in `static/` and link to it"
            )
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw CommandError("standard input is not UTF-8", hint: "save the text as UTF-8")
        }
        return text
    }
}
