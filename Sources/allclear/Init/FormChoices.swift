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
            ("severities", page.severities.map(\.level)), ("components", components.map(\.id)),
        ]
    }
}

extension FormChoices {
    /// Where the form lies in a repository.
    static let path = ".github/workflows/record.yml"

    /// The form with these choices in place of those that it had; nothing where it has no place for them.
    func filled(into form: String) -> String? {
        var lines: [String] = []
        var (filled, isPassingOver) = (0, false)
        for line in form.split(separator: "\n", omittingEmptySubsequences: false) {
            if isPassingOver, line.drop(while: { $0 == " " }).hasPrefix("- ") { continue }
            lines.append(String(line))
            let list = lists.first { line.hasSuffix("`allclear init --form`: \($0.name)") }
            isPassingOver = list != nil
            guard let list else { continue }
            let indent = line.prefix { $0 == " " }
            lines += list.values.map { "\(indent)- \($0.quotedForYAML)" }
            filled += 1
        }
        return filled == lists.count ? lines.joined(separator: "\n") : nil
    }
}

extension String {
    /// The text as a YAML scalar, without quotation marks where it is sure to be a text.
    var writtenInYAML: String { wholeMatch(of: /[A-Z][A-Za-z]*-?[0-9]+/) == nil ? quotedForYAML : self }

    /// The text as a YAML scalar between quotation marks: always a text, whatever it looks like.
    var quotedForYAML: String {
        "\"" + replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
