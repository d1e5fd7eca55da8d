import ArgumentParser
import Diagnostics

extension Allclear {
    /// Refuses a first argument that is not a command, and suggests the most similar one: the library would report
    /// an unexpected argument.
    static func requireCommand(in arguments: [String]) throws {
        let names = configuration.subcommands.map { $0._commandName } + ["help"]
        let words = arguments.first == "help" ? arguments.dropFirst() : arguments[...]
        guard let word = words.first, !names.contains(word) else { return }
        let options = ["--version", "--help"]
        if word.hasPrefix("-") {
            guard let near = nearest(to: word, in: options), near != word else { return }
            throw ValidationError("Unknown option '\(printable(word))'. Did you mean '\(near)'?")
        }
        let near = nearest(to: word.lowercased(), in: names).map { "Did you mean '\($0)'?" }
        throw ValidationError(
            "Unknown command '\(printable(word))'. "
                + (near ?? "To list all commands, run 'allclear help'."))
    }
}
