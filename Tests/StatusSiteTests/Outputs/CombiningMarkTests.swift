import Diagnostics
import StatusModel
import Testing

@testable import StatusSite

/// What is escaped is escaped whatever stands beside it: to Swift, `<` with a combining mark behind it, or behind
/// U+0600, is another Character, and to a browser it is a tag.
@Suite struct CombiningMarkTests {
    /// Texts with the sign among marks that combine with it.
    private static func among(_ sign: String) -> [String] {
        [
            "\(sign)\u{301}x", "\u{600}\(sign)x", "\u{D4E}\(sign)\u{301}x", "\(sign)\u{20DD}",
            "\u{600}\(sign)\u{FE0F}\u{200D}",
        ]
    }

    private func expect(_ escaped: String, toHold entity: String, insteadOf sign: String) {
        let bytes = Array(escaped.utf8)
        #expect(bytes.firstRange(of: Array(entity.utf8)) != nil, "\(escaped)")
        #expect(
            bytes.replacing(Array(entity.utf8), with: []).firstRange(of: Array(sign.utf8)) == nil,
            "\(escaped)"
        )
    }

    @Test(arguments: [("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&#39;"), ("&", "&amp;")])
    func html(sign: String, entity: String) {
        for text in Self.among(sign) {
            expect(HTML(escaping: text).source, toHold: entity, insteadOf: sign)
            expect(HTMLFormat().escaped(text), toHold: entity, insteadOf: sign)
            expect(Escaping.html.escape(text), toHold: entity, insteadOf: sign)
        }
    }

    @Test(arguments: [("<", "&#x3C;"), (">", "&#x3E;"), ("\"", "&#x22;"), ("&", "&#x26;")])
    func xml(sign: String, entity: String) {
        for text in Self.among(sign) {
            var xml = XMLWriter()
            xml.element("a", text: text)
            let written = String(decoding: xml.bytes, as: UTF8.self).split(separator: "\n")[1]
            expect(String(written.dropFirst(3).dropLast(4)), toHold: entity, insteadOf: sign)
        }
    }

    @Test(arguments: ["\"", "\\"])
    func json(sign: String) {
        for text in Self.among(sign) {
            var bytes: [UInt8] = []
            text.append(to: &bytes)
            expect(
                String(decoding: bytes.dropFirst().dropLast(), as: UTF8.self),
                toHold: "\\" + sign,
                insteadOf: sign
            )
        }
    }

    @Test(arguments: [("<", "&lt;"), (">", "&gt;"), ("&", "&amp;"), ("\"", "\\\"")])
    func slack(sign: String, entity: String) {
        for text in Self.among(sign) { expect(text.escapedForSlack, toHold: entity, insteadOf: sign) }
    }

    @Test(arguments: ["\\", "`", "*", "_", "[", "]", "<", ">", "&", "|", "~", "$"])
    func markdown(sign: String) {
        for text in Self.among(sign) { expect(text.escapedForMarkdown, toHold: "\\" + sign, insteadOf: sign) }
    }

    @Test(arguments: [
        ("1. \u{301}x", "1\\. \u{301}x"), ("12)\t\u{301}x", "12\\)\t\u{301}x"),
        ("#\u{301} x", "\\#\u{301} x"), ("-\u{301}", "\\-\u{301}"),
        ("C #", "C \\#"),
    ])
    func beginningOfALineInMarkdown(text: String, expected: String) {
        #expect(text.escapedForMarkdown.unicodeScalars.elementsEqual(expected.unicodeScalars))
    }

    @Test func commentOnGitHub() {
        #expect(
            "www.\u{301}a GH-\u{301}1 @\u{301}b #\u{301}1".escapedForComment.unicodeScalars.elementsEqual(
                "www\u{200B}.\u{301}a GH\u{200B}-\u{301}1 @\u{200B}\u{301}b #\u{200B}\u{301}1".unicodeScalars
            )
        )
    }

    @Test(arguments: [";", ",", "\\"])
    func calendar(sign: String) {
        for text in Self.among(sign) {
            var calendar = CalendarWriter()
            calendar.property("SUMMARY", text: text)
            expect(
                String(decoding: calendar.bytes.dropFirst(8), as: UTF8.self),
                toHold: "\\" + sign,
                insteadOf: sign
            )
        }
    }

    @Test(arguments: [
        "=1+1", "+1+1", "-1+1", "@a", "\u{FF1D}1", "\u{FF0B}1", "\u{FF0D}1", "\u{FF20}a", "=\u{301}1",
    ])
    func formulaInCSV(text: String) {
        var bytes: [UInt8] = []
        text.appendAsFieldOfCSV(to: &bytes)
        #expect(bytes.first == UInt8(ascii: "'") || bytes.starts(with: "\"'".utf8))
    }

    @Test(arguments: [
        ("a\"\u{301}b", "\"a\"\"\u{301}b\""), ("a,\u{301}b", "\"a,\u{301}b\""), ("a\r\nb", "\"a\r\nb\""),
        ("\u{600}\"", "\"\u{600}\"\"\""),
    ])
    func fieldOfCSV(text: String, expected: String) {
        var bytes: [UInt8] = []
        text.appendAsFieldOfCSV(to: &bytes)
        #expect(bytes == Array(expected.utf8))
    }

    @Test(arguments: [
        "\r\n", "\n", "\r", "\n\u{301}", "\u{600}\n", "\r\n\u{301}", "\u{85}", "\u{2028}", "\u{B}",
    ])
    func header(lineEnd: String) throws {
        let sample = AnnouncementSample {
            $0.title = "Cold\(lineEnd)Bcc: all@example.com\(lineEnd)\(lineEnd)x"
        }
        let message = try sample.message(.email, update: 0)
        let head = Array(message.utf8).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .prefix { !$0.elementsEqual([UInt8(ascii: "\r")]) }
        #expect(head.allSatisfy { !$0.starts(with: "Bcc".utf8) })
        #expect(head.contains { $0.starts(with: "Content-Type: multipart/".utf8) })
        let name = Mailbox("Ada\(lineEnd)Bcc: x@example.com <ada@example.com>")?.value(behind: "To") ?? ""
        #expect(
            !Array(name.utf8).split(separator: UInt8(ascii: "\n")).contains { $0.starts(with: "Bcc".utf8) }
        )
    }

    @Test(arguments: ["\u{2013}\u{301}", "\u{600}\u{2013}", "\u{201C}\u{301}x\u{201D}"])
    func textMessage(sign: String) throws {
        let sample = AnnouncementSample { $0.title = "Cold \(sign)\r\nx" }
        let message = try sample.message(.sms, update: 0).dropLast()
        #expect(!message.utf8.contains { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") })
        #expect(!message.unicodeScalars.contains { ["\u{2013}", "\u{201C}", "\u{201D}"].contains($0) })
    }

    /// Whatever format a message has, what a record says makes no markup in it: what a `<` opens without a backslash
    /// is an address that the template puts there.
    @Test func messages() throws {
        let sample = AnnouncementSample { incident in
            incident.title = "\u{600}<\u{301}script>\u{301}alert(1)"
            incident.impact = [Record.Detail(label: "a", text: "<\u{301}!channel>\u{301}")]
        }
        for format in Announcer.Format.allCases
        where format.templates.contains(where: { [.slack, .markdown].contains($0.escaping) }) {
            let message = try sample.message(format, update: 0)
            let bytes = Array(message.utf8)
            let opened = bytes.indices.filter {
                bytes[$0] == UInt8(ascii: "<") && ($0 == 0 || bytes[$0 - 1] != UInt8(ascii: "\\"))
            }
            #expect(message.contains("alert(1)") && opened.count == 1, "\(message)")
            #expect(
                opened.allSatisfy { bytes[($0 + 1)...].starts(with: "https://status.example.com/".utf8) },
                "\(message)"
            )
        }
    }
}
