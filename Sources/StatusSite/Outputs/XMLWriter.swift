/// A writer of XML 1.0 documents in UTF-8, with one element on each line.
struct XMLWriter {
    /// The bytes written so far.
    private(set) var bytes: [UInt8] = Array(#"<?xml version="1.0" encoding="UTF-8"?>"#.utf8) + [newLine]

    /// An attribute's name and value.
    typealias Attribute = (name: String, value: String)

    /// Writes an element with a text.
    mutating func element(_ name: String, _ attributes: [Attribute] = [], text: String) {
        open(name, attributes, end: ">")
        escape(text)
        close(name)
    }

    /// Writes an empty element.
    mutating func element(_ name: String, _ attributes: [Attribute]) {
        open(name, attributes, end: "/>\n")
    }

    /// Writes an element that contains others.
    mutating func element(
        _ name: String,
        _ attributes: [Attribute] = [],
        content: (inout XMLWriter) -> Void
    ) {
        open(name, attributes, end: ">\n")
        content(&self)
        close(name)
    }
}

private extension XMLWriter {
    static let newLine = UInt8(ascii: "\n")

    mutating func open(_ name: String, _ attributes: [Attribute], end: String) {
        bytes.append(UInt8(ascii: "<"))
        bytes += name.utf8
        for attribute in attributes {
            bytes.append(UInt8(ascii: " "))
            bytes += attribute.name.utf8
            bytes += "=\"".utf8
            escape(attribute.value)
            bytes.append(UInt8(ascii: "\""))
        }
        bytes += end.utf8
    }

    mutating func close(_ name: String) {
        bytes += "</".utf8
        bytes += name.utf8
        bytes += ">\n".utf8
    }

    /// Writes a text, to be used between tags or in an attribute, without characters that XML 1.0 does not allow
    /// (production 2, `Char`).
    mutating func escape(_ text: String) {
        for scalar in text.unicodeScalars where scalar.isAllowedInXML {
            if let reference = scalar.xmlReference {
                bytes += reference.utf8
            } else {
                bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
            }
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isAllowedInXML: Bool {
        switch value {
        case 0x09, 0x0A, 0x0D: true
        case ..<0x20, 0xFFFE, 0xFFFF: false
        default: true
        }
    }

    /// The reference for a character that must be escaped.
    ///
    /// The numbers are those that the RSS Advisory Board's profile recommends in titles: readers that take them for
    /// HTML show them correctly, too.
    fileprivate var xmlReference: String? {
        switch self {
        case "&": "&#x26;"
        case "<": "&#x3C;"
        case ">": "&#x3E;"
        case "\"": "&#x22;"
        case "\r": "&#xD;"
        default: nil
        }
    }
}
