import StatusModel

/// The brand's color, and readable variants of it for links on the style sheet's light and dark backgrounds.
struct BrandColor {
    private let color: SRGBColor

    /// The least contrast of text by WCAG 2.2, 1.4.3 (AA).
    private static let leastContrast = 4.5
    /// The same by 1.4.6 (AAA), because light letters on a dark background look thinner.
    private static let leastContrastInTheDark = 7.0

    /// Makes the color of a brand; `nil` if it has none.
    init?(of brand: StatusPage.Brand) {
        guard let color = brand.color.flatMap(SRGBColor.init(hex:)) else { return nil }
        self.color = color
    }
}

extension BrandColor {
    /// The rules to append to the style sheet.
    ///
    /// They set the color itself for the line above the page, and for links the nearest color that is readable: mixed
    /// with black on the light background, and with white on the dark one.
    var rules: String {
        let light = readable(on: "#fbfcfd", by: Self.leastContrast, towards: "#000000")
        let dark = readable(on: "#121417", by: Self.leastContrastInTheDark, towards: "#ffffff")
        return """

            :root { --brand: \(color.hex); --link: \(light) }
            @media screen and (prefers-color-scheme: dark) { :root { --link: \(dark) } }

            """
    }

    private func readable(on ground: String, by contrast: Double, towards end: String) -> String {
        guard let ground = SRGBColor(hex: ground), let end = SRGBColor(hex: end) else { return color.hex }
        let steps = (0...32).lazy.map { color.mixed(with: end, step: $0) }
        return (steps.first { $0.contrast(to: ground) >= contrast } ?? end).hex
    }
}

extension Asset {
    /// Returns the asset; a style sheet gets the brand's color.
    func branded(with brand: StatusPage.Brand) -> Asset {
        guard name == "style.css", let color = BrandColor(of: brand) else { return self }
        return Asset(name: name, bytes: bytes + Array(color.rules.utf8), isBuiltIn: true)
    }
}
