import Diagnostics
import Foundation
import StatusModel
import Testing

@testable import StatusSite

/// The templates in `docs/message-templates.md` make the messages that stand below them.
///
/// A template is a block whose first word is `mustache` and whose second is its name. A block `text 1` holds the message for
/// the first update, as the template above it makes it for the team; `text 1 public`, for the public.
@Suite struct MessageExampleTests {
    @Test func theGuidesTemplatesMakeItsMessages() throws {
        let path = repository.appending(path: "docs/message-templates.md")
        let guide = try String(contentsOf: path, encoding: .utf8)
        let blocks = guide.split(separator: "\n```")
            .filter { $0.hasPrefix("mustache ") || $0.hasPrefix("text ") }
            .map {
                (
                    words: $0.prefix { $0 != "\n" }.split(separator: " "),
                    text: $0.drop { $0 != "\n" }.dropFirst() + "\n"
                )
            }
        let templates = blocks.filter { $0.words[0] == "mustache" }.map {
            (String($0.words[1]), String($0.text))
        }
        var (latest, count) = ("", 0)
        for (words, text) in blocks {
            guard words[0] == "text" else {
                latest = String(words[1])
                continue
            }
            var sample = sample
            sample.own = Dictionary(templates) { $1 }
            sample.audience = words.contains("public") ? .public : .internal
            let number = try #require(Int(words[1]))
            let message = try message(of: latest, sample, update: number - 1)
            #expect(message == text, "\(words) of \(latest)")
            count += 1
        }
        #expect(count == 5)
    }
}

private extension MessageExampleTests {
    func message(of template: String, _ sample: AnnouncementSample, update: Int) throws -> String {
        guard template.hasPrefix("announcement.email") else {
            return try sample.message(.markdown, update: update)
        }
        let mail = try EmailOracle.read(sample.message(.email, update: update))
        switch template {
        case "announcement.email-subject": return (mail.headers["Subject"] ?? "") + "\n"
        case "announcement.email-text": return mail.texts[0].replacing("\r\n", with: "\n")
        default: return mail.texts[1]
        }
    }

    var sample: AnnouncementSample {
        var sample = AnnouncementSample {
            $0.id = "2026-11-20-oven-3-stays-cold"
            $0.internalDetails.append(Record.Detail(label: "channel", text: "#ovens"))
            $0.updates[0].prose = Prose(
                html: ["<p>We know:</p>\n<ul>\n<li>oven 3 does not heat</li>\n<li>orders wait</li>\n</ul>\n"],
                text: "We know:\n\n- oven 3 does not heat\n- orders wait")
            $0.updates[1].prose = Prose(
                html: [
                    "<p>A sensor says that the door is open. We change <a href=\"https://example.com/sensors\">the sensor</a>.</p>\n"
                ],
                text:
                    "A sensor says that the door is open. We change the sensor (https://example.com/sensors)."
            )
            $0.updates[2].fix = "a new sensor"
        }
        for rank in 0...1 { sample.page.severities[rank].updateEvery = 900 * (rank + 1) }
        sample.page.severities[0].postMortem = Severity.PostMortemDuty(isRequired: true, within: 172_800)
        return sample
    }
}
