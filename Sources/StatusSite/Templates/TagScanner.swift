import Diagnostics

/// A scanner that finds the tags of a template in its bytes.
///
/// It reads the part of Mustache that templates may use here, and rejects the rest: other delimiters, pragmas,
/// functions, inheritance and computed partials.
struct TagScanner {
    private let file: SourceFile
    private var position = 0
    private var tags: [TemplateTag] = []
    private let findings: Findings

    private init(_ file: SourceFile, into findings: Findings) {
        (self.file, self.findings) = (file, findings)
    }

    /// Returns the template's tags in their order.
    ///
    /// A tag that cannot be read is reported and left out.
    static func tags(of file: SourceFile, into findings: Findings) -> [TemplateTag] {
        var scanner = TagScanner(file, into: findings)
        while let start = scanner.nextOpening() { scanner.readTag(from: start) }
        return scanner.tags
    }
}

private extension TagScanner {
    var bytes: [UInt8] { file.bytes }

    /// Moves past the next `{{`, and returns its offset; `nil` if there is none.
    mutating func nextOpening() -> Int? {
        while position + 1 < bytes.count {
            if bytes[position] == UInt8(ascii: "{"), bytes[position + 1] == UInt8(ascii: "{") {
                position += 2
                return position - 2
            }
            position += 1
        }
        return nil
    }

    /// Reads the rest of the tag whose `{{` is at `start`, and moves past it.
    mutating func readTag(from start: Int) {
        let form = Form(sign: position < bytes.count ? bytes[position] : 0)
        let opening = position
        guard let end = closing(of: form) else {
            // A comment that is not closed extends to the end of the file.
            if form.isComment { position = bytes.count }
            return report(
                "the tag is not closed", at: start..<opening, hint: "close it with `\(form.closing)`")
        }
        position = end
        switch form.meaning {
        case .comment:
            tags.append(TemplateTag(kind: .comment, name: "", range: start..<end, nameRange: start..<start))
        case .refused(let feature, let hint):
            report("templates cannot use \(feature)", at: start..<end, hint: hint)
        case .tag(let kind):
            let contents = opening + form.signLength..<end - form.closing.utf8.count
            readName(in: contents, of: kind, tag: start..<end)
        }
    }

    /// Returns the end of the tag that begins before `position`.
    ///
    /// A tag other than a comment has to end on its line and before another tag begins.
    func closing(of form: Form) -> Int? {
        let length = form.closing.utf8.count
        var (index, braces) = (position + form.signLength, 0)
        while index < bytes.count {
            let byte = bytes[index]
            if !form.isComment, byte == UInt8(ascii: "{") || byte == UInt8(ascii: "\n") { return nil }
            braces = byte == UInt8(ascii: "}") ? braces + 1 : 0
            index += 1
            if braces == length { return index }
        }
        return nil
    }

    mutating func readName(in contents: Range<Int>, of kind: TemplateTag.Kind, tag: Range<Int>) {
        let range = trimmed(contents)
        let name = String(decoding: bytes[range], as: UTF8.self)
        guard isName(bytes[range], of: kind) else {
            let message = range.isEmpty ? "the tag has no name" : "`\(name)` is not a valid name"
            return report(message, at: range.isEmpty ? tag : range, hint: kind.nameRule)
        }
        tags.append(TemplateTag(kind: kind, name: name, range: tag, nameRange: range))
    }

    func trimmed(_ range: Range<Int>) -> Range<Int> {
        guard let first = range.first(where: { !bytes[$0].isSpace }),
            let last = range.last(where: { !bytes[$0].isSpace })
        else { return range.lowerBound..<range.lowerBound }
        return first..<last + 1
    }

    func isName(_ name: ArraySlice<UInt8>, of kind: TemplateTag.Kind) -> Bool {
        if kind == .partial || kind == .phrase {
            return !name.isEmpty && name.allSatisfy(\.isOfPartialName)
        }
        if name.elementsEqual(".".utf8) { return kind == .escaped || kind == .raw }
        let parts = name.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        return name.first?.isLetter == true && parts[0].allSatisfy { $0.isLetter || $0.isDigit }
            && parts.dropFirst().allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isOfKey) }
    }

    func report(_ message: String, at range: Range<Int>, hint: String) {
        findings.error(.templateSyntax, at: file.location(of: range), message, hint: hint)
    }
}

private extension TagScanner {
    /// The form of a tag, by the byte after its `{{`.
    struct Form {
        enum Meaning {
            case tag(TemplateTag.Kind)
            case comment
            case refused(String, instead: String)
        }

        let meaning: Meaning
        let signLength: Int
        let closing: String

        var isComment: Bool { if case .comment = meaning { true } else { false } }

        init(sign: UInt8) {
            let meaning = Self.meaning(of: sign)
            self.meaning = meaning ?? .tag(.escaped)
            signLength = meaning == nil ? 0 : 1
            closing = sign == UInt8(ascii: "{") ? "}}}" : "}}"
        }

        static func meaning(of sign: UInt8) -> Meaning? {
            switch sign {
            case UInt8(ascii: "#"): .tag(.section)
            case UInt8(ascii: "^"): .tag(.inverted)
            case UInt8(ascii: "/"): .tag(.close)
            case UInt8(ascii: ">"): .tag(.partial)
            case UInt8(ascii: "{"), UInt8(ascii: "&"): .tag(.raw)
            case UInt8(ascii: "@"): .tag(.phrase)
            case UInt8(ascii: "!"): .comment
            case UInt8(ascii: "="): .refused("other delimiters", instead: "write tags with `{{` and `}}`")
            case UInt8(ascii: "%"): .refused("pragmas", instead: "remove the tag")
            case UInt8(ascii: "<"), UInt8(ascii: "$"):
                .refused("inheritance", instead: "use a separate template with `{{>name}}`")
            default: nil
            }
        }
    }
}

extension TemplateTag.Kind {
    fileprivate var nameRule: String {
        switch self {
        case .partial: "use letters, digits, `-`, `_`, `.` and `/`, like `{{>update}}`"
        case .phrase: "use letters, digits, `-` and `.`, like `{{@history.title}}`"
        default:
            "use letters and digits, with a letter first, like `{{title}}`; a key may follow a dot"
        }
    }
}

extension UInt8 {
    fileprivate var isOfKey: Bool {
        isLetter || isDigit || self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
    }

    fileprivate var isOfPartialName: Bool {
        isLetter || isDigit || self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
            || self == UInt8(ascii: "/") || self == UInt8(ascii: ".")
    }
}
