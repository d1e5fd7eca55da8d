import Diagnostics

/// The HTML that the texts of a Markdown file lose, with its locations.
struct Losses {
    private(set) var remarks: [Remark] = []
    private let file: SourceFile
    /// The first location of each tag in the file.
    private lazy var places = Self.places(in: file)

    init(in file: SourceFile) {
        self.file = file
    }

    /// Returns the text with HTML converted to Markdown.
    mutating func markdown(of text: String) -> String {
        guard text.contains("<") else { return text }
        let converted = HTMLText(markdown: text)
        for tag in converted.losses {
            let place = places[tag].map { file.location(of: $0) } ?? file.start
            remarks.append(Remark(losing: tag, at: place))
        }
        return converted.markdown
    }
}

private extension Losses {
    static func places(in file: SourceFile) -> [String: Range<Int>] {
        let (open, close) = (UInt8(ascii: "<"), UInt8(ascii: ">"))
        var places: [String: Range<Int>] = [:]
        var start = file.bytes.firstIndex(of: open)
        while let tag = start {
            let rest = file.bytes[(tag + 1)...]
            let end = rest.firstIndex { $0 == open || $0 == close }
            guard let end else { break }
            start = file.bytes[end] == open ? end : file.bytes[end...].firstIndex(of: open)
            guard file.bytes[end] == close else { continue }
            let range = tag..<end + 1
            let text = String(decoding: file.bytes[range], as: UTF8.self)
            if places[text] == nil { places[text] = range }
        }
        return places
    }
}

extension Remark {
    /// Reports HTML that is not carried over, cutting long tags and comments short.
    init(losing html: String, at place: SourceLocation) {
        let beginning = html.utf8.count > 200 ? html.prefix(60) + "\u{2026}" : html[...]
        self.init("`\(beginning)` is left out: Markdown has no equivalent", at: place)
    }
}
