import Diagnostics

extension NumberRules {
    /// Returns the number with separators, such as "12,345".
    func grouped(_ number: Int) -> String {
        let digits = String(number.magnitude).utf8.map { self.digits[Int($0 - UInt8(ascii: "0"))] }
        let isGrouped = digits.count >= 3 + leastLeadingDigits
        var text = number < 0 ? minusSign : ""
        for (place, digit) in digits.enumerated() {
            if isGrouped, place > 0, (digits.count - place) % 3 == 0 { text += groupSeparator }
            text += digit
        }
        return text
    }

    /// Returns the number without separators, such as "2026".
    func plain(_ number: Int) -> String { localized(String(number)) }

    /// Returns the number with at least two digits, such as "05".
    func padded(_ number: Int) -> String { number < 10 ? digits[0] + plain(number) : plain(number) }

    /// Returns a number such as `-1234.5`, in ASCII as in programs, with the language's digits and signs.
    func localized(_ number: String) -> String {
        number.utf8.reduce(into: "") { text, byte in
            switch byte {
            case UInt8(ascii: "."): text += decimalSeparator
            case UInt8(ascii: "-"): text += minusSign
            case _ where byte.isDigit: text += digits[Int(byte - UInt8(ascii: "0"))]
            default: text.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
    }

    /// Returns a number, in ASCII as in programs, as a percentage: "99.95%".
    func percentage(_ number: String) -> String { percent.prefix + localized(number) + percent.suffix }
}

extension ListRules {
    /// Returns a list such as "a, b and c".
    func joined(_ items: [String]) -> String {
        guard let start = items.first, let end = items.last, items.count > 1 else { return items.first ?? "" }
        let isBeforeI = end.beginsWithSoundOfI
        guard items.count > 2 else { return start + (isBeforeI ? beforeI.pair : pair) + end }
        let inner = items.dropFirst().dropLast().joined(separator: middle)
        return start + first + inner + (isBeforeI ? beforeI.last : last) + end
    }
}

extension String {
    /// Whether it begins like Informes or Historial, but not like Hielo, by the rule that ICU uses for Spanish.
    fileprivate var beginsWithSoundOfI: Bool {
        let start = prefix(3).lowercased()
        return start.hasPrefix("i") || start.hasPrefix("hi") && !["hia", "hie"].contains(start)
    }
}
