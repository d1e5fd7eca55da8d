import Diagnostics
import StatusModel

extension InlineProse {
    /// Reads how to reach somebody: email addresses, telephone numbers after `tel:` and web pages become links.
    ///
    /// The text may be one of them, or several that are separated by commas.
    init(contact source: String) {
        let ways = source.split(separator: ",").map(\.trimmed)
        guard ways.contains(where: { Self.address(ofWay: $0) != nil }) else {
            self.init(reading: source)
            return
        }
        let proses = ways.map { way in
            Self.address(ofWay: way).map { InlineProse(Self.words(of: way), leadingTo: $0) }
                ?? InlineProse(reading: way)
        }
        self.init(
            source,
            text: proses.map(\.text).joined(separator: ", "),
            html: proses.map { $0.html ?? HTMLText.escaped($0.text) }.joined(separator: ", "))
    }
}

private extension InlineProse {
    static let schemes = ["mailto:", "tel:"]

    /// Returns the link of an email address or a telephone number; `nil` if it is neither.
    static func address(ofWay way: String) -> String? {
        let words = words(of: way)
        switch scheme(of: way) {
        case "tel:":
            let digits = words.filter { !" -./()".contains($0) }
            let isNumber =
                !digits.isEmpty && digits.utf8.allSatisfy { $0.isDigit || "+*#;,".utf8.contains($0) }
            return isNumber ? "tel:" + digits.replacing("#", with: "%23") : nil
        case "mailto:": return isSafeAddress(way) ? way : nil
        default: return isMailbox(way) ? "mailto:" + way : nil
        }
    }

    /// Returns the address or number as people read it, without its scheme.
    static func words(of way: String) -> String {
        way.dropFirst(scheme(of: way)?.count ?? 0).trimmed
    }

    static func scheme(of way: String) -> String? {
        schemes.first { way.lowercased().hasPrefix($0) }
    }

    /// Whether it is an email address such as `cto@example.com`; one that needs quotation marks does not count.
    static func isMailbox(_ way: String) -> Bool {
        let parts = way.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), !parts[1].hasPrefix("."),
            !parts[1].hasSuffix(".")
        else { return false }
        return way.utf8.allSatisfy { $0.isLetter || $0.isDigit || "@._%+-".utf8.contains($0) }
    }
}
