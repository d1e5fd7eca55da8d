import ArgumentParser
import Foundation

/// What an update says, and when the next is promised: as arguments, for `new` and `update` alike.
struct UpdateOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            When to promise the next update: a duration such as 20m, a time such as 17:45, or policy, \
            which is the severity's update_every.
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
    /// With one blank between words, as a trailer has it.
    var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

/// Where an update's text comes from.
enum UpdateTextSource {
    /// The text that was given as an argument; else, and for `-`, what standard input holds; else, at a
    /// terminal, the answer to a question, which is asked again while the answer is no such text.
    ///
    /// - Parameter offer: what Enter stands for as an answer, if there is something.
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
        // Somebody at a terminal who sees no questions would wait as the program does.
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

    /// As large as a record may be.
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
