import Foundation
import StatusModel
import TestSupport
import Testing

@testable import StatusSite

@Suite struct SlackMessageTests {
    @Test func aMessageIsAHeaderWhatWasSaidFactsAndALink() throws {
        let blocks = try blocks(of: AnnouncementSample(), update: 0)
        #expect(blocks.map { $0["type"] as? String } == ["header", "section", "section", "context"])
        #expect(text(of: blocks[0]) == "Incident: Oven 3 stays cold")
        #expect(text(of: blocks[1]) == "Oven 3 does not heat.")
        let fields = (blocks[2]["fields"] as? [[String: Any]])?.compactMap { $0["text"] as? String }
        #expect(
            fields == [
                "When\nsince 20 Nov 2026, 09:58 UTC", "Severity\nHigh", "Phase\nInvestigating",
                "Affected\nOvens (partial outage), Shop (degraded)", "Impact\nOrders late: 37",
                "Duration so far\n7 min", "Next update\n10:20 UTC",
            ]
        )
    }

    @Test(arguments: awkwardTexts) func anyTextMakesValidJSONAndComesOutAsItWas(awkward: String) throws {
        var sample = AnnouncementSample { incident in
            incident.title = awkward
            incident.updates[1].prose = Sample.prose(awkward)
            incident.updates[1].rootCause = awkward
            incident.updates[1].fix = awkward
            incident.updates[1].estimate = .words(awkward)
            incident.ticket = awkward
            incident.impact = [Record.Detail(label: awkward, text: awkward)]
            incident.internalDetails = [Record.Detail(label: awkward, text: awkward)]
        }
        sample.page.title = awkward
        sample.page.phaseLabels = [.identified: awkward]
        sample.audience = .internal
        for update in 0...2 {
            let blocks = try blocks(of: sample, update: update)
            #expect(unescaped(text(of: blocks[0])).hasSuffix(awkward))
            for text in texts(in: blocks) where !text.contains("|Follow updates") {
                #expect(!text.contains("<") && !text.contains(">"), "\(text)")
            }
        }
    }

    @Test func whereNothingIsKnownTheJSONIsStillValid() throws {
        let sample = AnnouncementSample { incident in
            incident.updates = []
            incident.ticket = nil
            incident.impact = []
            incident.components = []
            incident.detectedAt = nil
        }
        #expect(try blocks(of: sample, update: nil).count == 3)
        var notice = AnnouncementSample()
        let record = Sample.record("bare", "Bare")
        notice.page.notices = [record.notice(from: Sample.at("2026-11-18T00:00"))]
        let slack = try notice.message(.slack, of: "bare")
        #expect(try JSONSerialization.jsonObject(with: Data(slack.utf8)) is [String: Any])
    }

    /// Slack counts an ampersand as the five characters that it is sent as.
    @Test(arguments: ["word ", "unbroken", "a & b ", "🚲 "]) func longTextsAreCutToWhatSlackTakes(
        piece: String
    ) throws {
        let long = String(repeating: piece, count: 3_000)
        var sample = AnnouncementSample { incident in
            incident.title = long
            incident.updates[1].prose = Sample.prose(long)
            (incident.updates[1].rootCause, incident.updates[1].fix) = (long, long)
            incident.impact = [Record.Detail(label: "", text: long)]
            incident.internalDetails = (1...30).map {
                Record.Detail(label: "\($0)\(long)", text: long)
            }
            incident.postMortem = PostMortem(title: "Post-mortem")
            var section = PostMortem.Section(kind: .actionItems, title: "", prose: .empty)
            section.actionItems = (1...30).map { ActionItem(text: "\($0) \(long)", isDone: false) }
            incident.postMortem?.sections = [section]
        }
        sample.audience = .internal
        for update in 0...2 {
            let blocks = try blocks(of: sample, update: update)
            #expect(blocks.count <= 50)
            #expect(text(of: blocks[0]).utf16.count <= 150)
            for block in blocks {
                let fields = block["fields"] as? [[String: Any]] ?? []
                #expect(fields.count <= 10 && texts(in: fields).allSatisfy { $0.utf16.count <= 2_000 })
                #expect(text(of: block).utf16.count <= 3_000)
            }
        }
    }

    @Test func spaceAndCommasTooManyAreDroppedButInTexts() {
        let json = Array(#"{ "a, ]" : [ 1 , ] , "\" ,}" : { } , }"#.utf8)
        #expect(String(decoding: json.compactJSON, as: UTF8.self) == #"{"a, ]":[1],"\" ,}":{}}"#)
    }

    @Test func cutTextsEndAtAWord() {
        #expect("one two three".cut(to: 13) == "one two three")
        #expect("one two three".cut(to: 12) == "one two…")
        #expect("one two three".cut(to: 8) == "one two…")
        #expect("one two three".cut(to: 7) == "one…")
        #expect("one, two".cut(to: 6) == "one…")
        #expect("unbroken".cut(to: 5) == "unbr…")
        // A bicycle is two UTF-16 units.
        #expect("🚲🚲🚲".cut(to: 5) == "🚲🚲…")
    }

    private func blocks(of sample: AnnouncementSample, update: Int?) throws -> [[String: Any]] {
        let message = try sample.message(.slack, update: update)
        #expect(message.hasSuffix("}\n") && message.dropLast().allSatisfy { $0 != "\n" })
        // Foundation takes a comma too many without a word.
        if Python.isThere {
            _ = try Python.run(
                "import json, sys; json.load(open(sys.argv[1], encoding='utf-8'))",
                on: message
            )
        }
        let object = try JSONSerialization.jsonObject(with: Data(message.utf8)) as? [String: Any]
        #expect(object?["text"] is String)
        return try #require(object?["blocks"] as? [[String: Any]])
    }

    private func text(of block: [String: Any]) -> String {
        (block["text"] as? [String: Any])?["text"] as? String ?? ""
    }

    private func texts(in value: Any) -> [String] {
        if let list = value as? [Any] { return list.flatMap(texts) }
        guard let object = value as? [String: Any] else { return [] }
        return object.flatMap { key, value in
            if key == "text", let text = value as? String { return [text] }
            return texts(in: value)
        }
    }

    private func unescaped(_ text: String) -> String {
        text.replacingOccurrences(of: "&lt;", with: "<").replacingOccurrences(of: "&gt;", with: ">")
            .replacingOccurrences(of: "&amp;", with: "&")
    }
}
