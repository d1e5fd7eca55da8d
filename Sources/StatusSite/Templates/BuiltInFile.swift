import Diagnostics

/// A template, style sheet, script, picture or language in the binary, which a site may replace with its own.
public struct BuiltInFile: Sendable {
    /// Its path in `site-templates/`, such as `languages/de.phrases`.
    public let name: String
    /// Its content.
    public let bytes: [UInt8]
}

extension BuiltInFile {
    /// All built-in files, in the order of their names.
    public static var all: [BuiltInFile] {
        SiteTemplates.builtIn.map { BuiltInFile(name: $0.key, bytes: $0.value.bytes) }
            .sorted { $0.name.precedes($1.name) }
    }

    /// Returns the file that a person means by a word: its name, or the last part of its name without the suffix, such
    /// as `de`; `nil` if there is none.
    public static func named(_ word: String) -> BuiltInFile? {
        let files = all
        return files.first { $0.name == word } ?? files.first { $0.shortName == word }
    }

    /// Its name without the folder and suffix, such as `announcement.slack`.
    public var shortName: String {
        let last = name.split(separator: "/").last ?? ""
        return last.lastIndex(of: ".").map { String(last[..<$0]) } ?? String(last)
    }
}
