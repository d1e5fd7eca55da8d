import Foundation

/// Writes a Swift file that holds files as string literals:
/// `embed-files OUTPUT CONSTANT FOLDER NAME…`, each name a path from the folder on.
@main
struct EmbedFilesTool {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 4 else {
            throw Failure("usage: embed-files OUTPUT CONSTANT FOLDER NAME…")
        }
        let folder = arguments[3]
        let entries = try arguments.dropFirst(4).map { name in
            try entry(named: name, in: folder)
        }
        let source = """
            /// The files of the folder, by name in the order of its bytes.
            let \(arguments[2]): [(name: String, text: StaticString)] = [
            \(entries.joined(separator: ",\n"))
            ]

            """
        try Data(source.utf8).write(to: URL(filePath: arguments[1]))
    }

    private static func entry(named name: String, in folder: String) throws -> String {
        let path = folder + "/" + name
        let bytes = Array(try Data(contentsOf: URL(filePath: path)))
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.utf8.elementsEqual(bytes) else {
            throw Failure("\(path) is not UTF-8; only text can be embedded")
        }
        return "    (name: \(literal(name)), text: \(literal(text)))"
    }

    /// The text on one line, with everything escaped that a literal cannot hold as it stands: one token
    /// for the compiler, whatever the text contains.
    private static func literal(_ text: String) -> String {
        var literal = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": literal += "\\n"
            case "\"", "\\": literal += "\\\(scalar)"
            case " "..."~": literal.unicodeScalars.append(scalar)
            default: literal += "\\u{\(String(scalar.value, radix: 16))}"
            }
        }
        return literal + "\""
    }

    /// What stands in the way of embedding.
    private struct Failure: Error, CustomStringConvertible {
        let description: String

        init(_ description: String) {
            self.description = description
        }
    }
}
