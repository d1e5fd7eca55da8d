import Records
import StatusModel

/// What the form of a repository on GitHub lets people choose from, as `status.yml` has it.
///
/// GitHub's forms are fixed: these lists stand in the workflow's file, each below a comment that names it, and
/// are renewed there.
struct FormChoices {
    private let lists: [(name: String, values: [String])]

    init(of page: StatusPage, at now: Instant) {
        let components = page.components.filter { !$0.isRetired(at: now) }
        lists = [
            ("texts", page.texts.map(\.id)), ("severities", page.severities(inUseAt: now).map(\.level)),
            ("components", components.map(\.id)),
        ]
    }
}

extension FormChoices {
    /// Where the form lies in a repository.
    static let path = ".github/workflows/record.yml"

    /// The form with these choices in place of those that it had; nothing where it has no place for them.
    func filled(into form: String) -> String? {
        var lines: [String] = []
        var (missing, isPassingOver) = (Set(lists.filter { !$0.values.isEmpty }.map(\.name)), false)
        // By scalars, as "\r\n" is one character: a carriage return stays with its line.
        for scalars in form.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
            let line = String(scalars)
            if isPassingOver, line.drop(while: { $0 == " " }).hasPrefix("- ") { continue }
            lines.append(line)
            let (text, end) = line.hasSuffix("\r") ? (line.dropLast(), "\r") : (line[...], "")
            let list = lists.first { text.hasSuffix("`allclear init --form`: \($0.name)") }
            isPassingOver = list != nil
            guard let list else { continue }
            missing.remove(list.name)
            let indent = line.prefix { $0 == " " }
            lines += list.values.map { "\(indent)- \($0.quotedForYAML)\(end)" }
        }
        return missing.isEmpty ? lines.joined(separator: "\n") : nil
    }
}

extension String {
    /// The text as a YAML scalar, without quotation marks where it is sure to be a text.
    var writtenInYAML: String { wholeMatch(of: /[A-Z][A-Za-z]*-?[0-9]+/) == nil ? quotedForYAML : self }

    /// The text as a YAML scalar between quotation marks: always a text, whatever it looks like.
    var quotedForYAML: String {
        YAMLString.quoted(self)
    }
}
