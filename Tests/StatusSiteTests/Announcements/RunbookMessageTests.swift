import StatusModel
import Testing

@testable import StatusSite

/// The team's first notice leads to what to do; no other message does.
@Suite struct RunbookMessageTests {
    private var sample: AnnouncementSample {
        var sample = AnnouncementSample()
        sample.audience = .internal
        sample.page.severities[1].runbooks = ["https://wiki.example.com/high"]
        sample.page.components[0].runbooks = ["https://wiki.example.com/ovens?a=1&b=(2)"]
        return sample
    }

    @Test func theFirstNoticeHasThem() throws {
        #expect(
            try sample.message(.markdown, update: 0).contains(
                """

                Runbooks:

                - [SEV-2](<https://wiki.example.com/high>)
                - [Ovens](<https://wiki.example.com/ovens?a=1\\&b=(2)>)


                """))
        let fields = [
            #"{"type":"plain_text","emoji":false,"text":"SEV-2"}"#,
            #"{"type":"mrkdwn","verbatim":true,"text":"<https://wiki.example.com/high>"}"#,
            #"{"type":"plain_text","emoji":false,"text":"Ovens"}"#,
            #"{"type":"mrkdwn","verbatim":true,"text":"<https://wiki.example.com/ovens?a=1&amp;b=(2)>"}"#,
        ].joined(separator: ",")
        let title = #"{"type":"section","text":{"type":"plain_text","emoji":false,"text":"Runbooks"},"#
        #expect(try sample.message(.slack, update: 0).contains("\(title)\"fields\":[\(fields)]}"))
        let email = try sample.message(.email, update: 0).replacing("=\r\n", with: "").replacing(
            "=3D", with: "=")
        #expect(
            email.contains("Runbooks:\r\n- SEV-2: https://wiki.example.com/high\r\n- Ovens: https://wiki"))
        #expect(email.contains("<a href=\"https://wiki.example.com/ovens?a=1&amp;b=(2)\">Ovens</a>"))
        let runbooks = [
            #"{"name":"SEV-2","url":"https://wiki.example.com/high"}"#,
            #"{"name":"Ovens","url":"https://wiki.example.com/ovens?a=1&b=(2)"}"#,
        ].joined(separator: ",")
        let json = try sample.message(.json, update: 0)
        #expect(json.contains("\"runbooks\":[\(runbooks)]"))
    }

    @Test(arguments: Announcer.Format.allCases, [0, 1, 2])
    func othersHaveNone(format: Announcer.Format, update: Int) throws {
        let isFirst = update == 0 && format != .sms
        let message = try sample.message(format, update: update)
        // A program may want them as long as the incident is open.
        if !isFirst, format != .json || update == 2 { #expect(!message.contains("wiki.example.com")) }
        var forAll = sample
        forAll.audience = .public
        let told = try forAll.message(format, update: update)
        #expect(!told.contains("wiki.example.com") && !told.lowercased().contains("runbook"))
    }

    /// The second update raises it to SEV-1, which has none, and only then were the ovens' all there is.
    @Test func aTemplateCanHaveThemWhileItIsOpen() throws {
        var sample = sample
        sample.own["announcement.markdown"] = "{{#runbooks}}{{label}} {{/runbooks}}"
        #expect(try sample.message(.markdown, update: 1).hasPrefix("Ovens"))
        #expect(try !sample.message(.markdown, update: 2).contains("Ovens"))
    }

    @Test func slackHasFiveAtMost() throws {
        var sample = sample
        sample.page.severities[1].runbooks = (1...9).map { "https://wiki.example.com/\($0)" }
        let slack = try sample.message(.slack, update: 0)
        #expect(slack.contains("wiki.example.com/5>") && !slack.contains("wiki.example.com/6>"))
    }
}
