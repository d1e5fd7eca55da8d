import Records
import StatusModel

/// The parts of a repository's files that follow `status.yml`: what the form on GitHub lets people choose from, and
/// what `README.md` says of the page.
///
/// Such files are written once and belong to the team from then on. So each part lies below a comment that names it,
/// and only the lines below that comment are ever written again: up to the first that is blank, or less indented.
struct RenewedParts {
    private let choices: [Part]
    private var readme: [Part]

    /// What a comment names, and the lines below it.
    typealias Part = (name: String, lines: [String])

    /// - Parameter remote: where the repository lies, if that is known.
    init(of page: StatusPage, in remote: RemoteRepository?, at now: Instant) {
        let components = page.components.filter { !$0.isRetired(at: now) }
        let choices = [
            ("texts", page.texts.map(\.id)), ("severities", page.severities(inUseAt: now).map(\.level)),
            ("components", components.map(\.id)),
        ]
        self.choices = choices.map { ($0, $1.map { "- \($0.quotedForYAML)" }) }
        readme = ReadmeParts(of: page, in: remote, at: now).parts
    }
}

extension RenewedParts {
    /// Where the form lies in a repository.
    static let form = ".github/workflows/record.yml"
    static let readme = "README.md"
    /// The files that have such parts.
    static let paths = [form, readme]

    /// Those that are known: links to a repository whose name is not known are no reason to write over others.
    func known(in remote: RemoteRepository?) -> RenewedParts {
        var known = self
        if remote == nil { known.readme.removeAll { $0.name == ReadmeParts.links } }
        return known
    }

    /// The text with these parts in place of those that it had, and the names of those that it has a place for.
    func filled(into text: String) -> (text: String, found: Set<String>) {
        var lines: [String] = []
        let parts = Dictionary(uniqueKeysWithValues: (choices + readme).map { ($0.name, $0) })
        var (found, indentPassedOver): (Set<String>, Int?) = ([], nil)
        // By scalars, as "\r\n" is one character: a carriage return stays with its line.
        for scalars in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
            let line = String(scalars)
            let (words, end) = line.hasSuffix("\r") ? (line.dropLast(), "\r") : (line[...], "")
            let indent = words.prefix { $0 == " " }
            if let least = indentPassedOver, !words.isEmpty, indent.count >= least { continue }
            lines.append(line)
            let part = words.firstRange(of: "`allclear init --renew`: ").flatMap { mark in
                parts[String(words[mark.upperBound...].prefix { $0 != " " })]
            }
            indentPassedOver = part == nil ? nil : indent.count
            guard let part else { continue }
            found.insert(part.name)
            lines += part.lines.map { indent + $0 + end }
        }
        return (lines.joined(separator: "\n"), found)
    }

    /// Whether the form has a place for all that people are to choose from.
    func isWhole(form: String) -> Bool {
        let found = filled(into: form).found
        return choices.allSatisfy { $0.lines.isEmpty || found.contains($0.name) }
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
