import StatusModel

/// A record's former text that a build shows, because an edit replaced it after the incident was over.
struct FormerWords: Sendable {
    let record: Record
    let edit: Edit

    /// Returns the former texts of all edits, in the order of the page's records.
    static func all(in edits: [String: [Edit]], on page: StatusPage) -> [FormerWords] {
        page.records.flatMap { record in
            (edits[record.slug] ?? []).map { FormerWords(record: record, edit: $0) }
        }
    }
}

extension FormerWords {
    /// The former text: a line for each change, with the quoted text.
    var item: DifferenceDocument.Item {
        let revision = edit.formerCommit.prefix(12)
        let line = "\u{201C}\(record.title)\u{201D} (\(record.id))"
        guard !edit.isWithheld else { return .init(line: "\(line): text withheld") }
        let details = edit.changes.map { change in
            DifferenceDocument.Detail(
                line: (change.label.isEmpty ? "" : "\(change.label) ")
                    + (change.before == nil ? "added" : "before"),
                quote: (change.before ?? change.after)?.words ?? "")
        }
        return .init(
            line: "\(line), as of \(revision)",
            details: details
                + [.init(line: "to withhold them, add `withheld: [\"\(revision)\"]` to the record")])
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", record.id)
            json.member("title", record.title)
            json.member("revision", edit.formerCommit)
            json.member("withheld", edit.isWithheld)
            json.key("parts")
            json.array(of: edit.changes) { json, change in
                json.object { json in
                    json.member("part", change.label)
                    json.member("before", change.before?.words)
                    json.member("after", change.after?.words)
                }
            }
        }
    }
}
