import Foundation

/// Writes a Swift file that holds files as string literals:
/// `embed-templates OUTPUT FOLDER NAME…`, each name a path from the folder on.
@main
struct EmbedTemplatesTool {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 3 else { throw Failure("usage: embed-templates OUTPUT FOLDER NAME…") }
        let entries = try arguments.dropFirst(3).map { name in
            try entry(of: Array(Data(contentsOf: URL(filePath: arguments[2] + "/" + name))), named: name)
        }
        let source = """
            /// The files of `site-templates/`, by name in the order of its bytes.
            let embeddedTemplates: [(name: String, text: StaticString)] = [
            \(entries.joined(separator: ",\n"))
            ]

            """
        try Data(source.utf8).write(to: URL(filePath: arguments[1]))
    }

    private static func entry(of bytes: [UInt8], named name: String) throws -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.utf8.elementsEqual(bytes) else {
            throw Failure("site-templates/\(name) is not UTF-8; only text can be embedded")
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
