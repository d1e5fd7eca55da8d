import Diagnostics
import Foundation
import StatusModel
import TestSupport
import Testing

@testable import StatusSite

/// Messages in a team's own words: the names that templates of the site's own can use.
@Suite struct MessageWordsTests {
    @Test func eachNameSaysItsFact() throws {
        var sample = sample
        sample.audience = .internal
        sample.page.severities[0].updateEvery = 900
        sample.page.severities[0].postMortem = Severity.PostMortemDuty(isRequired: true, within: 172_800)
        let names = """
            {{id}}/{{date}}/{{level}}/{{levelName}}/{{componentNames}}/{{#impacts}}{{label}}={{text}};{{line}} {{/impacts}}/\
            {{updateEvery}}/{{duration}}/{{postMortemAt}}/{{internal.lead}}/{{internal.INCIDENT-channel}}/{{internal.no_such}}/\
            {{#internal.lead}}led by {{.}}{{/internal.lead}}{{^internal.no_such}}none{{/internal.no_such}}
            """
        sample.own = ["announcement.sms": names]
        let update = try sample.message(.sms, update: 1)
        #expect(
            update
                == "oven-door/20 Nov 2026/SEV-1/Critical/Ovens, Shop/Orders late=37;Orders late: 37 /"
                + "15 min///Ada/#fire//led by Adanone\n"
        )
        // Two days after 20 Nov, 10:50.
        let resolution = try sample.message(.sms, update: 2)
        #expect(
            resolution
                == "oven-door/20 Nov 2026/SEV-1/Critical/Ovens, Shop/Orders late=37;Orders late: 37 /"
                + "/52 min/22 Nov 2026, 10:50 UTC/Ada/#fire//led by Adanone\n"
        )
    }

    /// The impact ends ten minutes before the resolution.
    @Test func timesAreThoseKnownByThen() throws {
        var sample = AnnouncementSample {
            $0.acknowledgedAt = Sample.at("2026-11-20T10:12")
            $0.until = Sample.at("2026-11-20T10:40")
        }
        sample.own = ["announcement.sms": "{{startedAt}}/{{acknowledgedAt}}/{{endedAt}}/{{resolvedAt}}"]
        #expect(try sample.message(.sms, update: 0) == "20 Nov 2026, 09:58 UTC///\n")
        #expect(try sample.message(.sms, update: 1) == "20 Nov 2026, 09:58 UTC/20 Nov 2026, 10:12 UTC//\n")
        #expect(
            try sample.message(.sms)
                == "20 Nov 2026, 09:58 UTC/20 Nov 2026, 10:12 UTC/20 Nov 2026, 10:40 UTC/20 Nov 2026, 10:50 UTC\n"
        )
    }

    @Test func lengthOfAnImpactIsSaidOnce() throws {
        var sample = AnnouncementSample {
            $0.impact.append(Record.Detail(label: "Duration", text: "52 min"))
            $0.impact.append(Record.Detail(label: "Downtime", text: "40 min"))
        }
        sample.own = ["announcement.sms": "{{impact}}/{{#impacts}}{{label}} {{/impacts}}"]
        #expect(try sample.message(.sms) == "Orders late: 37; Downtime: 40 min/Orders late Downtime\n")
        // No other name has it while it lasts.
        #expect(
            try sample.message(.sms, update: 1)
                == "Orders late: 37; Duration: 52 min; Downtime: 40 min/Orders late Duration Downtime\n")
    }

    /// The public never sees its page, so that nothing can lead there.
    @Test(arguments: Self.formats) func messageOfAnInternalIncidentLinksNowhere(format: Announcer.Format)
        throws
    {
        var sample = AnnouncementSample {
            $0.visibility = .internal
            $0.ticket = nil
            $0.postMortem = PostMortem(title: "Post-mortem")
            $0.postMortem?.introduction = Sample.prose("A sensor.")
        }
        sample.audience = .internal
        let message = try unfolded(sample.message(format))
        #expect(!message.contains("https://status.example.com"), "\(message)")
        #expect(!message.contains("Follow"), "\(message)")
        if format == .json { #expect(message.contains(#""url":null"#)) }
        if format == .slack {
            let site = #"{"type":"plain_text","emoji":false,"text":"Map Bakery Status"}"#
            #expect(message.hasSuffix(#"{"type":"context","elements":[\#(site)]}]}"# + "\n"), "\(message)")
        }
    }

    /// The page that the public reads begins with its second update.
    @Test func messageOfAnUpdateBeforeItWasPublicLinksNowhere() throws {
        var sample = AnnouncementSample { $0.firstPublicUpdate = 1 }
        sample.audience = .internal
        #expect(try !sample.message(.markdown, update: 0).contains("https:"))
        #expect(
            try sample.message(.markdown, update: 1).contains("(<https://status.example.com/incidents/oven"))
    }

    @Test(arguments: Self.formats) func publicReadsNothingInternalUnderAnyName(format: Announcer.Format)
        throws
    {
        var sample = planted
        sample.own = Self.everyName
        for update in 0...2 {
            let message = try unfolded(sample.message(format, update: update))
            for secret in ["SECRET", "Ada", "Head baker"] {
                #expect(!message.contains(secret), "\(secret) in \(message)")
            }
        }
        // A text message has no room for all of it, and Statuspage none for the impact in words.
        guard ![.sms, .webhook].contains(format) else { return }
        sample.audience = .internal
        let message = try unfolded(sample.message(format, update: 0))
        #expect(message.contains("SECRET-front-matter"), "\(message)")
    }

    /// What later updates and the post-mortem say is in no message for an earlier update.
    @Test(arguments: Self.formats, [Audience.public, .internal])
    func earlierMessagesKnowNothingOfWhatWasLearnedLater(format: Announcer.Format, audience: Audience) throws
    {
        var sample = planted
        sample.audience = audience
        sample.own = Self.everyName
        for isPublished in [true, false] {
            if !isPublished { sample.page.incidents[0].postMortem?.publishedOn = nil }
            for update in 0...1 {
                let message = try unfolded(sample.message(format, update: update))
                #expect(!message.contains("LEARNED") && !message.contains("LATER"), "\(message)")
            }
            guard ![.sms, .webhook].contains(format) else { continue }
            let last = try unfolded(sample.message(format, update: 2))
            #expect(last.contains("LATER-said"))
            #expect(
                last.contains("LEARNED") == (isPublished || audience == .internal),
                "\(audience), published: \(isPublished): \(last)")
        }
    }

    @Test func linkToAnInternalRecordIsTextInMarkdown() throws {
        let sample = AnnouncementSample {
            $0.updates[2].prose = Prose(
                html: [
                    "<p>As <a href=\"", "incidents/secret.html\">before</a> and <a href=\"",
                    "incidents/told.html\">then</a>.</p>\n",
                ],
                text: "As before and then.")
            $0.internalLinks = ["secret"]
        }
        let message = try sample.message(.markdown)
        #expect(message.contains("As before and [then](<https://status.example.com/incidents/told.html>)."))
    }

    @Test func listsAndLinksStayInMarkdownMessages() throws {
        let sample = AnnouncementSample {
            $0.updates[2].prose = Prose(
                html: [
                    "<p>Done:</p>\n<ul>\n<li>one</li>\n<li><a href=\"https://example.com\">two</a></li>\n</ul>\n<pre><code>a\n\n\nb\n</code></pre>\n"
                ],
                text: "Done:\n\n- one\n- two (https://example.com)\n\na\n\n\nb")
        }
        #expect(
            try sample.message(.markdown).hasPrefix(
                """
                ## Incident resolved: Oven 3 stays cold

                Done:

                * one
                * [two](<https://example.com>)

                ```
                a


                b
                ```

                - **Phase:** Resolved
                """
            )
        )
    }

    @Test(arguments: awkwardTexts) func anyTextInSlacksMarkupMakesValidJSONAndCallsNobody(awkward: String)
        throws
    {
        var sample = AnnouncementSample {
            $0.updates[0].prose = Prose(
                html: ["<ul>\n<li>\(HTMLText.escaped(awkward))</li>\n<li><strong>b</strong></li>\n</ul>\n"],
                text: awkward)
        }
        sample.own = [
            "announcement.slack": #"{"type": "mrkdwn", "text": "{{#saidMarkdown}}{{.}}{{/saidMarkdown}}"}"#
        ]
        let message = try sample.message(.slack, update: 0)
        let object = try JSONSerialization.jsonObject(with: Data(message.utf8)) as? [String: String]
        let text = try #require(object?["text"])
        #expect(text.hasPrefix("\u{2022}") && text.hasSuffix("\n\u{2022} *b*"), "\(text)")
        #expect(!text.dropLast(5).contains { "<>`".contains($0) }, "\(text)")
    }

    @Test func unknownNamesAreUnknown() throws {
        for name in ["internals.lead", "internal", "title.lead", "KEY", "internal.lead.more"] {
            let found = Findings()
            let file = SourceFile(path: "announcement.sms.mustache", bytes: Array("{{\(name)}}".utf8))
            _ = SiteTemplates(overriding: ["announcement.sms.mustache": file], into: found)
            #expect(found.hasErrors, "\(name)")
        }
    }

    @Test(arguments: [
        (
            ["announcement.email"],
            "`announcement.email-subject.mustache` and `announcement.email-text.mustache` are"
        ),
        (["announcement.email", "announcement.email-subject"], "`announcement.email-text.mustache` is"),
        (["announcement.email", "announcement.email-subject", "announcement.email-text"], nil),
        (["announcement.slack"], nil),
    ]) func partsOfAMailAreReplacedTogether(own: [String], expected: String?) {
        let found = Findings()
        let files = own.map {
            ("\($0).mustache", SourceFile(path: "\($0).mustache", bytes: Array("{}".utf8)))
        }
        _ = SiteTemplates(overriding: Dictionary(files) { $1 }, into: found)
        #expect(found.all.map(\.id) == (expected == nil ? [] : [.unpairedTemplate]))
        #expect(found.all.allSatisfy { $0.message.hasPrefix(expected ?? "") && $0.severity == .warning })
    }

    @Test func newsIsForTheChannelsOfTheSeverityByThen() throws {
        var sample = AnnouncementSample()
        sample.page.severities[0].notifications = [.init(channel: "E-mail_list", audience: "all")]
        sample.page.severities[1].notifications = [.init(channel: "chat")]
        // It was SEV-2 at first, then SEV-1, and ends as what it was at worst.
        let news = try (0...2).map { try sample.announcement(update: $0) }
        #expect(news.map { $0.isFor("e-mail list", by: sample.page) } == [false, true, true])
        #expect(news.map { $0.isFor("CHAT", by: sample.page) } == [true, false, false])
        #expect(sample.page.channels == ["E-mail_list", "chat"] && !sample.page.hasChannel("pager"))
        // Before it began, the policy was another.
        var former = sample.page.severities[0]
        former.notifications = [.init(channel: "pager")]
        sample.page.formerRules.severities[0] = Former()
        sample.page.formerRules.severities[0]?.add(former, until: Sample.at("2026-11-21T00:00"))
        #expect(try sample.announcement(update: 1).isFor("pager", by: sample.page))
        #expect(try !sample.announcement(update: 1).isFor("e-mail list", by: sample.page))
        #expect(sample.page.hasChannel("pager"))
        let full = AnnouncementSample(of: Sample.full)
        for slug in ["new-database", "holidays"] {
            #expect(try full.announcement(of: slug).isFor("chat", by: sample.page))
        }
    }

    @Test(arguments: [
        ("slack", [true, true, false]), ("Slack #Incidents", [true, false, false]),
        ("slack #ovens", [false, true, false]), ("#incidents", [false, false, false]),
    ])
    func channelWithItsPlaceIsFoundByItsFirstWord(name: String, expected: [Bool]) {
        let channels = ["slack #incidents", "slack #ovens", "slackers"].map {
            Severity.Notification(channel: $0)
        }
        #expect(channels.map { $0.isOn(name) } == expected)
        var page = Sample.empty
        page.severities[0].notifications = channels
        #expect(page.hasChannel(name) == expected.contains(true))
    }

    @Test func teamsJSONNamesTheChannels() throws {
        var sample = AnnouncementSample()
        sample.page.severities[0].notifications = [
            .init(channel: "chat"), .init(channel: "email", audience: "all customers"),
        ]
        #expect(try !sample.message(.json).contains("notify"))
        sample.audience = .internal
        #expect(
            try sample.message(.json).contains(
                #""notify":[{"channel":"chat","audience":null},{"channel":"email","audience":"all customers"}],"#
            ))
    }
}

private extension MessageWordsTests {
    /// A mail without the ends of lines that its encoding adds.
    func unfolded(_ message: String) -> String { message.replacing("=\r\n", with: "") }

    static let formats = Announcer.Format.allCases

    /// A template for each message that writes all that it can name.
    static let everyName: [String: String] = {
        let names = AnnouncementContext.words.map { word in
            switch word.kind {
            case .texts: "{{internal.lead}} {{internal.revenue}} "
            case .list: "{{#\(word.name)}}{{\(word.name == "nextSteps" ? "text" : "line")}} {{/\(word.name)}}"
            case .flag: ""
            default: "{{\(word.name)}} "
            }
        }.joined()
        let templates = SiteTemplates.messages.map { page in
            (page.template, page.escaping.isJSON ? #"{"text": "\#(names)", "blocks": []}"# : names)
        }
        return Dictionary(templates) { $1 }
    }()

    var sample: AnnouncementSample {
        AnnouncementSample {
            $0.internalDetails.append(Record.Detail(label: "incident_channel", text: "#fire"))
        }
    }

    /// With what the public may not know, and with what nobody knew at first.
    var planted: AnnouncementSample {
        AnnouncementSample {
            $0.impact.append(Record.Detail(label: "revenue", text: "SECRET-front-matter", isInternal: true))
            $0.internalDetails.append(Record.Detail(label: "revenue", text: "SECRET-internal"))
            $0.updates[1].rootCause = nil
            $0.updates[2].prose = Sample.prose("LATER-said")
            $0.updates[2].severity = 0
            $0.updates[2].estimate = .words("LATER-expected")
            $0.updates[2].escalatedTo = ["SECRET-called, LATER-called"]
            var postMortem = PostMortem(title: "Post-mortem: LEARNED-title")
            postMortem.publishedOn = Day(year: 2026, month: 11, day: 20)
            postMortem.impact = [
                Record.Detail(label: "maps", text: "LEARNED-impact"),
                Record.Detail(label: "revenue lost", text: "SECRET-LEARNED-revenue", isInternal: true),
            ]
            var items = PostMortem.Section(kind: .actionItems, title: "Action items", prose: .empty)
            items.actionItems = [ActionItem(text: "LEARNED-item", isDone: false, owner: "SECRET-owner")]
            postMortem.sections = [
                PostMortem.Section(
                    kind: .rootCause, title: "Root cause", prose: Sample.prose("LEARNED-cause")),
                PostMortem.Section(
                    kind: .resolution, title: "Resolution", prose: Sample.prose("LEARNED-fix")),
                items,
            ]
            $0.postMortem = postMortem
        }
    }
}
