import StatusModel

/// The brand's colour as links on both of the style sheet's grounds can have it.
struct BrandColor {
    private let color: SRGBColor

    /// The least contrast of text by WCAG 2.2, 1.4.3 (AA).
    private static let leastContrast = 4.5
    /// By 1.4.6 (AAA): light letters on a dark ground look thinner.
    private static let leastContrastInTheDark = 7.0

    /// Nothing where the brand has no colour.
    init?(of brand: StatusPage.Brand) {
        guard let color = brand.color.flatMap(SRGBColor.init(hex:)) else { return nil }
        self.color = color
    }
}

extension BrandColor {
    /// What the style sheet is followed by: the colour itself for the line above the page, and for links
    /// the nearest that can be read, mixed with black on the light ground and with white on the dark one.
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
    /// The asset; the style sheet with the brand's colour.
    func branded(with brand: StatusPage.Brand) -> Asset {
        guard name == "style.css", let color = BrandColor(of: brand) else { return self }
        return Asset(name: name, bytes: bytes + Array(color.rules.utf8), isBuiltIn: true)
    }
}
