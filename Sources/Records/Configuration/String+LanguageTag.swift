import Diagnostics

extension String {
    /// Whether it is a language tag of RFC 5646 without extensions: a language and, if needed, a script, a region and
    /// variants, such as `de`, `zh-Hant-TW` or `sl-rozaj`.
    var isLanguageTag: Bool {
        var parts = utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)[...]
        guard let language = parts.popFirst(), language.isOfLetters, (2...8).contains(language.count),
            language.count != 4
        else { return false }
        if let script = parts.first, script.isOfLetters, script.count == 4 { parts.removeFirst() }
        if let region = parts.first, region.isRegion { parts.removeFirst() }
        return parts.allSatisfy(\.isVariant)
    }
}

private extension Substring.UTF8View {
    var isOfLetters: Bool { allSatisfy(\.isLetter) }
    var isRegion: Bool { count == 2 && isOfLetters || count == 3 && allSatisfy(\.isDigit) }
    var isVariant: Bool {
        allSatisfy { $0.isLetter || $0.isDigit }
            && ((5...8).contains(count) || count == 4 && (first?.isDigit ?? false))
    }
}
