import Diagnostics
import StatusModel

/// Returns a hint with the line to write for a value that cannot be read, if the correct value can be found; otherwise,
/// the allowed form.
///
/// - Parameters:
///   - correction: returns the correct value for a value in plain characters.
///   - reads: whether a value can be read.
func lineToWrite(
    for text: String,
    at place: SourceLocation,
    by correction: (String) -> String? = { $0 },
    reads: (String) -> Bool,
    else form: String
) -> String {
    guard let right = corrected(text, by: correction, reads: reads) else { return form }
    // A value that YAML would read as a comment keeps its quotes.
    let written = right.utf8.first == UInt8(ascii: "#") ? "\"\(right)\"" : right
    return "write `\(place.line(writing: written, for: text))`"
}

extension Duration {
    /// Returns the duration that was meant by `1h30m`, `1.5 hours`, `90 min.`, `PT15M` or `half an hour`, in the form
    /// that records use.
    static func corrected(_ text: String) -> String? {
        var tokens = TimeTokens(text.folded.hasPrefix("pt") ? String(text.dropFirst(2)) : text)
        if tokens.take(["half"]) {
            tokens.skip(["an", "a"])
            return tokens.take(["hour"]) && tokens.isAtEnd ? "30m" : nil
        }
        var seconds = 0
        while !tokens.isAtEnd {
            tokens.skip(["and", "in", "about"], marks: "~,.")
            if tokens.isAtEnd { break }
            guard let part = part(of: &tokens) else { return nil }
            seconds += part
        }
        return seconds > 0 ? Duration(seconds: seconds).description : nil
    }

    /// Reads a number with its unit, and returns it in seconds.
    private static func part(of tokens: inout TimeTokens) -> Int? {
        let isOne = tokens.take(["a", "an", "one"])
        guard let whole = isOne ? 1 : tokens.number(1...6).flatMap({ Int($0) }) else { return nil }
        let decimals = tokens.attempt { tokens in tokens.mark(".,").flatMap { _ in tokens.number(1...2) } }
        tokens.skip()
        guard let unit = tokens.word() ?? tokens.mark("'").map({ _ in "m" }),
            let length = Duration("1" + unit) ?? Duration("1" + (unit == "hr" || unit == "hrs" ? "h" : unit))
        else { return nil }
        let hundredths = decimals.flatMap { Int($0.utf8.count == 1 ? $0 + "0" : $0) } ?? 0
        return whole * length.seconds + hundredths * length.seconds / 100
    }
}

extension LooseTime {
    /// Returns the day that was meant, in the form that records use.
    static func day(_ text: String) -> String? {
        LooseTime(text).flatMap { loose in
            let days = loose.date?.days ?? []
            return days.count == 1 ? days[0].description : nil
        }
    }

    /// Returns the time of day that was meant, in the form that records use.
    static func timeOfDay(_ text: String) -> String? {
        LooseTime(text).flatMap { loose in
            loose.clock?.isNextDay == false ? loose.clock?.time?.description : nil
        }
    }
}

/// Returns the error about a text that is not a valid day.
func invalidDay(_ text: String, at place: SourceLocation, example: String = "2026-01-31") -> Diagnostic {
    let loose = LooseTime(text)
    let hasTime = loose?.clock != nil && loose?.date?.days.isEmpty == false
    let fault = hasTime ? "a time is not allowed here" : loose?.date?.fault
    return Diagnostic(
        .error, .invalidTime,
        fault.map { "`\(text)` is not a valid date: \($0)" } ?? "`\(text)` is not a valid date",
        at: place,
        hint: lineToWrite(
            for: text,
            at: place,
            by: LooseTime.day,
            reads: { Day($0) != nil },
            else: "write it like `\(example)`"
        ))
}

/// Returns a decimal number with a point instead of a comma, and without a unit.
func correctedNumber(_ text: String) -> String? {
    let words = ["percent", "per cent", "%"]
    let number = words.reduce(text.folded) { $0.hasSuffix($1) ? String($0.dropLast($1.count)).trimmed : $0 }
    return (number.hasPrefix(".") || number.hasPrefix(",") ? "0" + number : number)
        .replacing(",", with: ".")
}

/// Returns an address with its missing or mistyped scheme corrected.
func correctedAddress(_ text: String) -> String? {
    guard !text.contains(where: \.isWhitespace) else { return nil }
    let folded = text.folded
    for scheme in ["https", "http"] {
        for slip in ["://", ":/", "//", ":", "/"] where folded.hasPrefix(scheme + slip) {
            let rest = text.dropFirst(scheme.count + slip.count).drop { $0 == "/" || $0 == ":" }
            return "\(scheme)://\(rest)"
        }
    }
    if folded.hasPrefix("//") { return "https:" + text }
    let host = text.split(separator: "/").first ?? ""
    guard host.contains("."), host.utf8.allSatisfy({ $0 > 0x20 }) else { return nil }
    return host.contains("@") ? "mailto:\(text)" : "https://\(text)"
}

/// Returns a color with the missing `#`, without transparency, or converted from three numbers.
func correctedColor(_ text: String) -> String? {
    let digits = text.folded.drop { $0 == "#" || $0 == "0" && text.folded.hasPrefix("0x") }.drop { $0 == "x" }
    if digits.allSatisfy({ $0.isASCII && $0.isHexDigit }) {
        return [3, 6, 8].contains(digits.utf8.count)
            ? "#" + digits.prefix(digits.utf8.count == 3 ? 3 : 6) : nil
    }
    guard text.folded.hasPrefix("rgb") else { return nil }
    let parts = text.split { !($0.isASCII && $0.isNumber) }.prefix(3).compactMap { UInt8($0) }
    guard parts.count == 3 else { return nil }
    return "#" + parts.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

/// Returns `true` or `false` for another word with that meaning.
func correctedFlag(_ word: String) -> String? {
    [
        "yes": "true", "y": "true", "on": "true", "1": "true", "no": "false", "n": "false", "off": "false",
        "0": "false",
    ][
        word.folded
    ]
}
