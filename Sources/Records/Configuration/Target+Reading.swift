import Diagnostics
import StatusModel

extension MappingReader {
    /// A percentage from 0 to 100 as a target; digits beyond the millionth are refused.
    func target(_ key: String) -> Target? {
        guard let value = value(key), let text = value.text(named: key, into: findings) else {
            return nil
        }
        if let target = Target(writtenAs: text) { return target }
        findings.error(
            .invalidValue, at: value.location, "`\(text)` is no percentage",
            hint: lineToWrite(
                for: text,
                at: value.location,
                by: correctedNumber,
                reads: { Target(writtenAs: $0) != nil },
                else: "write a number from 0 to 100 with at most four decimals, as in `99.95`"
            ))
        return nil
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

/// A decimal number of at most that many decimals, as an integer of its smallest unit: exact, where a
/// floating-point number would not be.
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
