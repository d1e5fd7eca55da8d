import StatusModel

/// The comment in a maintenance issue, with `start`, `end`, `expectedDown` and `expectedDegraded` on one line or
/// several.
struct UpptimePlan {
    /// The text without the comment.
    private(set) var rest: HTMLText
    private var values: [String: String] = [:]

    init(in body: String) {
        let body = body.replacing("\r\n", with: "\n")
        guard let start = body.firstRange(of: "<!--"),
            let end = body[start.upperBound...].firstRange(of: "-->")
        else {
            rest = HTMLText(markdown: body)
            return
        }
        rest = HTMLText(markdown: String(body[..<start.lowerBound] + body[end.upperBound...]))
        var comment = String(body[start.upperBound..<end.lowerBound])
        for key in Self.keys { comment = comment.replacing(" \(key):", with: "\n\(key):") }
        for line in comment.split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            values[String(parts[0].trimmingBlanks)] = String(parts[1].trimmingBlanks)
        }
    }

    func instant(_ key: String) -> Instant? { values[key].flatMap { LooseTime($0)?.instant } }

    func list(_ key: String) -> [String] {
        (values[key] ?? "").split(separator: ",").map { String($0.trimmingBlanks) }.filter { !$0.isEmpty }
    }

    private static let keys = ["start", "end", "expectedDown", "expectedDegraded"]
}
