import Diagnostics
import StatusModel

extension MapShape {
    /// The part under `brand:`.
    static let brand = MapShape(
        "`brand`",
        [
            .key("color", .written(.color), "The one colour that makes the page your own."),
            .key("logo", .written(.staticFile), "The path of a logo in `static/`."),
        ]
    )
}

extension StatusPage.Brand {
    init?(reading value: YAMLValue, into findings: Findings) {
        guard let map = MappingReader(value, as: .brand, into: findings) else {
            return nil
        }
        self.init()
        if let text = map.text("color") {
            color = Self.color(text)
            if color == nil {
                findings.error(
                    .invalidValue, at: map.value("color")?.location ?? map.location, "`\(text)` is no colour",
                    hint: lineToWrite(
                        for: text,
                        at: map.value("color")?.location ?? map.location,
                        by: correctedColor,
                        reads: { Self.color($0) != nil },
                        else: "write it between quotes as in `\"#0b57d0\"`"
                    ))
            }
        }
        if let path = map.text("logo") {
            logo = Self.logo(path)
            if logo == nil {
                findings.error(
                    .invalidValue, at: map.value("logo")?.location ?? map.location,
                    "`\(path)` is not in `static/`",
                    hint: "put the logo in `static/` and write its path: `logo: static/logo.svg`")
            }
        }
    }

    /// `#rgb` or `#rrggbb` as `#rrggbb` in lower case.
    private static func color(_ text: String) -> String? {
        let digits = text.dropFirst().lowercased()
        guard text.first == "#", digits.allSatisfy({ $0.isASCII && $0.isHexDigit }) else { return nil }
        switch digits.utf8.count {
        case 3: return "#" + digits.map { "\($0)\($0)" }.joined()
        case 6: return "#" + digits
        default: return nil
        }
    }

    /// The path in the output of a file in `static/`.
    private static func logo(_ path: String) -> String? {
        guard path.hasPrefix("static/"), !path.split(separator: "/").contains("..") else { return nil }
        return String(path.dropFirst("static/".count))
    }
}
