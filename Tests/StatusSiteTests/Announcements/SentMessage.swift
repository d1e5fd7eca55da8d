import Diagnostics
import Foundation

@testable import StatusSite

/// A message as whoever takes it reads it, held against what is documented there: none of it is the program's own.
struct SentMessage {
    let text: String
    /// What is wrong with it.
    private(set) var faults: [String] = []
    private let status: String?

    /// - Parameter status: the phase that it is to name; `nil` for whatever its title leaves.
    init(_ text: String, as format: Announcer.Format, status: String?) {
        (self.text, self.status) = (text, status)
        switch format {
        case .slack: checkSlack()
        case .teams: checkTeams()
        case .discord: checkDiscord()
        case .telegram: checkTelegram()
        case .googleChat: checkGoogleChat()
        case .ntfy: checkNtfy()
        case .webhook: checkWebhook()
        case .sms: checkSMS()
        case .json: _ = json
        case .email, .markdown: break
        }
        if format.stream == .json {
            expect(text.last == "\n" && !text.dropLast().contains { $0.isNewline }, "more than one line")
        }
        if format.chatMessage != nil {
            expect(!text.contains("](javascript:") || [.slack, .telegram, .ntfy].contains(format), "a link")
            expect(!text.contains("<a href=\\\"javascript") || format == .ntfy, "a script")
        }
        let link = "https://status.example.com/" + (format == .sms ? "" : "incidents/oven-door.html")
        if format != .email { expect(text.contains(link), "no link") }
    }
}

private extension SentMessage {
    mutating func expect(_ isTrue: Bool, _ fault: String) {
        if !isTrue { faults.append(fault) }
    }

    mutating func expect(_ text: String, within limit: Int, _ name: String) {
        expect((1...limit).contains(text.utf16.count), "\(name) has \(text.utf16.count)")
    }

    mutating func expectPhase(in text: String) {
        if let status { expect(text.contains(status), "no phase in \(text)") }
    }

    var json: [String: Any] {
        mutating get {
            let object = (try? JSONSerialization.jsonObject(with: Data(text.utf8))) as? [String: Any]
            expect(object != nil, "no JSON")
            return object ?? [:]
        }
    }

    /// Slack, "Block Kit reference".
    mutating func checkSlack() {
        let blocks = json["blocks"] as? [[String: Any]] ?? []
        expect((1...50).contains(blocks.count), "blocks")
        for block in blocks {
            let text = (block["text"] as? [String: Any])?["text"] as? String
            if let text {
                expect(text, within: block["type"] as? String == "header" ? 150 : 3_000, "a block")
            }
            let fields = block["fields"] as? [[String: Any]]
            if let fields { expect((1...10).contains(fields.count), "fields") }
            for field in fields ?? [] { expect(field["text"] as? String ?? "", within: 2_000, "a field") }
        }
        expectNoMentions()
    }

    /// Adaptive Cards' schema, 1.4, and Teams' 28 KB.
    mutating func checkTeams() {
        expect(text.utf8.count <= 28_672, "\(text.utf8.count) bytes")
        let attachment = (json["attachments"] as? [[String: Any]])?.first
        expect(attachment?["contentType"] as? String == "application/vnd.microsoft.card.adaptive", "type")
        let card = attachment?["content"] as? [String: Any] ?? [:]
        expect(card["type"] as? String == "AdaptiveCard" && card["version"] as? String == "1.4", "card")
        let body = card["body"] as? [[String: Any]] ?? []
        for element in body {
            switch element["type"] as? String {
            case "TextBlock": expect(element["text"] as? String ?? "", within: 28_000, "a text")
            case "FactSet":
                let facts = element["facts"] as? [[String: String]] ?? []
                expect(!facts.isEmpty || body.count < 4, "facts")
                for fact in facts { expect(fact["title"] != nil && fact["value"] != nil, "a fact") }
            default: expect(false, "an element")
            }
        }
        let actions = card["actions"] as? [[String: String]] ?? []
        for action in actions {
            expect(
                action["type"] == "Action.OpenUrl" && action["url"]?.hasPrefix("https://") == true, "action")
        }
        expectPhase(in: body.first?["text"] as? String ?? "")
        expectNoMentions()
    }

    /// Discord, "Embed Limits".
    mutating func checkDiscord() {
        let object = json
        let parse = (object["allowed_mentions"] as? [String: Any])?["parse"] as? [String]
        expect(parse == [], "mentions are parsed")
        let embed = (object["embeds"] as? [[String: Any]])?.first ?? [:]
        let (title, said) = (embed["title"] as? String ?? "", embed["description"] as? String ?? " ")
        expect(title, within: 256, "title")
        expect(said, within: 4_096, "description")
        var count = title.utf16.count + said.utf16.count
        let fields = embed["fields"] as? [[String: Any]] ?? []
        expect(fields.count <= 25, "\(fields.count) fields")
        for field in fields {
            let (name, value) = (field["name"] as? String ?? "", field["value"] as? String ?? "")
            expect(name, within: 256, "a name")
            expect(value, within: 1_024, "a value")
            count += name.utf16.count + value.utf16.count
        }
        expect(count <= 6_000, "\(count) in all")
        expect((embed["url"] as? String)?.hasPrefix("https://") == true, "url")
        expectPhase(in: title)
        expectNoMentions()
    }

    /// Telegram, "sendMessage" and "HTML style": tags that are known, in pairs.
    mutating func checkTelegram() {
        let object = json
        expect(object["chat_id"] as? String == "@map_bakery_status", "chat")
        let html = object["text"] as? String ?? ""
        var open: [Substring] = []
        for tag in html.matches(of: /<(\/?)([^ >]*)([^>]*)>/) {
            expect(["b", "i", "u", "s", "code", "pre", "a"].contains(tag.output.2), "<\(tag.output.2)>")
            if tag.output.1.isEmpty {
                open.append(tag.output.2)
                let isLink = tag.output.3.hasPrefix(" href=\"https://") && tag.output.3.hasSuffix("\"")
                expect(tag.output.3.isEmpty || isLink, "an attribute")
            } else {
                expect(open.popLast() == tag.output.2, "tags")
            }
        }
        expect(open.isEmpty, "an open tag")
        let entities = html.matches(of: /&([^;]*)(;?)/)
        expect(
            entities.allSatisfy { ["amp", "lt", "gt", "quot", "#39"].contains($0.output.1) }, "an entity")
        let shown = html.replacing(/<[^>]*>/, with: "").replacing(/&[^;]*;/, with: "&")
        expect(shown, within: 4_096, "text")
        expectPhase(in: shown)
        expectNoMentions()
    }

    /// Google Chat, "Format messages".
    mutating func checkGoogleChat() {
        let shown = json["text"] as? String ?? ""
        expect(shown, within: 4_096, "text")
        expect(
            shown.matches(of: /<([^|>]*)/).allSatisfy { $0.output.1.hasPrefix("https://") },
            "a link elsewhere")
        expectPhase(in: shown)
        expectNoMentions()
    }

    /// ntfy, "Publish as JSON" and "Limitations".
    mutating func checkNtfy() {
        let object = json
        let topic = object["topic"] as? String ?? ""
        expect(topic.wholeMatch(of: /[-_A-Za-z0-9]{1,64}/) != nil, "topic")
        let message = object["message"] as? String ?? ""
        expect((1...4_096).contains(message.utf8.count), "\(message.utf8.count) bytes")
        expect((1...5).contains(object["priority"] as? Int ?? 0), "priority")
        expect((object["click"] as? String)?.hasPrefix("https://") == true, "click")
        expectPhase(in: object["title"] as? String ?? "")
    }

    mutating func checkWebhook() {
        let object = json
        expect(Set(object.keys) == ["meta", "page", "incident"], "keys")
        let incident = object["incident"] as? [String: Any] ?? [:]
        let updates = incident["incident_updates"] as? [[String: Any]] ?? []
        expect(!updates.isEmpty && incident["name"] is String, "incident")
    }

    /// 3GPP TS 23.038.
    mutating func checkSMS() {
        let line = String(text.dropLast())
        let coding = SMSCoding(for: line)
        expect(coding.length(of: line) <= coding.limit, "\(coding.length(of: line))")
        if let status { expect(line.contains("(\(status))") || line.contains(status), "no phase in \(line)") }
    }

    mutating func expectNoMentions() {
        for mention in ["<!channel>", "<@U1>", "<users/all>"] {
            expect(!text.contains(mention), mention)
        }
    }
}
