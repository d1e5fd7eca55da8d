import Foundation
import PhraseFiles

/// Writes a Swift file with a function for each phrase of a file: `generate-phrases ENGLISH OUTPUT`.
@main
struct GeneratePhrasesTool {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3 else { throw Failure("usage: generate-phrases ENGLISH OUTPUT") }
        let file = PhraseFile(Array(try Data(contentsOf: URL(filePath: arguments[1]))))
        guard file.mistakes.isEmpty else {
            throw Failure(
                "\(arguments[1]): \(file.mistakes.map { "\($0.kind) at byte \($0.range.lowerBound)" })"
            )
        }
        let functions = PhraseKey.all(in: file).enumerated().map(Self.function)
        let source = Data("extension Phrases {\n\(functions.joined(separator: "\n"))\n}\n".utf8)
        let output = URL(filePath: arguments[2])
        // An unchanged file is not rewritten, so that nothing that depends on it is rebuilt.
        if source != (try? Data(contentsOf: output)) { try source.write(to: output) }
    }

    private static func function(at index: Int, for key: PhraseKey) -> String {
        let values = "[\(key.slots.joined(separator: ", "))]"
        let slots = key.slots.map { "\($0): Medium" }
        let signature = (key.isCounted ? ["_ n: Int"] : []) + slots
        let call = key.isCounted ? "counted(\(index), n, \(values))" : "filled(\(index), \(values))"
        let head =
            signature.isEmpty
            ? "var \(key.identifier): Medium"
            : "func \(key.identifier)(\(signature.joined(separator: ", "))) -> Medium"
        return "    /// `\(key.name)`\n    \(head) { \(call) }"
    }

    /// An error that ends the tool.
    private struct Failure: Error, CustomStringConvertible {
        let description: String

        init(_ description: String) {
            self.description = description
        }
    }
}
