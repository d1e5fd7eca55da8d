/// The texts of `starter/`, with names between two `@` to be replaced by values.
enum StarterTexts {
    /// Returns the text of a file, by its path there.
    static func text(of path: String) -> String {
        embeddedStarter.first { $0.name == path }?.text.description ?? ""
    }

    /// Returns the texts of a folder there, by their paths in the new repository: a name that begins with `dot-`
    /// gets a dot.
    static func texts(in folder: String) -> [String: String] {
        let files = embeddedStarter.filter { $0.name.hasPrefix(folder + "/") }.map { name, text in
            let names = name.dropFirst(folder.count + 1).split(separator: "/")
                .map { $0.hasPrefix("dot-") ? "." + $0.dropFirst(4) : String($0) }
            return (names.joined(separator: "/"), text.description)
        }
        return Dictionary(uniqueKeysWithValues: files)
    }

    /// Returns the text with values instead of their names.
    ///
    /// Names within values are not replaced.
    static func filled(_ text: String, with values: [String: String]) -> String {
        var parts = text.split(separator: "@", omittingEmptySubsequences: false)[...]
        var result = String(parts.popFirst() ?? "")
        while let part = parts.popFirst() {
            if let value = values[String(part)], let rest = parts.popFirst() {
                result += value + rest
            } else {
                result += "@" + part
            }
        }
        return result
    }
}
