import Diagnostics
import JSONFiles
import StatusModel

/// An issue of GitHub, as returned by its API or by `gh issue list --json`.
struct UpptimeIssue {
    let object: JSONObject
    let number: Int
    let title: String
    let labels: [String]
    let openedAt: Instant
    /// When it was closed; `nil` while it is open.
    let closedAt: Instant?
    let body: String
    /// The comments, the oldest first.
    let comments: [Comment]
    private(set) var remarks: [Remark]

    struct Comment {
        let at: Instant
        let text: String
    }

    /// - Parameter remarks: the remarks about the issue so far.
    init(_ object: JSONObject, remarks: [Remark]) throws(Refusal) {
        (self.object, self.remarks) = (object, remarks)
        guard let number = object.json["number"]?.number else {
            throw Refusal("there is no `number`", at: object.place)
        }
        self.number = number
        title = Self.withoutEmoji(try object.required("title"))
        labels = object.json["labels"]?.elements.compactMap { $0.text ?? $0["name"]?.text } ?? []
        guard let openedAt = try object.instant("created_at", "createdAt") else {
            throw Refusal("there is no `created_at`", at: object.place)
        }
        self.openedAt = openedAt
        closedAt = try Self.end(of: object)
        body = object.text("body") ?? ""
        comments = try Self.comments(of: object, into: &self.remarks)
        if let closedAt, closedAt < openedAt {
            throw Refusal("it was closed before it was opened", at: object.place)
        }
    }
}

extension UpptimeIssue {
    var isPullRequest: Bool { object.json["pull_request"] != nil }
    var isMaintenance: Bool { labels.contains("maintenance") }
    var isIncident: Bool { labels.contains("status") }

    /// The name of the site, if Upptime wrote the title.
    var siteName: String? {
        [" is down", " has degraded performance"].first(where: title.hasSuffix).map {
            String(title.dropLast($0.count))
        }
    }
}

private extension UpptimeIssue {
    /// Returns the time at which the issue was closed; refuses a closed one without it, since lists may lack some keys.
    static func end(of object: JSONObject) throws(Refusal) -> Instant? {
        let closedAt = try object.instant("closed_at", "closedAt")
        switch object.text("state")?.lowercased() {
        case "open": return nil
        case "closed" where closedAt == nil:
            throw Refusal("nothing says when it was closed: there is no `closed_at`", at: object.place)
        default: return closedAt
        }
    }

    /// Returns the title without the red or yellow sign that Upptime adds, since severities have their own colors here.
    static func withoutEmoji(_ title: String) -> String {
        let text = title.onOneLine
        let rest = text.drop { "🛑⚠️🟥🟨 ".contains($0) || $0 == "⚠" }
        return rest.isEmpty ? text : String(rest)
    }

    /// Returns the comments, unless `comments` is a number, as in responses of GitHub's API.
    static func comments(of object: JSONObject, into remarks: inout [Remark]) throws(Refusal) -> [Comment] {
        var comments: [Comment] = []
        for element in object.json["comments"]?.elements ?? [] {
            let comment = JSONObject(json: element, file: object.file)
            guard let text = comment.text("body") else { continue }
            guard let at = try comment.instant("created_at", "createdAt") else {
                remarks.append(Remark("a comment without `createdAt` is left out", at: comment.place))
                continue
            }
            comments.append(Comment(at: at, text: text))
        }
        return comments.sorted { $0.at < $1.at }
    }
}
