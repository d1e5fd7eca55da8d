import Foundation

/// A part of an HTML, SVG or XML file, in which parts are found by how they begin and end in Allclear's output.
///
/// What authors write cannot look like them, because it is escaped and has no classes.
struct Markup {
    let bytes: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

    init(_ bytes: [UInt8]) { self.bytes = bytes[...] }
}

extension Markup {
    /// Returns the parts between each opening and the next closing.
    func pieces(from opening: String, to closing: String) -> [Markup] {
        var (pieces, rest) = ([Markup](), bytes)
        while let start = rest.range(of: opening) {
            rest = rest[start.upperBound...]
            guard let end = rest.range(of: closing) else { break }
            pieces.append(Markup(rest[..<end.lowerBound]))
            rest = rest[end.upperBound...]
        }
        return pieces
    }

    /// Returns the first part between an opening and the next closing.
    func piece(from opening: String, to closing: String) -> Markup? {
        guard let start = bytes.range(of: opening) else { return nil }
        let rest = bytes[start.upperBound...]
        return rest.range(of: closing).map { Markup(rest[..<$0.lowerBound]) }
    }

    /// Returns the parts that follow each opening, up to the next one.
    func split(at opening: String) -> [Markup] {
        var (pieces, rest) = ([Markup](), bytes)
        guard let first = rest.range(of: opening) else { return [] }
        rest = rest[first.upperBound...]
        while let next = rest.range(of: opening) {
            pieces.append(Markup(rest[..<next.lowerBound]))
            rest = rest[next.upperBound...]
        }
        return pieces + [Markup(rest)]
    }

    /// Returns the part before an opening; all of it if there is none.
    func before(_ opening: String) -> Markup {
        bytes.range(of: opening).map { Markup(bytes[..<$0.lowerBound]) } ?? self
    }

    /// Returns the value of the first attribute of that name.
    func attribute(_ name: String) -> String? {
        piece(from: " \(name)=\"", to: "\"").map { Markup.unescaped($0.source) }
    }

    /// Returns the values of all attributes of that name.
    func attributes(_ name: String) -> [String] {
        pieces(from: " \(name)=\"", to: "\"").map { Markup.unescaped($0.source) }
    }

    func contains(_ text: String) -> Bool { bytes.range(of: text) != nil }

    /// The text with its markup.
    var source: String { String(decoding: bytes, as: UTF8.self) }

    /// The text without tags.
    var text: String {
        var (words, rest) = ([UInt8](), bytes)
        while let tag = rest.firstIndex(of: UInt8(ascii: "<")) {
            words += rest[..<tag]
            rest =
                rest[(rest[tag...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? rest.endIndex)...]
        }
        return Markup.unescaped(String(decoding: words + rest, as: UTF8.self))
    }

    /// Returns an escaped text with its escapes replaced.
    static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var (words, rest) = ("", text[...])
        while let start = rest.firstIndex(of: "&"), let end = rest[start...].firstIndex(of: ";") {
            words += rest[..<start]
            words += character(named: rest[rest.index(after: start)..<end])
            rest = rest[rest.index(after: end)...]
        }
        return words + rest
    }

    private static func character(named name: Substring) -> String {
        let named = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
        if let character = named[String(name)] { return character }
        let isHexadecimal = name.hasPrefix("#x") || name.hasPrefix("#X")
        let digits = name.dropFirst(isHexadecimal ? 2 : 1)
        let scalar = UInt32(digits, radix: isHexadecimal ? 16 : 10).flatMap(Unicode.Scalar.init)
        return scalar.map { String($0) } ?? "&\(name);"
    }
}

extension ArraySlice<UInt8> {
    /// Returns the first range of a text, which must not be empty.
    func range(of text: String) -> Range<Int>? {
        var text = text
        return text.withUTF8 { wanted in
            withUnsafeBytes { all in
                guard let base = all.baseAddress, let first = wanted.baseAddress else { return nil }
                var place = 0
                while place + wanted.count <= all.count,
                    let found = memchr(
                        base + place, Int32(first.pointee), all.count - place - wanted.count + 1)
                {
                    place = base.distance(to: UnsafeRawPointer(found))
                    if memcmp(found, first, wanted.count) == 0 {
                        return startIndex + place..<startIndex + place + wanted.count
                    }
                    place += 1
                }
                return nil
            }
        }
    }
}
