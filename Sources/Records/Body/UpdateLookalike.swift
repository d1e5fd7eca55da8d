import Diagnostics
import StatusModel

/// The beginning of a line that looks like that of an update but is not, such as `RESOLVED 01:45 UTC: all is well`.
struct UpdateLookalike: Equatable {
    /// The part of the line that looks like it, as written but without emphasis.
    let written: String
    /// The keyword to write; `nil` for capitals that are not a phase.
    let keyword: String?
    /// The time that goes with it.
    var time = ""
    /// The text after it.
    var rest = ""
    /// The word in its bracket, if updates use such brackets but the word is not a phase.
    var unknownWord: String?
    /// Whether it is in a bracket of the kind that updates use.
    var isSquare = false
}

extension UpdateLookalike {
    /// Reads a line without its markup; `nil` if it is text.
    init?(_ line: String, by words: PhaseWords) {
        let text = line.withoutInvisibleStart
        let found =
            Bracket(at: text).map { Self.bracketed($0, by: words) }
            ?? Self.phase(atStartOf: text)
            .flatMap {
                Self.bare($0.keyword, before: $0.rest, in: text)
                    ?? Self.inCapitals($0.keyword, before: $0.rest, in: text, by: words)
            }
        guard let found else { return nil }
        self = found
    }

    /// The line to write instead.
    var line: String {
        let bracket = "[" + [keyword ?? "", time].filter { !$0.isEmpty }.joined(separator: " ") + "]"
        return rest.isEmpty ? bracket : "\(bracket) \(rest.cut(to: 100))"
    }
}

extension UpdateLookalike {
    /// Returns the error that reports it.
    func diagnostic(at place: LinePlace, in text: BodyText) -> Diagnostic {
        Diagnostic(
            .error, unknownWord == nil ? .unmarkedUpdate : .unknownPhase,
            unknownWord.map { "unknown phase `\($0)`" }
                ?? "`\(written)` looks like the start of an update but is read as text",
            at: text.location(of: written, at: place),
            hint: "\(remedy) `\\\(written.cut(to: 40))` if it is meant as text")
    }

    private var remedy: String {
        guard let keyword else { return "the phases are \(list(Phase.namesOfIncidents)); write" }
        guard keyword == "UPDATE", rest.isEmpty, !time.isEmpty else { return "write `\(line)`, or" }
        return "write `\(line)`, `Updated: \(time)` if it is the time of the update above, or"
    }
}

// MARK: - In brackets

private extension UpdateLookalike {
    static func bracketed(_ bracket: Bracket, by words: PhaseWords) -> UpdateLookalike? {
        guard let content = bracket.content else { return unclosed(bracket) }
        let (word, time) = parts(of: content)
        let own = PhaseWords.own(Phase.normal(word))
        let known = own ?? (bracket.isASCII && !bracket.isSquare ? nil : words.keyword(for: word))
        let found = { keyword in
            UpdateLookalike(
                written: bracket.written,
                keyword: keyword,
                time: time,
                rest: bracket.behind.withoutSeparator,
                unknownWord: bracket.isSquare && own == nil ? word : nil,
                isSquare: bracket.isSquare
            )
        }
        if known != nil { return time.isEmpty || isTime(time) || bracket.isSquare ? found(known) : nil }
        guard bracket.isSquare, word.utf8.count <= 40, !words.isName(word), !words.isName(content) else {
            return nil
        }
        if let near = nearest(to: word) ?? beginning(of: word, time: time) { return found(near) }
        return isCapitals(word) && (time.isEmpty || isTime(time)) ? found(nil) : nil
    }

    /// Reads a bracket that is not closed, such as `[RESOLVED 01:45 UTC All is well.`
    static func unclosed(_ bracket: Bracket) -> UpdateLookalike? {
        guard let (keyword, rest) = phase(atStartOf: bracket.behind) else { return nil }
        if let found = bare(keyword, before: rest, in: bracket.text) { return found }
        guard bracket.isSquare else { return nil }
        let written = bracket.text.dropLast(suffix: rest)
        return UpdateLookalike(written: written, keyword: keyword, rest: rest.trimmed)
    }

    /// Returns the word and the time in the text between brackets.
    static func parts(of content: String) -> (word: String, time: String) {
        let start = content.utf8.firstIndex(where: \.isDigit) ?? content.endIndex
        let word = content[..<start].trimmed.trimming { ":,-–—@".unicodeScalars.contains($0) }
        return (word.trimmed, content[start...].trimmed)
    }

    /// Returns the phase within two edits of the word.
    static func nearest(to word: String) -> String? {
        guard word.utf8.count > 3 else { return nil }
        let near = PhaseMarker.keywords.compactMap { keyword in
            editDistance(from: word, to: keyword, atMost: 2).map { (keyword, $0) }
        }
        return near.min { $0.1 < $1.1 }?.0
    }

    /// Returns the phase in `[RESOLVED today]`, and in `[Resolved at 17:45]`.
    static func beginning(of word: String, time: String) -> String? {
        let first = word.prefix { !" :,@".contains($0) }
        guard !time.isEmpty || first.allSatisfy(\.isUppercase) else { return nil }
        return PhaseWords.own(Phase.normal(first))
    }

    /// Whether the word has at least four capital letters, no lowercase letters and no digits.
    static func isCapitals(_ word: String) -> Bool {
        var capitals = 0
        for scalar in word.unicodeScalars {
            if scalar.properties.isLowercase || scalar.properties.numericType != nil { return false }
            if scalar.properties.isUppercase { capitals += 1 }
        }
        return capitals >= 4
    }
}

// MARK: - Without brackets

extension UpdateLookalike {
    /// Returns the phase with which a text begins, without a letter or digit right after it, and the rest of the text.
    static func phase(atStartOf text: String) -> (keyword: String, rest: String)? {
        var text = text
        return text.withUTF8 { bytes in
            guard let (keyword, count) = phase(atStartOf: bytes) else { return nil }
            return (keyword, String(decoding: bytes[count...], as: UTF8.self))
        }
    }

    /// Returns the phase with which bytes begin, and its length; used for speed, because many lines are examined.
    static func phase(atStartOf bytes: UnsafeBufferPointer<UInt8>) -> (keyword: String, count: Int)? {
        guard let first = bytes.first else { return nil }
        for keyword in phasesByLetter[Int(first & 0x5F)] {
            let letters = keyword.utf8
            let isSame =
                bytes.count >= letters.count
                && zip(bytes, letters).allSatisfy { byte, letter in
                    letter == 0x20 ? " -_".utf8.contains(byte) : byte & 0xDF == letter
                }
            guard isSame, !continuesWord(bytes[letters.count...]) else { continue }
            return (PhaseWords.own(keyword) ?? keyword, letters.count)
        }
        return nil
    }
}

private extension UpdateLookalike {
    /// Reads a phase that is alone, or followed by a time, a colon or a dash.
    static func bare(_ keyword: String, before behind: String, in text: String) -> UpdateLookalike? {
        let written = { text.dropLast(suffix: $0).trimmed }
        let rest = behind.trimmedStart
        if rest.isEmpty { return UpdateLookalike(written: written(""), keyword: keyword) }
        let isApart = rest.utf8.count < behind.utf8.count
        let timed = String(rest.unicodeScalars.drop { Bracket.opening.contains($0) })
        if isApart, let time = time(atStartOf: timed) {
            let after = timed.dropFirst(bytesOf: time)
            return UpdateLookalike(
                written: written(after),
                keyword: keyword,
                time: time.trimmed,
                rest: after.withoutSeparator
            )
        }
        guard let mark = rest.unicodeScalars.first else { return nil }
        let isHyphen = mark == "-"
        let isHyphenApart = isApart || rest.dropFirst().first.map { " \t".contains($0) } ?? true
        guard
            Bracket.closing.contains(mark) || ":：–—".unicodeScalars.contains(mark)
                || isHyphen && isHyphenApart
        else { return nil }
        // `Update: 17:05` is an update of that time, too.
        let after = rest.withoutSeparator
        let time = time(atStartOf: after) ?? ""
        return UpdateLookalike(
            written: written(rest),
            keyword: keyword,
            time: time.trimmed,
            rest: after.dropFirst(bytesOf: time).withoutSeparator
        )
    }

    /// Reads a phase in capitals that is followed by text: `RESOLVED Stories take six seconds again.`
    ///
    /// The record must allow the phase, because an incident may begin with text such as `COMPLETED orders are lost`.
    static func inCapitals(
        _ keyword: String, before behind: String, in text: String, by words: PhaseWords
    ) -> UpdateLookalike? {
        let written = text.dropLast(suffix: behind)
        let rest = String(behind.unicodeScalars.drop { ".,;!".unicodeScalars.contains($0) })
        guard words.allows(keyword),
            !written.unicodeScalars.contains(where: { $0.properties.isLowercase }),
            rest.unicodeScalars.first.map({ $0.properties.isWhitespace }) ?? true
        else { return nil }
        return UpdateLookalike(written: written, keyword: keyword, rest: rest.withoutSeparator.trimmed)
    }

    /// Returns the time that the text begins with.
    static func time(atStartOf text: String) -> String? {
        guard let first = text.utf8.first, first.isDigit else { return nil }
        var cursor = ByteCursor(text)
        if TimeExpression(from: &cursor) != nil {
            return String(text.utf8.prefix(text.utf8.count - cursor.rest.count))
        }
        let digits = text.prefix { $0.isASCII && ($0.isNumber || ":-.".contains($0)) }
        return isTime(String(digits)) ? String(digits) : nil
    }

    /// Whether it is a time, or was meant as one: `1:45`, `25:00`.
    static func isTime(_ text: String) -> Bool {
        if TimeExpression(text) != nil { return true }
        let hours = text.utf8.prefix(while: \.isDigit)
        let rest = text.utf8.dropFirst(hours.count)
        return (1...2).contains(hours.count) && rest.first == UInt8(ascii: ":")
            && rest.dropFirst().first.map { $0.isDigit } ?? false
    }

    /// The phases by their first letter.
    static let phasesByLetter: [[String]] = {
        var phases = [[String]](repeating: [], count: 0x60)
        for keyword in PhaseMarker.phases.keys.sorted(by: >) {
            if let letter = keyword.utf8.first { phases[Int(letter)].append(keyword) }
        }
        return phases
    }()

    /// Whether the bytes continue with a letter, digit or apostrophe, so that the text before them is part of a word.
    static func continuesWord(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard let first = bytes.first else { return false }
        if first < 0x80 {
            return first.isDigit || first.isLetter
                || "_'".utf8.contains(first)
        }
        let scalar = String(decoding: bytes.prefix(4), as: UTF8.self).unicodeScalars.first
        return scalar.map { $0.properties.isXIDContinue || $0 == "’" } ?? false
    }
}
