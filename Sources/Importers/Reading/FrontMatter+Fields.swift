import Diagnostics
import JSONFiles
import Records

extension FrontMatter.Field {
    func isNamed(_ key: String) -> Bool { self.key.text.lowercased() == key.lowercased() }

    init(_ entry: YAMLDocument.Entry) {
        key = PlacedText(text: entry.key, location: entry.location)
        values = entry.value.texts
    }

    init(_ entry: JSON.Entry, in file: SourceFile) {
        key = PlacedText(text: entry.key, location: file.location(of: entry.value.range))
        values = entry.value.texts(in: file)
    }
}

extension YAMLDocument {
    /// The texts of a value: the elements of a list, and a whole map as one text.
    fileprivate var texts: [PlacedText] {
        switch content {
        case .text(let text): text.isEmpty ? [] : [PlacedText(text: text, location: location)]
        case .list(let elements): elements.flatMap(\.texts)
        case .map(let entries):
            [PlacedText(text: entries.map(\.line).joined(separator: ", "), location: location)]
        }
    }
}

extension YAMLDocument.Entry {
    fileprivate var line: String { "\(key): " + value.texts.map(\.text).joined(separator: ", ") }
}

extension JSON {
    fileprivate func texts(in file: SourceFile) -> [PlacedText] {
        let place = file.location(of: range)
        switch content {
        case .null: return []
        case .text(let text), .word(let text):
            return text.isEmpty ? [] : [PlacedText(text: text, location: place)]
        case .list(let elements): return elements.flatMap { $0.texts(in: file) }
        case .map:
            let pairs = entries.map {
                "\($0.key): " + $0.value.texts(in: file).map(\.text).joined(separator: ", ")
            }
            return [PlacedText(text: pairs.joined(separator: ", "), location: place)]
        }
    }
}
