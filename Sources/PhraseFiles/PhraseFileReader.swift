import Diagnostics

/// A reader of files of phrases, line by line.
struct PhraseFileReader {
    private(set) var entries: [PhraseFile.Entry] = []
    private(set) var mistakes: [PhraseFile.Mistake] = []
    private let bytes: [UInt8]
    private var seen: Set<String> = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func read() {
        var start = bytes.textStart
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            read(trimmed(start..<end))
            start = end + 1
        }
    }
}

private extension PhraseFileReader {
    mutating func read(_ line: Range<Int>) {
        guard let first = line.first, bytes[first] != UInt8(ascii: "#") else { return }
        guard let equals = bytes[line].firstIndex(of: UInt8(ascii: "=")) else {
            return report(.noEqualsSign, at: line)
        }
        let name = trimmed(line.lowerBound..<equals)
        let said = trimmed(equals + 1..<line.upperBound)
        guard let (key, form) = keyAndForm(in: name) else { return }
        guard !said.isEmpty else { return report(.emptyText, at: name) }
        guard let phrase = PhraseText(text(of: said)) else { return report(.slot, at: said) }
        guard seen.insert("\(key)[\(form ?? "other")]").inserted else { return report(.duplicate, at: name) }
        entries.append(
            PhraseFile.Entry(key: key, form: form, text: phrase, keyRange: name, textRange: said)
        )
    }

    /// Returns the key and its form, such as `incidents[one]`; `nil` if either is invalid, which is reported.
    mutating func keyAndForm(in name: Range<Int>) -> (key: String, form: String?)? {
        let bracket = bytes[name].firstIndex(of: UInt8(ascii: "[")) ?? name.upperBound
        let key = name.lowerBound..<bracket
        guard bytes[key].isKey else {
            report(.key, at: name)
            return nil
        }
        guard bracket < name.upperBound else { return (text(of: key), nil) }
        let form = text(of: bracket..<name.upperBound)
        guard let known = PhraseFile.forms.first(where: { form == "[\($0)]" }) else {
            report(.form, at: bracket..<name.upperBound)
            return nil
        }
        return (text(of: key), known)
    }

    mutating func report(_ kind: PhraseFile.Mistake.Kind, at range: Range<Int>) {
        mistakes.append(PhraseFile.Mistake(kind: kind, range: range))
    }

    func text(of range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    func trimmed(_ range: Range<Int>) -> Range<Int> {
        guard let first = range.first(where: { !bytes[$0].isPadding }),
            let last = range.last(where: { !bytes[$0].isPadding })
        else { return range.lowerBound..<range.lowerBound }
        return first..<last + 1
    }
}

extension ArraySlice<UInt8> {
    /// Whether the bytes are words of lowercase letters, digits and inner hyphens, with dots between them.
    fileprivate var isKey: Bool {
        split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { word in
            (word.first?.isSmallLetter ?? false)
                && word.last != UInt8(ascii: "-") && word.allSatisfy(\.isOfKey)
        }
    }
}

extension UInt8 {
    /// Whether the byte is a space, a tab, or the rest of a line ending.
    fileprivate var isPadding: Bool { isBlank || self == UInt8(ascii: "\r") }

    fileprivate var isOfKey: Bool { isSmallLetter || isDigit || self == UInt8(ascii: "-") }
}
