import _FoundationICU

/// The rules for the form of a phrase with a number.
///
/// Categories and rules are those of Unicode's CLDR, from ICU.
struct PluralRules: Sendable {
    private let tag: String
    /// The categories of the numbers from 0 on, to which nearly all numbers on pages belong.
    private let small: [PluralCategory]

    init(of tag: String) {
        self.tag = tag
        small = Self.categories(of: 0..<200, in: tag)
    }
}

/// A category of numbers for which a language may have its own form.
enum PluralCategory: String, CaseIterable, Sendable {
    case zero, one, two, few, many, other

    /// The index among all categories.
    var place: Int {
        switch self {
        case .zero: 0
        case .one: 1
        case .two: 2
        case .few: 3
        case .many: 4
        case .other: 5
        }
    }

    /// Returns the form of a phrase for numbers without their own: `other`, or else the last one that it has.
    static func usual(among forms: some Sequence<PluralCategory>) -> PluralCategory? {
        forms.max { $0.place < $1.place }
    }
}

extension PluralRules {
    func category(of number: Int) -> PluralCategory {
        let number = Int(number.magnitude)
        return small.indices.contains(number)
            ? small[number] : Self.categories(of: number..<number + 1, in: tag)[0]
    }

    /// The categories of the numbers below two hundred.
    ///
    /// Pages count in whole numbers, so Polish does not need `other`.
    var categories: [PluralCategory] { PluralCategory.allCases.filter(Set(small).contains) }

    /// All categories of the language, including those of millions and of fractions.
    var allCategories: [PluralCategory] {
        var status = U_ZERO_ERROR
        let rules = swift_uplrules_open(tag, &status)
        defer { swift_uplrules_close(rules) }
        let keywords = swift_uplrules_getKeywords(rules, &status)
        defer { swift_uenum_close(keywords) }
        var names: Set<String> = []
        while let name = swift_uenum_next(keywords, nil, &status) { names.insert(String(cString: name)) }
        return PluralCategory.allCases.filter { names.contains($0.rawValue) }
    }

    private static func categories(of numbers: Range<Int>, in tag: String) -> [PluralCategory] {
        var status = U_ZERO_ERROR
        let rules = swift_uplrules_open(tag, &status)
        defer { swift_uplrules_close(rules) }
        return numbers.map { number in
            let name = ICUText.read(32) { swift_uplrules_select(rules, Double(number), $0, $1, &status) }
            return PluralCategory(rawValue: name) ?? .other
        }
    }
}
