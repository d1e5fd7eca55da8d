import Diagnostics
import JSONFiles
import StatusModel

extension StatuspageIncident {
    /// Returns the post-mortem, with the day on which the public got it.
    ///
    /// That day is `postmortem_published_at`, or else the day of its update, or else of the resolution.
    mutating func postMortem(zone: Zone) throws(Refusal) -> RecordDescription.PostMortem? {
        let publishedAt = try object.instant("postmortem_published_at")
        let said = updates.filter { $0.word == "postmortem" }
        if let first = said.first {
            remarks += said.flatMap(\.remarks)
            let text = said.map(\.text).joined(separator: "\n\n")
            return RecordDescription.PostMortem(
                publishedOn: zone.day(of: publishedAt ?? first.at),
                text: text
            )
        }
        guard let body = object.text("postmortem_body") else { return nil }
        let text = StatuspageText(body, at: object.place, isMarkdown: true)
        remarks += text.remarks
        let isPublic =
            publishedAt != nil || object.text("status") == "postmortem"
            || !object.json.keys.contains("postmortem_published_at")
        guard isPublic else {
            remarks.append(
                Remark(
                    "its post-mortem is not public: it is imported as a draft, without `Published:`",
                    at: object.place
                )
            )
            return RecordDescription.PostMortem(publishedOn: nil, text: text.markdown)
        }
        let day = zone.day(of: publishedAt ?? overAt ?? startedAt)
        return RecordDescription.PostMortem(publishedOn: day, text: text.markdown)
    }
}
