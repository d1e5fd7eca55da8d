import Diagnostics
import StatusModel

/// Whether a text names an amount of money: a number next to the sign, code or name of a currency.
func namesMoney(_ text: String) -> Bool {
    // Most texts are plain ASCII without a digit, so they name no amount.
    guard !text.utf8.allSatisfy({ $0 < 0x80 && !$0.isDigit }) else { return false }
    let scalars = Array(text.unicodeScalars)
    let hasSign = scalars.indices.contains { index in
        scalars[index].properties.generalCategory == .currencySymbol
            && (nextScalar(to: index, in: scalars, by: 1).map(isDigit) ?? false
                || nextScalar(to: index, in: scalars, by: -1).map(isDigit) ?? false)
    }
    return hasSign || namesMoneyInWords(text)
}

private let currencyCodes: Set = [
    "USD", "EUR", "GBP", "CHF", "JPY", "CNY", "INR", "AUD", "CAD", "NZD", "SEK", "NOK", "DKK", "PLN", "CZK",
    "HUF",
    "RON", "BGN", "BRL", "MXN", "ZAR", "KRW", "SGD", "HKD", "ILS", "AED", "SAR", "UAH", "THB", "TL",
]
private let currencyNames: Set = [
    "dollar", "dollars", "euro", "euros", "pound", "pounds", "franc", "francs", "yen", "lira", "rupees",
    "bucks",
]

/// Returns the nearest scalar on one side that is not white space.
private func nextScalar(to index: Int, in scalars: [Unicode.Scalar], by step: Int) -> Unicode.Scalar? {
    var index = index + step
    while scalars.indices.contains(index) {
        if !scalars[index].properties.isWhitespace { return scalars[index] }
        index += step
    }
    return nil
}

private func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.numericType == .decimal
}

/// Whether the text contains an amount such as `EUR 1,200`, `1,200 EUR`, `1.2k dollars` or `EUR1200`.
private func namesMoneyInWords(_ text: String) -> Bool {
    let words = text.split { $0.isWhitespace || $0 == "(" || $0 == ")" || $0 == "~" }.map {
        $0.drop { !$0.isLetter && !$0.isNumber }
    }
    func isAmount(_ word: Substring?) -> Bool { word?.first?.isNumber ?? false }
    return words.indices.contains { index in
        let letters = String(words[index].prefix(while: \.isLetter))
        let rest = words[index].dropFirst(letters.count)
        let isCurrency = currencyCodes.contains(letters) || currencyNames.contains(letters.lowercased())
        guard isCurrency else { return false }
        return isAmount(rest) || index > 0 && isAmount(words[index - 1])
            || index + 1 < words.count && isAmount(words[index + 1])
    }
}
