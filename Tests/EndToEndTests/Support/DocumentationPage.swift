import Foundation

/// The links of a Markdown page and the anchors of its headings, as GitHub makes them.
struct DocumentationPage {
    /// The addresses of links and pictures, as written.
    private(set) var targets: [String] = []
    /// The fragments that a link to this page may end in, without `#`.
    private(set) var anchors: Set<String> = []

    init(_ text: String) {
        for (line, isCode) in text.markdownLines where !isCode { take(line) }
    }
}

extension String {
    /// The lines of a Markdown page. Those of fenced code count as code, and so do the fences.
    var markdownLines: [(text: Substring, isCode: Bool)] {
        var fence: Substring?
        return split(separator: "\n", omittingEmptySubsequences: false).map {
            line -> (text: Substring, isCode: Bool) in
            let content = line.drop { $0 == " " }
            if let open = fence {
                if content == open { fence = nil }
                return (line, true)
            }
            let mark = content.prefix { $0 == "`" }
            guard mark.count >= 3 else { return (line, false) }
            fence = mark
            return (line, true)
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
