import Diagnostics

/// The writing of texts in such a way that YAML reads them back unchanged.
///
/// It works on scalars: in a comparison of `Character`s, a quotation mark with a combining mark after it is not a
/// quotation mark.
public enum YAMLString {
    /// Returns the text as it is if nothing in it has a meaning in YAML; otherwise, in double quotes.
    public static func written(_ text: String) -> String {
        isPlain(text) ? text : quoted(text)
    }

    /// Returns the text in double quotes.
    public static func quoted(_ text: String) -> String {
        "\"" + text.unicodeScalars.map(escaped).joined() + "\""
    }

    /// Whether the scalar is a control character, a Unicode line ending or a byte order mark, which YAML cannot contain
    /// unescaped.
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
    /// Whether the scalar is a letter or a number.
    var isOfWord: Bool { properties.isAlphabetic || properties.numericType != nil }

    /// Whether the scalar is a mark that combines with the letter before it.
    var isMark: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }
}
