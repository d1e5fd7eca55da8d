/// A color of the sRGB space with eight bits per channel.
struct SRGBColor: Hashable, Sendable {
    /// Red, green and blue, 0 to 255.
    let channels: [Int]

    /// Reads `#rrggbb`; `nil` if the text is not such a color.
    init?(hex: String) {
        let digits = Array(hex.utf8.dropFirst())
        guard hex.utf8.first == UInt8(ascii: "#"), digits.count == 6 else { return nil }
        let values = digits.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
        guard values.count == 6 else { return nil }
        channels = stride(from: 0, to: 6, by: 2).map { values[$0] * 16 + values[$0 + 1] }
    }

    private init(channels: [Int]) {
        self.channels = channels
    }
}

extension SRGBColor {
    /// The color as `#rrggbb`.
    var hex: String {
        "#" + channels.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// Returns the color mixed with `step` parts in 32 of the other.
    func mixed(with other: SRGBColor, step: Int) -> SRGBColor {
        SRGBColor(
            channels: zip(channels, other.channels).map { ($0 * (32 - step) + $1 * step + 16) / 32 }
        )
    }

    /// Returns the contrast ratio of two colors, 1 to 21, by WCAG 2.2 ("contrast ratio").
    func contrast(to other: SRGBColor) -> Double {
        let (one, two) = (luminance, other.luminance)
        return (max(one, two) + 0.05) / (min(one, two) + 0.05)
    }

    /// The relative luminance, 0 to 1, by WCAG 2.2 ("relative luminance").
    private var luminance: Double {
        zip(channels, [0.2126, 0.7152, 0.0722]).reduce(0) { sum, part in
            let value = Double(part.0) / 255
            let linear = value <= 0.04045 ? value / 12.92 : Self.power2Point4((value + 0.055) / 1.055)
            return sum + linear * part.1
        }
    }

    /// Returns `x` to the power of 2.4, for 0 < x ≤ 1: x² · ⁵√x², with the root by Newton's method.
    ///
    /// The mathematics library's `pow` differs in its last digits between systems; this function does not.
    private static func power2Point4(_ x: Double) -> Double {
        let square = x * x
        var root = 1.0
        for _ in 0..<40 { root = (4 * root + square / (root * root * root * root)) / 5 }
        return square * root
    }
}
