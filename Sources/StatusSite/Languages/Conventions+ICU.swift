import StatusModel
import _FoundationICU

extension Conventions {
    /// Makes the conventions of a language; those of CLDR's root locale if CLDR does not know the language.
    ///
    /// - Parameter tag: a language tag, such as `de` or `en-GB`.
    convenience init(of tag: String) {
        let locale = Self.locale(of: tag)
        self.init(
            tag: tag,
            isRightToLeft: swift_uloc_isRightToLeft(locale) != 0,
            numbers: NumberRules(of: locale),
            dates: DateRules(of: locale),
            lists: ListRules(of: locale),
            plurals: PluralRules(of: locale)
        )
    }

    /// Returns ICU's name of the locale, with the Gregorian calendar, which all records use.
    ///
    /// A tag with only a language, a script and a region needs no conversion. For others, ICU reads its tables of
    /// extensions, which takes longer than everything else.
    private static func locale(of tag: String) -> String {
        let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
        if parts.count <= 3, parts.dropFirst().allSatisfy({ [2, 4].contains($0.utf8.count) }) {
            return parts.joined(separator: "_") + "@calendar=gregorian"
        }
        var status = U_ZERO_ERROR
        var locale = [CChar](repeating: 0, count: 128)
        let length = swift_uloc_forLanguageTag(tag + "-u-ca-gregory", &locale, 127, nil, &status)
        return String(decoding: locale.prefix(Int(length)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}

extension Conventions {
    /// Returns the language's name of the city that the zone is named after, such as "Dubai" or "New York"; `nil` if it
    /// is not named after a city.
    func city(of zone: Zone) -> String? {
        guard zone.name.contains("/"), !zone.name.hasPrefix("Etc/") else { return nil }
        var status = U_ZERO_ERROR
        let (name, pattern) = (Array(zone.name.utf16), Array("VVV".utf16))
        let format = swift_udat_open(
            UDAT_PATTERN, UDAT_PATTERN, Self.locale(of: tag), name, Int32(name.count),
            pattern, Int32(pattern.count), &status)
        defer { swift_udat_close(format) }
        let city = ICUText.read { swift_udat_format(format, 0, $0, $1, nil, &status) }
        return city.isEmpty ? nil : city
    }
}

extension NumberRules {
    fileprivate init(of locale: String) {
        var status = U_ZERO_ERROR
        let (plain, percents) = (
            swift_unum_open(UNUM_DECIMAL, nil, 0, locale, nil, &status),
            swift_unum_open(UNUM_PERCENT, nil, 0, locale, nil, &status)
        )
        defer {
            swift_unum_close(plain)
            swift_unum_close(percents)
        }
        let symbol = { symbol in
            ICUText.read { swift_unum_getSymbol(plain, symbol, $0, $1, &status) }
        }
        let affix = { affix in
            ICUText.read { swift_unum_getTextAttribute(percents, affix, $0, $1, &status) }
        }
        digits = [symbol(UNUM_ZERO_DIGIT_SYMBOL)] + Self.laterDigits.map(symbol)
        decimalSeparator = symbol(UNUM_DECIMAL_SEPARATOR_SYMBOL)
        groupSeparator = symbol(UNUM_GROUPING_SEPARATOR_SYMBOL)
        leastLeadingDigits = max(1, Int(swift_unum_getAttribute(plain, UNUM_MINIMUM_GROUPING_DIGITS)))
        // CLDR has a hyphen for most languages; a minus sign is as wide as a plus sign.
        minusSign = symbol(UNUM_MINUS_SIGN_SYMBOL).replacing("-", with: "\u{2212}")
        percent = (affix(UNUM_POSITIVE_PREFIX), affix(UNUM_POSITIVE_SUFFIX))
    }

    private static let laterDigits = [
        UNUM_ONE_DIGIT_SYMBOL, UNUM_TWO_DIGIT_SYMBOL, UNUM_THREE_DIGIT_SYMBOL, UNUM_FOUR_DIGIT_SYMBOL,
        UNUM_FIVE_DIGIT_SYMBOL, UNUM_SIX_DIGIT_SYMBOL, UNUM_SEVEN_DIGIT_SYMBOL, UNUM_EIGHT_DIGIT_SYMBOL,
        UNUM_NINE_DIGIT_SYMBOL,
    ]
}

extension DateRules {
    fileprivate init(of locale: String) {
        var status = U_ZERO_ERROR
        let format = swift_udat_open(UDAT_NONE, UDAT_MEDIUM, locale, nil, 0, nil, 0, &status)
        defer { swift_udat_close(format) }
        let names = { (kind: UDateFormatSymbolType, range: Range<Int32>) in
            range.map { index in
                ICUText.read { swift_udat_getSymbols(format, kind, index, $0, $1, &status) }
            }
        }
        (months, shortMonths) = (names(UDAT_MONTHS, 0..<12), names(UDAT_SHORT_MONTHS, 0..<12))
        monthsAlone = names(UDAT_STANDALONE_MONTHS, 0..<12)
        shortMonthsAlone = names(UDAT_STANDALONE_SHORT_MONTHS, 0..<12)
        narrowMonths = names(UDAT_STANDALONE_NARROW_MONTHS, 0..<12)
        // In ICU, Sunday is first, as day 1.
        weekdays = names(UDAT_WEEKDAYS, 2..<8) + names(UDAT_WEEKDAYS, 1..<2)
        shortWeekdays = names(UDAT_SHORT_WEEKDAYS, 2..<8) + names(UDAT_SHORT_WEEKDAYS, 1..<2)
        let generator = swift_udatpg_open(locale, &status)
        defer { swift_udatpg_close(generator) }
        let pattern = { (skeleton: String) in
            let units = Array(skeleton.utf16)
            return DatePattern(
                ICUText.read {
                    swift_udatpg_getBestPattern(generator, units, Int32(units.count), $0, $1, &status)
                }
            )
        }
        (date, dayAndMonth, longDate) = (pattern("yMMMd"), pattern("MMMd"), pattern("yMMMMEEEEd"))
        (month, shortMonth, time) = (pattern("yMMMM"), pattern("yMMM"), pattern("Hm"))
    }
}

extension ListRules {
    /// Reads the rules from formatted lists of marks that no text contains.
    fileprivate init(of locale: String) {
        let (two, four) = (["\u{E000}", "\u{E001}"], ["\u{E000}", "\u{E001}", "\u{E002}", "\u{E003}"])
        let (pair, list) = (Self.between(two, in: locale), Self.between(four, in: locale))
        let beforeI = { (marks: [String]) in
            Self.between(marks.dropLast() + ["i" + (marks.last ?? "")], in: locale).last.map {
                String($0.dropLast())
            }
        }
        (first, middle, last) = list.count == 3 ? (list[0], list[1], list[2]) : (", ", ", ", ", ")
        self.pair = pair.first ?? ", "
        self.beforeI = (beforeI(two) ?? self.pair, beforeI(four) ?? last)
    }

    /// Returns the texts between the items.
    ///
    /// Isolates, which Arabic has around each item, are left out, because lists become parts of other lists, of
    /// subjects and of file names.
    private static func between(_ items: [String], in locale: String) -> [String] {
        var status = U_ZERO_ERROR
        let format = swift_ulistfmt_open(locale, &status)
        defer { swift_ulistfmt_close(format) }
        let units = items.map { Array($0.utf16) }
        let lengths = units.map { Int32($0.count) }
        let joined = Array(units.joined()).withUnsafeBufferPointer { all in
            let starts = lengths.indices.map { place in
                all.baseAddress.map { $0 + Int(lengths[..<place].reduce(0, +)) }
            }
            return ICUText.read {
                swift_ulistfmt_format(format, starts, lengths, Int32(items.count), $0, $1, &status)
            }
        }
        let parts = joined.unicodeScalars.filter { !(0x2066...0x2069).contains($0.value) }
            .split(omittingEmptySubsequences: false) { (0xE000..<0xE010).contains($0.value) }
        return parts.dropFirst().dropLast().map { String(String.UnicodeScalarView($0)) }
    }
}
