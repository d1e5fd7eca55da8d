import Records
import StatusModel

/// The parts of a repository's files that follow `status.yml`: the choices in the form on GitHub, and the
/// description of the page in `README.md`.
///
/// Such files are written once and then belong to the team. So each part follows a comment that names it, and only
/// the lines after that comment are ever written again: up to the first that is blank or less indented.
struct RenewedParts {
    private let choices: [Part]
    private var readme: [Part]

    /// The name in a comment, and the lines after it.
    typealias Part = (name: String, lines: [String])

    /// - Parameter remote: the address of the repository, if known.
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
    /// The path of the form in a repository.
    static let form = ".github/workflows/record.yml"
    static let readme = "README.md"
    /// The files that have such parts.
    static let paths = [form, readme]

    /// Returns the parts that are known: links to a repository with an unknown name must not replace others.
    func known(in remote: RemoteRepository?) -> RenewedParts {
        var known = self
        if remote == nil { known.readme.removeAll { $0.name == ReadmeParts.links } }
        return known
    }

    /// Returns the text with these parts instead of its own, and the names of those that it has a place for.
    func filled(into text: String) -> (text: String, found: Set<String>) {
        var lines: [String] = []
        let parts = Dictionary(uniqueKeysWithValues: (choices + readme).map { ($0.name, $0) })
        var (found, indentPassedOver): (Set<String>, Int?) = ([], nil)
        // By Unicode scalars, because "\r\n" is one character: a carriage return stays with its line.
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

    /// Whether the form has a place for everything that people can choose from.
    func isWhole(form: String) -> Bool {
        let found = filled(into: form).found
        return choices.allSatisfy { $0.lines.isEmpty || found.contains($0.name) }
    }
}

extension String {
    /// The text as a YAML scalar, without quotation marks if it is certainly a text.
    var writtenInYAML: String { wholeMatch(of: /[A-Z][A-Za-z]*-?[0-9]+/) == nil ? quotedForYAML : self }

    /// The text as a YAML scalar in quotation marks, which is always a text, whatever it looks like.
    var quotedForYAML: String {
        YAMLString.quoted(self)
    }
}
