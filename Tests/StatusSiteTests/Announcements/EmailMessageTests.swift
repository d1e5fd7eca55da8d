import Foundation
import StatusModel
import Testing

@testable import StatusSite

@Suite struct EmailMessageTests {
    @Test func headersSayWhoWhenAndWhatItAnswers() throws {
        var sample = AnnouncementSample()
        sample.recipients = [
            try #require(Mailbox("all@example.com")), try #require(Mailbox("Ada <ada@example.com>")),
        ]
        let head = try sample.message(.email).components(separatedBy: "\r\n\r\n")[0]
        // FNV-1a of `https://status.example.com/oven-door`, by its authors' reference code; the updates' times
        // are 10:50 and 10:05 of 20 November 2026.
        #expect(
            head.components(separatedBy: "\r\n") == [
                #"From: "Map Bakery Status" <status@status.example.com>"#,
                "To: all@example.com,", #" "Ada" <ada@example.com>"#,
                "Subject: [Map Bakery Status] Resolved: Oven 3 stays cold (BAKE-112)",
                "Date: Fri, 20 Nov 2026 10:50:00 +0000",
                "Message-ID: <update-1795171800.\(mark)@status.example.com>",
                "In-Reply-To: <update-1795169100.\(mark)@status.example.com>",
                "References: <update-1795169100.\(mark)@status.example.com>",
                "Auto-Submitted: auto-generated", "MIME-Version: 1.0",
                "Content-Type: multipart/alternative;", #" boundary="=_update-1795171800.\#(mark)""#,
            ]
        )
    }

    @Test func firstMessageAnswersNoneAndLaterOnesIt() throws {
        let sample = AnnouncementSample()
        let first = try sample.message(.email, update: 0)
        #expect(first.contains("Message-ID: <update-1795169100.\(mark)@"))
        #expect(!first.contains("In-Reply-To"))
    }

    @Test func identityOutlivesNewWordsAndANewName() throws {
        let before = try AnnouncementSample().announcement().messageID
        let after = AnnouncementSample { incident in
            incident.slug = "oven-3-stays-cold"
            incident.aliases = ["oven-door"]
            incident.title = "Another title"
            incident.updates[2].prose = Sample.prose("Another text.")
        }
        #expect(try after.announcement(of: "oven-3-stays-cold").messageID == before)
        var team = AnnouncementSample()
        team.audience = .internal
        #expect(try team.announcement().messageID != before)
    }

    @Test func linesAreShortAndEndInCRLF() throws {
        for awkward in awkwardTexts + [
            String(repeating: "Störung ", count: 50), String(repeating: "x", count: 900),
        ] {
            let sample = sample(saying: awkward)
            for line in try sample.message(.email, update: 1).components(separatedBy: "\r\n") {
                #expect(line.utf8.count <= 76, "\(line)")
                #expect(line.utf8.allSatisfy { (0x20...0x7E).contains($0) || $0 == 0x09 }, "\(line)")
            }
        }
    }

    @Test(
        .enabled(if: Python.isThere),
        arguments: awkwardTexts + [
            "Störung – 100 % weg", "From here on", ".", "انقطاع جزئي في الأفران (٣)، والمتجر بطيء",
            "第三オーブンの温度が上がりません",
        ]
    )
    func anotherProgramReadsWhatWasWritten(awkward: String) throws {
        let sample = sample(saying: awkward)
        let read = try EmailOracle.read(sample.message(.email, update: 1))
        let onOneLine = awkward.onOneLine
        #expect(read.defects == [])
        #expect(read.types == ["text/plain", "text/html"])
        #expect(read.headers["Subject"]?.contains(": \(onOneLine)") == true)
        #expect(read.headers["From"]?.contains("status@status.example.com") == true)
        #expect(read.headers.count == 9)
        let lines = awkward.split(whereSeparator: \.isNewline)
        #expect(lines.allSatisfy { read.texts[0].contains($0) })
        #expect(lines.allSatisfy { read.texts[1].contains(HTML(escaping: String($0)).source) })
    }

    @Test func titleWithLineBreaksMakesNoHeaders() throws {
        let sample = sample(saying: "Cold\r\nBcc: all@example.com\r\n\r\nHello")
        let head = try sample.message(.email, update: 1).components(separatedBy: "\r\n\r\n")[0]
        #expect(!head.contains("\nBcc"))
        #expect(
            Mailbox("Ada\r\nBcc: x@example.com <ada@example.com>")?.value(behind: "To").contains("\r\nBcc")
                == false
        )
    }

    @Test(arguments: [
        "", "ada", "ada@", "@example.com", "a b@example.com", "ada@exa mple.com",
        "ada@example.com\r\nBcc: x@y.z",
        "ada@@example.com", "<>", "Ada <>", "Ada <ada>", "ada@example..com", "a@b, c@d", "ä@example.com",
    ]) func whatIsNoMailboxIsRefused(text: String) {
        #expect(Mailbox(text) == nil)
    }

    @Test func namesAreQuotedOrEncoded() throws {
        func value(_ text: String) -> String? { Mailbox(text)?.value(behind: "To") }
        #expect(value("ada@example.com") == "ada@example.com")
        #expect(value(#""Ada, L." <ada@example.com>"#) == #""Ada, L." <ada@example.com>"#)
        #expect(value(#"A "B" <ada@example.com>"#) == #""A \"B\"" <ada@example.com>"#)
        #expect(value("Störung <a@example.com>") == "=?utf-8?q?St=C3=B6rung?=\r\n <a@example.com>")
    }

    @Test func quotedPrintableIsAsItsStandardHasIt() {
        #expect("a=b é".quotedPrintable == "a=3Db =C3=A9")
        #expect("end \nFrom here\n".quotedPrintable == "end=20\r\n=46rom here\r\n")
        // 76 characters stand on a line; of 77 the last one moves on, with another for the `=`.
        let line = String(repeating: "x", count: 76)
        #expect(line.quotedPrintable == line)
        #expect((line + "x").quotedPrintable == String(repeating: "x", count: 75) + "=\r\nxx")
    }

    @Test(.enabled(if: Python.isThere)) func severalMessagesMakeAMailbox() throws {
        let sample = sample(saying: "From the start\n\nFrom here on")
        let all = try (0...2).map { try sample.announcement(update: $0) }
        let text = try sample.announcer().messages(all, as: .email)
        #expect(text.hasPrefix("From status@status.example.com Fri Nov 20 10:05:00 2026\nFrom: "))
        #expect(!text.utf8.contains(UInt8(ascii: "\r")))
        #expect(try EmailOracle.subjects(inMailbox: text).count == 3)
    }

    @Test func languageThatRunsFromRightToLeftSaysSo() throws {
        #expect(try AnnouncementSample().message(.email).contains("<html lang=3D\"en\">"))
        var sample = AnnouncementSample()
        sample.page.language = "ar"
        sample.language = ("ar", "announce.label.status = الحالة")
        let message = try EmailOracle.read(sample.message(.email))
        #expect(message.texts[1].contains(#"<html lang="ar" dir="rtl">"#))
        #expect(message.texts[1].contains(#"<th scope="row" align="right" nowrap>الحالة&nbsp;</th>"#))
    }

    private let mark = "https://status.example.com/oven-door".utf8.fingerprint

    private func sample(saying text: String) -> AnnouncementSample {
        var sample = AnnouncementSample { incident in
            incident.title = text
            incident.updates[1].prose = Prose(
                html: ["<p>\(HTML(escaping: text).source)</p>"],
                text: text
            )
            incident.updates[1].fix = text
        }
        sample.page.title = text
        return sample
    }
}
