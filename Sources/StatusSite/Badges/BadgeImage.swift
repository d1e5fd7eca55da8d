/// A badge as SVG, with the proportions of shields.io's style "flat".
struct BadgeImage {
    private let label: Half
    private let message: Half
    private let color: String
    private let title: String
    private let isRightToLeft: Bool

    /// A text with five pixels of space on either side.
    fileprivate struct Half {
        let text: String
        var left: Int
        let textWidth: Int
        var width: Int { textWidth + 10 }
    }

    init(of badge: Badge) {
        var label = Half(text: badge.label, left: 0, textWidth: badge.label.widthInVerdana)
        var message = Half(text: badge.message, left: 0, textWidth: badge.message.widthInVerdana)
        isRightToLeft = badge.words.conventions.isRightToLeft
        if isRightToLeft { label.left = message.width } else { message.left = label.width }
        (self.label, self.message) = (label, message)
        (color, title) = (badge.color.rawValue, badge.title)
    }
}

extension BadgeImage {
    /// The image's bytes.
    var bytes: [UInt8] {
        var xml = XMLWriter()
        let size: [XMLWriter.Attribute] = [("width", "\(label.width + message.width)"), ("height", "20")]
        let root: [XMLWriter.Attribute] = [
            ("xmlns", "http://www.w3.org/2000/svg"), ("role", "img"), ("aria-label", title),
        ]
        xml.element("svg", root + size) { xml in
            xml.element("title", text: title)
            xml.element("clipPath", [("id", "r")]) { $0.element("rect", size + [("rx", "3")]) }
            xml.element("g", [("clip-path", "url(#r)")]) { xml in
                write(label, on: "#555", to: &xml)
                write(message, on: color, to: &xml)
            }
            xml.element("g", letters) { xml in
                write(label, to: &xml)
                write(message, to: &xml)
            }
        }
        return xml.bytes
    }
}

private extension BadgeImage {
    var letters: [XMLWriter.Attribute] {
        [
            ("fill", "#fff"), ("text-anchor", "middle"), ("text-rendering", "geometricPrecision"),
            ("font-family", "Verdana,Geneva,DejaVu Sans,sans-serif"), ("font-size", "11"),
        ] + (isRightToLeft ? [("direction", "rtl")] : [])
    }

    func write(_ half: Half, on color: String, to xml: inout XMLWriter) {
        xml.element(
            "rect",
            [("x", "\(half.left)"), ("width", "\(half.width)"), ("height", "20"), ("fill", color)]
        )
    }

    /// Writes a text, fitted to its calculated width in any font.
    ///
    /// This changes the space between its letters, or the letters themselves if they are joined.
    func write(_ half: Half, to xml: inout XMLWriter) {
        let middle = 2 * half.left + half.width
        let x = "\(middle / 2)" + (middle % 2 == 0 ? "" : ".5")
        let fit: [XMLWriter.Attribute] =
            half.text.hasJoinedLetters ? [("lengthAdjust", "spacingAndGlyphs")] : []
        xml.element(
            "text",
            [("x", x), ("y", "14"), ("textLength", "\(half.textWidth)")] + fit,
            text: half.text
        )
    }
}
