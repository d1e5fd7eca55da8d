/// A badge as SVG, in the proportions of the style that shields.io calls flat.
struct BadgeImage {
    private let label: Half
    private let message: Half
    private let color: String

    /// A text with five pixels beside it on either side.
    fileprivate struct Half {
        let text: String
        let left: Int
        let textWidth: Int
        var width: Int { textWidth + 10 }
    }

    init(of badge: Badge) {
        label = Half(text: badge.label, left: 0, textWidth: badge.label.widthInVerdana)
        message = Half(text: badge.message, left: label.width, textWidth: badge.message.widthInVerdana)
        color = badge.color.rawValue
    }
}

extension BadgeImage {
    /// The image's bytes.
    var bytes: [UInt8] {
        var xml = XMLWriter()
        let (text, width) = ("\(label.text): \(message.text)", "\(label.width + message.width)")
        let size: [XMLWriter.Attribute] = [("width", width), ("height", "20")]
        let root: [XMLWriter.Attribute] = [
            ("xmlns", "http://www.w3.org/2000/svg"), ("role", "img"), ("aria-label", text),
        ]
        xml.element("svg", root + size) { xml in
            xml.element("title", text: text)
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
        ]
    }

    func write(_ half: Half, on color: String, to xml: inout XMLWriter) {
        xml.element(
            "rect",
            [("x", "\(half.left)"), ("width", "\(half.width)"), ("height", "20"), ("fill", color)]
        )
    }

    /// The text is fitted to what it was measured to be, whichever font there is.
    func write(_ half: Half, to xml: inout XMLWriter) {
        let middle = 2 * half.left + half.width
        let x = "\(middle / 2)" + (middle % 2 == 0 ? "" : ".5")
        xml.element("text", [("x", x), ("y", "14"), ("textLength", "\(half.textWidth)")], text: half.text)
    }
}

extension String {
    /// How wide the text is in Verdana of 11 pixels, in pixels, rounded up; of letters beyond ASCII, about.
    fileprivate var widthInVerdana: Int {
        let units = unicodeScalars.reduce(0) { sum, scalar in
            let place = Int(scalar.value) - 0x20
            if Self.verdana.indices.contains(place) { return sum + Self.verdana[place] }
            return sum + (scalar.value < 0x1100 ? 1_296 : 2_048)
        }
        return (units * 11 + 2_047) / 2_048
    }

    /// The advances of U+0020 to U+007E in Verdana, in 2,048ths of the font's size.
    private static let verdana = [
        720, 806, 940, 1676, 1302, 2204, 1488, 550, 930, 930, 1302, 1676, 745, 930, 745, 930,
        1302, 1302, 1302, 1302, 1302, 1302, 1302, 1302, 1302, 1302, 930, 930, 1676, 1676, 1676, 1117,
        2048, 1400, 1404, 1430, 1578, 1295, 1177, 1588, 1539, 862, 931, 1419, 1140, 1726, 1532, 1612,
        1235, 1612, 1424, 1400, 1262, 1499, 1400, 2025, 1403, 1260, 1403, 930, 930, 930, 1676, 1302,
        1302, 1230, 1276, 1067, 1276, 1220, 720, 1276, 1296, 562, 705, 1212, 562, 1992, 1296, 1243,
        1276, 1276, 874, 1067, 807, 1296, 1212, 1676, 1212, 1212, 1076, 1300, 930, 1300, 1676,
    ]
}
