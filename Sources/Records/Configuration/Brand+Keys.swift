import Diagnostics
import StatusModel

extension StatusPage.Brand {
    /// The part under `brand:`.
    static let keys = KeyTable<StatusPage.Brand>(
        "`brand`",
        [
            .key("color", .color, "The page's color.") { $0.color = $1 },
            .key("logo", .logo, "The path of a logo in `static/`, shown instead of the site's name.") {
                $0.logo = $1
            },
            .key("logo_dark", .logo, "The path of the logo for dark mode.") {
                $0.darkLogo = $1
            },
            .key("icon", .icon, "The path of an icon in `static/`, an SVG or a PNG, for tabs and phones.") {
                $0.icon = $1
            },
        ]
    )

    init?(reading value: YAMLValue, into findings: Findings) {
        self.init()
        guard Self.keys.read(value, into: &self, findings) != nil else { return nil }
    }
}

extension KeyForm where Value == String {
    /// A color as `#rrggbb` in lowercase.
    fileprivate static var color: KeyForm {
        .made(.written(.color), by: hexColor) { text, place in
            Diagnostic(
                .error, .invalidValue, "`\(text)` is not a valid color", at: place,
                hint: lineToWrite(
                    for: text, at: place, by: correctedColor, reads: { hexColor($0) != nil },
                    else: "write it in quotes, like `\"#0b57d0\"`"))
        }
    }

    /// The path in the output of a picture in `static/` that browsers accept as an icon.
    fileprivate static var icon: KeyForm {
        .made(.written(.staticIcon), by: pathOfIcon) { path, place in
            Diagnostic(
                .error, .invalidValue, "`\(path)` is not an SVG or PNG file in `static/`", at: place,
                hint: "put the icon in `static/` and use its path: `icon: static/icon.svg`")
        }
    }

    /// The path in the output of a file in `static/`.
    fileprivate static var logo: KeyForm {
        .made(.written(.staticFile), by: pathInOutput) { path, place in
            Diagnostic(
                .error, .invalidValue, "`\(path)` is not in `static/`", at: place,
                hint: "put the logo in `static/` and use its path: `logo: static/logo.svg`")
        }
    }
}

/// Returns `#rgb` or `#rrggbb` as `#rrggbb` in lowercase.
@Sendable private func hexColor(_ text: String) -> String? {
    let digits = text.dropFirst().lowercased()
    guard text.first == "#", digits.allSatisfy({ $0.isASCII && $0.isHexDigit }) else { return nil }
    switch digits.utf8.count {
    case 3: return "#" + digits.map { "\($0)\($0)" }.joined()
    case 6: return "#" + digits
    default: return nil
    }
}

@Sendable private func pathOfIcon(_ path: String) -> String? {
    path.hasSuffix(".svg") || path.hasSuffix(".png") ? pathInOutput(path) : nil
}

@Sendable private func pathInOutput(_ path: String) -> String? {
    guard path.hasPrefix("static/"), !path.split(separator: "/").contains("..") else { return nil }
    return String(path.dropFirst("static/".count))
}
