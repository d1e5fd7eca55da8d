import Foundation
#if canImport(FoundationXML)
    import FoundationXML
#endif

/// An XML document as a parser that is not ours reads it.
final class XMLDocumentReader: NSObject, XMLParserDelegate {
    /// An element: its name, attributes, text and children.
    final class Element {
        let name: String
        let attributes: [String: String]
        var text = ""
        var children: [Element] = []

        init(name: String, attributes: [String: String]) {
            (self.name, self.attributes) = (name, attributes)
        }

        func all(_ name: String) -> [Element] { children.filter { $0.name == name } }
        subscript(name: String) -> String? { all(name).first?.text }
    }

    private var open = [Element(name: "", attributes: [:])]

    /// The document's root, or nothing where it is not well-formed.
    static func root(of bytes: [UInt8]) -> Element? {
        let parser = XMLParser(data: Data(bytes))
        let reader = XMLDocumentReader()
        parser.delegate = reader
        return parser.parse() ? reader.open[0].children.first : nil
    }

    func parser(
        _ parser: XMLParser,
        didStartElement name: String,
        namespaceURI: String?,
        qualifiedName: String?,
        attributes: [String: String]
    ) {
        open.append(Element(name: name, attributes: attributes))
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        open.last?.text += text
    }

    func parser(
        _ parser: XMLParser,
        didEndElement name: String,
        namespaceURI: String?,
        qualifiedName: String?
    ) {
        let element = open.removeLast()
        open.last?.children.append(element)
    }
}
