import Diagnostics

/// A template, style sheet, script, picture or language in the binary, which a site may replace by its own.
public struct BuiltInFile: Sendable {
    /// Its path from `site-templates/` on, as in `languages/de.phrases`.
    public let name: String
    /// Its content.
    public let bytes: [UInt8]
}

extension BuiltInFile {
    /// All of them, in the order of their names.
    public static var all: [BuiltInFile] {
        SiteTemplates.builtIn.map { BuiltInFile(name: $0.key, bytes: $0.value.bytes) }
            .sorted { $0.name.precedes($1.name) }
    }

    /// The file that a person means: by its name, or by the name's last part without the ending, as in `de`; `nil` if
    /// there is none.
    public static func named(_ word: String) -> BuiltInFile? {
        let files = all
        return files.first { $0.name == word } ?? files.first { $0.shortName == word }
    }

    /// What it is called without its folder and ending, as in `announcement.slack`.
    public var shortName: String {
        let last = name.split(separator: "/").last ?? ""
        return last.lastIndex(of: ".").map { String(last[..<$0]) } ?? String(last)
    }
}
