import Diagnostics

/// A text as YAML reads it back.
///
/// Scalar by scalar: to a comparison of Characters, a quotation mark with a combining mark behind it is none.
public enum YAMLString {
    /// The text as it is where nothing in it means anything to YAML, else between quotes.
    public static func written(_ text: String) -> String {
        isPlain(text) ? text : quoted(text)
    }

    /// The text between double quotes.
    public static func quoted(_ text: String) -> String {
        "\"" + text.unicodeScalars.map(escaped).joined() + "\""
    }

    /// Control characters, the line ends of Unicode and byte order marks, which YAML cannot hold as they are.
    public static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
        default: scalar.isControl
        }
    }
}

private extension YAMLString {
    static func isPlain(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, first.isOfWord, text.utf8.last != UInt8(ascii: " ")
        else {
            return false
        }
        let isWord = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"].contains(text.lowercased())
        return !isWord
            && text.unicodeScalars.allSatisfy {
                $0.isOfWord || $0.isMark || " -_.,/()+;'".unicodeScalars.contains($0)
            }
    }

    static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"": return "\\\""
        case "\\": return "\\\\"
        case "\n": return "\\n"
        case "\t": return "\\t"
        case _ where isInvisible(scalar):
            let digits = String(scalar.value, radix: 16)
            return "\\U" + String(repeating: "0", count: 8 - digits.utf8.count) + digits
        default: return String(scalar)
        }
    }
}

extension Unicode.Scalar {
    /// Whether it is a letter or a number.
    var isOfWord: Bool { properties.isAlphabetic || properties.numericType != nil }

    /// Whether it stands on or beside the letter before it.
    var isMark: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }
}
