/// Rows of a CSV file (RFC 4180).
enum CSV {
    /// Returns the fields of each row.
    static func rows(of text: String) throws(Unreadable) -> [[String]] {
        var (rows, row, field) = ([[String]](), [String](), "")
        var isQuoted = false
        var characters = Array(text.unicodeScalars)[...]
        while let character = characters.popFirst() {
            switch character {
            case "\"" where isQuoted && characters.first == "\"":
                field.unicodeScalars.append(character)
                characters.removeFirst()
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                row.append(field)
                field = ""
            case "\r" where !isQuoted: continue
            case "\n" where !isQuoted:
                rows.append(row + [field])
                (row, field) = ([], "")
            default: field.unicodeScalars.append(character)
            }
        }
        guard !isQuoted, row.isEmpty, field.isEmpty else {
            throw Unreadable("its last row is incomplete")
        }
        return rows
    }
}
