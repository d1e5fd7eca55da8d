import Reliability
import StatusModel

/// The differences for programs, with missing values as `null`.
///
/// `docs/diff.md` describes each key.
struct DifferenceJSON {
    private let difference: SiteDifference

    init(_ difference: SiteDifference) {
        self.difference = difference
    }
}

extension DifferenceJSON {
    /// The object in UTF-8, with each of its parts on its own line.
    var bytes: [UInt8] {
        var json = JSONWriter(expecting: 4_096)
        json.object { json in
            json.member("now", difference.after.now)
            json.member("base", difference.base.name)
            json.member("commit", difference.base.commit)
            json.member("changes", !difference.isEmpty)
            json.key("broken_at_base")
            json.array(of: difference.before.page.brokenRecords.map(\.path))
            json.member("reason", difference.reason)
            part("rewrites", of: &json) { $0.lines(of: difference.rewrites, write) }
            part("status", of: &json, writeStatus)
            part("components", of: &json) { $0.lines(of: difference.statuses.components, write) }
            part("records", of: &json) { $0.lines(of: difference.records, write) }
            part("former_words", of: &json) { $0.lines(of: difference.formerWords) { $1.write(to: &$0) } }
            part("configuration", of: &json) { $0.lines(of: difference.configuration, write) }
            part("uptime", of: &json) { $0.lines(of: difference.figures, write) }
            part("feed", of: &json, writeFeed)
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }
}

private extension DifferenceJSON {
    func part(_ name: StaticString, of json: inout JSONWriter, _ write: (inout JSONWriter) -> Void) {
        json.newLine()
        json.key(name)
        write(&json)
    }

    func write(to json: inout JSONWriter, _ rewrite: SiteDifference.Rewrite) {
        json.object { json in
            json.member("month", rewrite.change.month.description)
            json.member("name", rewrite.change.name)
            json.member("before", rewrite.change.before)
            json.member("after", rewrite.change.after)
            json.member("audience", rewrite.audience.rawValue)
        }
    }

    func writeStatus(to json: inout JSONWriter) {
        json.object { json in
            json.member("before", difference.statuses.pageBefore.description)
            json.member("after", difference.statuses.pageAfter.description)
        }
    }

    func write(to json: inout JSONWriter, _ change: StatusDifference.ComponentChange) {
        json.object { json in
            json.member("id", change.id)
            json.member("name", change.name)
            json.member("before", change.before.name)
            json.member("after", change.after.name)
        }
    }

    func write(to json: inout JSONWriter, _ change: FieldChange) {
        json.object { json in
            json.member("name", change.name)
            json.member("before", change.before)
            json.member("after", change.after)
        }
    }

    func write(to json: inout JSONWriter, _ change: RecordDifference) {
        let (facts, isNew) = (change.now ?? change.before, change.before == nil)
        json.object { json in
            json.member("change", change.now == nil ? "removed" : isNew ? "added" : "changed")
            json.member("kind", facts?.record.kind.rawValue)
            json.member("id", facts?.record.id)
            json.member("title", facts?.record.title)
            json.member("phase", facts?.phase?.counted.rawValue)
            json.key("fields")
            json.array(of: change.fields, write)
            for (key, places) in [("added", change.addedUpdates), ("changed", change.editedUpdates)] {
                json.key(text: "\(key)_updates")
                json.array(of: places.compactMap { change.now?.record.updates[$0] }, write)
            }
            json.key("removed_updates")
            json.array(of: change.removedUpdates.compactMap { change.before?.record.updates[$0] }, write)
        }
    }

    func write(to json: inout JSONWriter, _ update: Update) {
        json.object { json in
            json.member("at", update.at)
            json.member("phase", update.phase.counted.rawValue)
            json.member("text", update.prose.text)
        }
    }

    func write(to json: inout JSONWriter, _ change: FigureChange) {
        json.object { json in
            json.member("component", change.component)
            json.member("period", change.period)
            json.member("before", change.before.ratio)
            json.member("after", change.after.ratio)
            json.member("before_text", change.before.text)
            json.member("after_text", change.after.text)
        }
    }

    func writeFeed(to json: inout JSONWriter) {
        json.object { json in
            for (key, entries) in [("sent", difference.feed.sent), ("gone", difference.feed.gone)] {
                json.key(text: key)
                json.array(of: entries) { json, entry in
                    json.object { json in
                        json.member("id", entry.id)
                        json.member("title", entry.title)
                    }
                }
            }
        }
    }
}
