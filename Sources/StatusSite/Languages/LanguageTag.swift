import Diagnostics
import _FoundationICU

/// A language tag as defined in BCP 47, such as `de`, `en-GB` or `zh-Hant-TW`.
struct LanguageTag: Sendable {
    /// The language alone, in lowercase, such as `en`.
    let language: String

    /// Reads a tag; `nil` if the text does not have the form of one, or if ICU does not know its language or its
    /// region.
    init?(_ tag: String) {
        let parts = tag.lowercased().split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard parts.allSatisfy(\.isSubtag), Self.isLanguage(parts[0]),
            parts.dropFirst().prefix(2).first(where: { $0.utf8.count == 2 }).map(Self.isRegion) ?? true
        else { return nil }
        language = parts[0]
    }
}

private extension LanguageTag {
    static func isLanguage(_ code: String) -> Bool {
        (2...3).contains(code.utf8.count) && swift_uloc_getISO3Language(code).pointee != 0
    }

    /// - Parameter code: two letters, in any case.
    static func isRegion(_ code: String) -> Bool {
        swift_uloc_getISO3Country("und_" + code.uppercased()).pointee != 0
    }
}

extension String {
    /// Whether the text has between one and eight letters and digits.
    fileprivate var isSubtag: Bool {
        (1...8).contains(utf8.count) && utf8.allSatisfy { $0.isSmallLetter || $0.isDigit }
    }
}
