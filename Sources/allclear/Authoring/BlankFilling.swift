import ArgumentParser
import Diagnostics
import Records
import StatusModel

/// A value for a blank of a prepared text, such as `region=Oregon`.
struct BlankValue: ExpressibleByArgument {
    let name: String
    let value: String

    init?(argument: String) {
        guard let equals = argument.firstIndex(of: "=") else { return nil }
        name = String(argument[..<equals]).onOneLine
        value = String(argument[argument.index(after: equals)...])
        guard !name.isEmpty else { return nil }
    }
}

/// The options for filling in the blanks of a prepared text, shared by `new` and `update`.
struct FillOptions: ParsableArguments {
    @Option(
        name: .customLong("fill"),
        help: ArgumentHelp(
            """
            The value of a blank in the prepared text, such as region=Oregon. Can be repeated. At a \
            terminal, you are asked for missing values.
            """,
            valueName: "name=value"))
    var values: [BlankValue] = []
}

/// Fills in the blanks of a prepared text: with values that were given, that are known, or that a person enters.
struct BlankFilling {
    private let site: AuthoredSite
    private let text: ReadyText
    private let prompt: Prompt?
    private var values: [String: String]

    /// - Parameters:
    ///   - known: the values that a record provides.
    ///   - prompt: asks for the other values; `nil` if nobody can be asked.
    init(
        of text: ReadyText, in site: AuthoredSite, given: [BlankValue], known: [String: String] = [:],
        asking prompt: Prompt?
    ) throws {
        (self.site, self.text, self.prompt, values) = (site, text, prompt, known)
        var seen: Set<String> = []
        for blank in given {
            guard text.blanks.contains(blank.name) else { throw CommandError.noBlank(blank.name, in: text) }
            guard seen.insert(blank.name).inserted else {
                throw CommandError(
                    "`\(blank.name)` is filled in twice", hint: "use `--fill` once for each blank")
            }
            values[blank.name] = try checked(blank.value, for: blank.name)
        }
    }
}

extension BlankFilling {
    /// Returns the words with all of their blanks filled in.
    ///
    /// Blanks that occur only in other words of the text stay open.
    mutating func filled(_ words: String) throws -> String {
        try fillIn([words])
        return ReadyText.filled(words, with: values)
    }

    /// Fills in all blanks of these words at once, so that a script gets an error with all that are open.
    mutating func fillIn(_ words: [String]) throws {
        var seen: Set<String> = []
        let open = words.flatMap(ReadyText.blanks).filter { values[$0] == nil && seen.insert($0).inserted }
        guard !open.isEmpty else { return }
        guard let prompt else { throw CommandError.open(open, in: text) }
        for name in open {
            let example = words.first { ReadyText.blanks(in: $0).contains(name) } ?? ""
            values[name] = try prompt.answer(to: "What is `{\(name)}`? (\(example))") { answer in
                try checked(answer, for: name)
            }
        }
    }

    /// Returns the value if it satisfies the same conditions as a typed text, and is a single line.
    private func checked(_ value: String, for name: String) throws -> String {
        guard !value.contains(where: \.isNewline) else {
            throw CommandError("the value of `{\(name)}` has several lines", hint: "write it on one line")
        }
        let value = value.onOneLine
        guard !value.isEmpty else {
            throw CommandError("the value of `{\(name)}` is empty", hint: "add some text")
        }
        try site.check(text: value, of: "incidents/new.md")
        return value
    }
}

extension CommandError {
    fileprivate static func noBlank(_ name: String, in text: ReadyText) -> CommandError {
        let blanks = text.blanks.map { "`{\($0)}`" }
        let near = nearest(to: name, in: text.blanks).map { "did you mean `\($0)`?" }
        return CommandError(
            "`\(text.id)` has no blank `{\(name)}`",
            hint: near
                ?? (blanks.isEmpty ? "it has none" : "its blanks are \(blanks.joined(separator: ", "))"))
    }

    fileprivate static func open(_ names: [String], in text: ReadyText) -> CommandError {
        let blanks = names.map { "`{\($0)}`" }.joined(separator: ", ")
        return CommandError(
            "\(blanks) in `\(text.id)` \(names.count == 1 ? "is" : "are") not filled in",
            hint: "add \(names.map { "`--fill \($0)=…`" }.joined(separator: " "))")
    }
}

extension AuthoredSite {
    /// Returns the prepared text of that id.
    func readyText(called id: String) throws -> ReadyText {
        try configuration.text(called: id)
    }

    /// Returns the prepared text from which the record was made: the one whose title, filled in, is the record's.
    ///
    /// - Returns: the text, and the values of the blanks in its title.
    func readyText(ofRecordIn file: SourceFile) throws -> (ReadyText, values: [String: String]) {
        let (texts, title) = (configuration.page.texts, reader.title(of: file) ?? "")
        let found = texts.compactMap { text in text.values(making: title).map { (text, values: $0) } }
        let id = RecordIndex.id(of: file.path)
        guard found.count != 1 else { return found[0] }
        let names = (found.isEmpty ? texts : found.map(\.0)).map { "`\($0.id)`" }.joined(separator: ", ")
        let example =
            "`allclear update \(id.quotedForShell) … --text \((found.first?.0 ?? texts.first)?.id ?? "")`"
        guard found.isEmpty else {
            throw CommandError(
                "\(found.count) prepared texts match the title of `\(id)`: \(names)",
                hint: "choose one: \(example)")
        }
        throw CommandError(
            "no prepared text matches the title of `\(id)`, \u{201C}\(title)\u{201D}",
            hint: texts.isEmpty
                ? "`status.yml` has no `texts`" : "choose one: \(example); the prepared texts are \(names)")
    }
}
