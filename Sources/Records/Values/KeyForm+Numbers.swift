import Diagnostics
import StatusModel

extension KeyForm where Value == Day {
    /// A day.
    static var day: KeyForm { KeyForm(shape: .written(.day)) { $0.day($1) } }
}

extension KeyForm where Value == Target {
    /// A percentage from 0 to 100 with at most four decimals.
    static var target: KeyForm {
        .made(.number(upTo: 100, .percentage), by: { Target(writtenAs: $0) }) { text, place in
            Diagnostic(
                .error, .invalidValue, "`\(text)` is not a valid percentage", at: place,
                hint: lineToWrite(
                    for: text, at: place, by: correctedNumber, reads: { Target(writtenAs: $0) != nil },
                    else: "write a number from 0 to 100 with at most four decimals, such as `99.95`"))
        }
    }
}

extension Target {
    fileprivate init?(writtenAs text: String) {
        let digits = text.hasSuffix("%") ? text.dropLast().trimmed : text
        guard let millionths = decimal(digits, places: 4), (0...1_000_000).contains(millionths) else {
            return nil
        }
        self.init(millionths: millionths)
    }
}

/// Returns a decimal number as an integer in units of its last decimal place, of which there are at most `places`.
///
/// Unlike a floating-point number, it is exact.
func decimal(_ text: String, places: Int) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count) else { return nil }
    let decimals = parts.count == 2 ? String(parts[1]) : ""
    let digits = parts[0] + decimals
    guard decimals.utf8.count <= places, parts.count == 1 || !decimals.isEmpty, !parts[0].isEmpty,
        digits.utf8.count <= 12, digits.utf8.allSatisfy(\.isDigit)
    else { return nil }
    return Int(digits + String(repeating: "0", count: places - decimals.utf8.count))
}
