import Diagnostics
import JSONFiles

extension JSONReader {
    /// Reads the file, or a part of it.
    static func read(_ file: SourceFile, in part: Range<Int>? = nil) throws(Refusal) -> JSON {
        do throws(JSONMistake) {
            return try read(file.bytes, in: part)
        } catch {
            let value = JSON(content: .null, range: error.offset..<error.offset + 1)
            throw Refusal(error.message, at: file.location(of: value))
        }
    }
}

extension SourceFile {
    /// Returns the location of a value, without the text of its line: such a file may be one line of many megabytes.
    func location(of value: JSON) -> SourceLocation {
        let place = location(of: value.range)
        return SourceLocation(
            path: path,
            line: place.line,
            column: place.column,
            length: place.length,
            excerpt: ""
        )
    }
}
