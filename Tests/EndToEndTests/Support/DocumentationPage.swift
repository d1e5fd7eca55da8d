import Foundation

/// The links of a Markdown page and the anchors of its headings, as GitHub makes them.
struct DocumentationPage {
    /// Where links and pictures lead, as written.
    private(set) var targets: [String] = []
    /// The fragments that a link to this page may end in, without `#`.
    private(set) var anchors: Set<String> = []

    init(_ text: String) {
        var fence: Substring?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let content = line.drop { $0 == " " }
            let mark = content.prefix { $0 == "`" }
            if let open = fence {
                if content == open { fence = nil }
            } else if mark.count >= 3 {
                fence = mark
            } else {
                take(line)
            }
        }
    }
}

private extension DocumentationPage {
    mutating func take(_ line: Substring) {
        if let heading = line.prefixMatch(of: /#{1,6} +/) {
            anchors.insert(unusedAnchor(of: line[heading.range.upperBound...]))
        }
        let text = line.replacing(/(`+).*?\1/, with: "")
        targets += text.matches(of: /\]\(([^()\s]+)\)/).map { String($0.output.1) }
        targets += text.matches(of: /(?:href|src|srcset)="([^"]+)"/).map { String($0.output.1) }
        anchors.formUnion(text.matches(of: /<a (?:id|name)="([^"]+)"/).map { String($0.output.1) })
    }

    /// The anchor of a heading: of several with the same text, each later one has a number.
    func unusedAnchor(of heading: Substring) -> String {
        let shown = heading.replacing(/\[([^\]]*)\]\([^)]*\)/) { $0.output.1 }.lowercased()
        let anchor = String(
            shown.compactMap { character -> Character? in
                if character == " " { return "-" }
                return character.isLetter || character.isNumber || "-_".contains(character) ? character : nil
            }
        )
        guard anchors.contains(anchor) else { return anchor }
        var number = 1
        while anchors.contains("\(anchor)-\(number)") { number += 1 }
        return "\(anchor)-\(number)"
    }
}
