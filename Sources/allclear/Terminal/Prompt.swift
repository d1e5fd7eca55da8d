import Diagnostics
import Foundation

/// Asks the person at the terminal.
///
/// Questions go to standard error, because standard output is for data.
struct Prompt {
    /// Makes a prompt, or returns `nil` if there is nobody to ask: a question in a pipe would wait forever.
    init?() {
        guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else { return nil }
    }

    /// A choice: its name, and its description.
    struct Choice {
        let name: String
        let detail: String
    }
}

extension Prompt {
    /// Returns a line of text that is not empty.
    func line(_ question: String) throws -> String {
        try answer(to: question) { answer in
            guard !answer.isEmpty else { throw CommandError("the answer is empty") }
            return answer
        }
    }

    /// Returns an answer that can be read; if it cannot, says why and asks again.
    func answer<Value>(
        to question: String,
        among choices: [Choice] = [],
        reading: (String) throws -> Value
    ) throws -> Value {
        try say(question)
        let width = choices.map(\.name.count).max() ?? 0
        for (number, choice) in choices.enumerated() {
            let name = choice.name.padding(toLength: width, withPad: " ", startingAt: 0)
            try say("\(number + 1)".leftPadded(to: 4) + "  \(name)  \(choice.detail)")
        }
        while true {
            let answer = try answer()
            do {
                return try reading(answer)
            } catch {
                guard let mistake = CommandError(because: error) else { throw error }
                try say("  \(mistake.reason)" + (mistake.hint.map { ": \($0)" } ?? ""))
                try say(question)
            }
        }
    }

    /// Returns the name that was typed: that of the choice with the typed number, or else the text itself.
    static func name(for answer: String, among choices: [Choice]) -> String {
        guard let number = Int(answer), !choices.contains(where: { $0.name == answer }) else { return answer }
        return choices.indices.contains(number - 1) ? choices[number - 1].name : answer
    }
}

private extension Prompt {
    func say(_ line: String, end: String = "\n") throws {
        try Console().tell(printable(line) + end)
    }

    func answer() throws -> String {
        try say("> ", end: "")
        guard let line = readLine() else {
            try say("")
            throw CommandError("the question was not answered", outcome: .nothingWritten)
        }
        return line.trimmingCharacters(in: .whitespaces)
    }
}

extension String {
    fileprivate func leftPadded(to width: Int) -> String {
        String(repeating: " ", count: max(0, width - count)) + self
    }
}
