import Foundation

/// Writes a Swift file that holds files as string literals: `embed-files OUTPUT CONSTANT FOLDER NAME…`,
/// with each name a path relative to the folder.
///
/// Files that are not text, such as pictures, are in a separate constant, `CONSTANTInBytes`.
@main
struct EmbedFilesTool {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 4 else {
            throw Failure("usage: embed-files OUTPUT CONSTANT FOLDER NAME…")
        }
        let folder = arguments[3]
        let files = try arguments.dropFirst(4).map { name in
            (name: name, bytes: Array(try Data(contentsOf: URL(filePath: folder + "/" + name))))
        }
        let texts = files.filter { isText($0.bytes) }
            .map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) }
        let others = files.filter { !isText($0.bytes) }.map { ($0.name, characters(of: $0.bytes)) }
        var source = """
            /// The files of the folder, by name in the order of its bytes.
            \(constant(arguments[2], texts))
            """
        if !others.isEmpty {
            source += """
                /// Those that are not text: each byte is the character of that number.
                \(constant(arguments[2] + "InBytes", others))
                """
        }
        let output = URL(filePath: arguments[1])
        // An unchanged file is not rewritten, so that nothing that depends on it is rebuilt.
        if Data(source.utf8) != (try? Data(contentsOf: output)) { try Data(source.utf8).write(to: output) }
    }

    private static func isText(_ bytes: [UInt8]) -> Bool {
        String(decoding: bytes, as: UTF8.self).utf8.elementsEqual(bytes)
    }

    private static func characters(of bytes: [UInt8]) -> String {
        String(String.UnicodeScalarView(bytes.map(Unicode.Scalar.init)))
    }

    private static func constant(_ name: String, _ files: [(name: String, text: String)]) -> String {
        let entries = files.map { "    (name: \(literal($0.name)), text: \(literal($0.text)))" }
        return """
            let \(name): [(name: String, text: StaticString)] = [
            \(entries.joined(separator: ",\n"))
            ]

            """
    }

    /// Returns a literal of the text on one line, with all characters escaped that a literal cannot contain
    /// directly: one token for the compiler, whatever the text contains.
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

    /// An error that ends the tool.
    private struct Failure: Error, CustomStringConvertible {
        let description: String

        init(_ description: String) {
            self.description = description
        }
    }
}
