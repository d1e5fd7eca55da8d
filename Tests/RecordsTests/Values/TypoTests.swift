import Diagnostics
import StatusModel
import Testing

@testable import Records

/// What tired people type: each message says what is wrong, and its hint is the line to write where that can be
/// worked out.
@Suite struct TypoTests {
    private func mistake(_ key: String, _ value: String) throws -> (message: String, hint: String) {
        let site = try SampleSite()
        let kept = [
            "title: Slow", "severity: SEV-2", "started: 2026-01-02T16:00Z", "ended: 2026-01-03T16:00Z",
        ]
        .filter { !$0.hasPrefix(key + ":") }
        let text = "---\n\((kept + ["\(key): \(value)"]).joined(separator: "\n"))\n---\n"
        let found = site.read(text).diagnostics
        #expect(found.count == 1, "\(found.map(\.message))")
        return (found.first?.message ?? "", found.first?.hint ?? "")
    }

    @Test(arguments: [
        ("2026-01-02 1:00", "the hour must have two digits", "2026-01-02 01:00"),
        ("2026-01-02T7:05Z", "the hour must have two digits", "2026-01-02 07:05 UTC"),
        ("2026-01-02 17:5 UTC", "the minutes must have two digits", ""),
        ("2026-01-02 24:00 UTC", "`24:00` is `00:00` on the next day", "2026-01-03 00:00 UTC"),
        ("2026-12-31T24:00Z", "`24:00` is `00:00` on the next day", "2027-01-01 00:00 UTC"),
        ("2026-01-02 25:00", "hours run from `00` to `23`", ""),
        ("2026-01-02 17:65", "minutes run from `00` to `59`", ""),
        ("2026-01-02 17.05", "hours and minutes must be separated by `:`", "2026-01-02 17:05"),
        ("2026-01-02 17h05", "hours and minutes must be separated by `:`", "2026-01-02 17:05"),
        ("2026-01-02 1705 UTC", "hours and minutes must be separated by `:`", "2026-01-02 17:05 UTC"),
        ("2026-01-02 5pm", "hours run from `00` to `23`, without am or pm", "2026-01-02 17:00"),
        (
            "2026-01-02 5:05 p.m. UTC", "hours run from `00` to `23`, without am or pm",
            "2026-01-02 17:05 UTC"
        ),
        ("2026-01-02 12am", "hours run from `00` to `23`, without am or pm", "2026-01-02 00:00"),
        ("2026-01-02 noon UTC", "a time must be in digits", "2026-01-02 12:00 UTC"),
        ("2026-01-02 17:05Z UTC", "the time zone appears twice", "2026-01-02 17:05 UTC"),
        ("2026-01-02 18:05 UTC+1", "an offset cannot follow `UTC`", "2026-01-02 18:05 +01:00"),
        (
            "2026-01-02 13:35 UTC\u{2212}3:30", "an offset cannot follow `UTC`",
            "2026-01-02 13:35 -03:30"
        ),
        (
            "2026-01-02 18:05 GMT+01:00", "an offset cannot follow `GMT`",
            "2026-01-02 18:05 +01:00"
        ),
        ("2026-01-02 17:05 UCT", "did you mean `UTC`?", "2026-01-02 17:05 UTC"),
        ("2026-01-02 18:05 +1", "an offset is written like `+01:00`", "2026-01-02 18:05 +01:00"),
        (
            "2026-01-02 18:05 CET", "abbreviations such as `CET` can mean several time zones",
            "2026-01-02 18:05 +01:00"
        ),
        (
            "2026-01-02 12:05 EST", "abbreviations such as `EST` can mean several time zones",
            "2026-01-02 12:05 -05:00"
        ),
        ("2026-01-02 22:35 IST", "`IST` can mean several time zones", "2026-01-02 22:35 +05:30"),
        (
            "2026-01-02 18:05 Europe/Berlin", "an offset, not the name of a time zone",
            "2026-01-02 18:05 +01:00"
        ),
        ("2026-07-02 18:05 Berlin", "an offset, not the name of a time zone", "2026-07-02 18:05 +02:00"),
        ("2026/01/02 17:05", "a date is written like `2026-01-31`", "2026-01-02 17:05"),
        ("2.1.2026 17:05", "a date is written like `2026-01-31`", "2026-01-02 17:05"),
        ("31/01/2026 17:05", "a date is written like `2026-01-31`", "2026-01-31 17:05"),
        (
            "02/01/2026 17:05", "it is unclear which number is the day and which is the month",
            "2026-02-01 17:05"
        ),
        ("2026-1-2 17:05", "a date is written like `2026-01-31`", "2026-01-02 17:05"),
        ("2 January 2026, 17:05 UTC", "the month must be a number", "2026-01-02 17:05 UTC"),
        ("Jan 2nd, 2026 at 5:05pm", "the month must be a number", "2026-01-02 17:05"),
        ("Fri, 02 Jan 2026 17:05:09 GMT", "the month must be a number", "2026-01-02 17:05:09 UTC"),
        ("17:05 on 2 Jan 2026", "the month must be a number", "2026-01-02 17:05"),
        ("20260102T170500Z", "the numbers of a date must be separated by `-`", "2026-01-02 17:05 UTC"),
        ("2 Jan 17:05", "the year is missing", ""), ("26-01-02 17:05", "the year must have four digits", ""),
        ("yesterday 17:05", "the date cannot be relative", ""),
        ("2026-02-30T17:05Z", "February 2026 has 28 days", "2026-02-28 17:05 UTC"),
        ("2023-07-94 17:05", "July 2023 has 31 days", "2023-07-31 17:05"),
        ("2026-13-01 17:05", "there is no month 13", ""),
        ("2026-01-02T015:00Z", "`015` is not a valid hour: hours have two digits", "2026-01-02 15:00 UTC"),
        ("1965-01-02T17:05Z", "the year 1965 is before 1970", ""),
        ("2206-01-02T17:05Z", "the year 2206 is after 2099, the latest year allowed", ""),
        ("2026\u{2013}01\u{2013}02 17:05", "`\u{2013}` is not a plain `-`", "2026-01-02 17:05"),
        ("2026-01-02 17\u{FF1A}05", "`\u{FF1A}` is not a plain `:`", "2026-01-02 17:05"),
        ("2026-01-02\u{A0}17:05", "a non-standard space (U+00A0)", "2026-01-02 17:05"),
        ("2026-01-02 17:05\u{200B}", "the invisible character U+200B", "2026-01-02 17:05"),
    ])
    func timeSaysWhatIsWrongAndWhatToWrite(value: String, fault: String, right: String) throws {
        let (message, hint) = try mistake("started", value)
        #expect(message.contains(fault), "\(message)")
        #expect(
            hint.contains(right.isEmpty ? "write it like `2026-01-02T17:05Z`" : "`started: \(right)`"),
            "\(hint)"
        )
        #expect(Instant(writtenAs: value) == nil)
    }

    @Test(arguments: [
        ("02 Jan 2026", "add the time, for example `started: 2026-01-02 17:05 UTC`"),
        ("2026-01-02", "add the time, for example `started: 2026-01-02T17:05Z`"),
        ("17:05", "add the date, for example `started: 2026-01-02 17:05`"),
        ("soon", "write it like `2026-01-02T17:05Z`, `2026-01-02 18:05 +01:00` or `17:05 UTC`"),
    ])
    func timeThatLacksAPartAsksForIt(value: String, expected: String) throws {
        #expect(try mistake("started", value).hint == expected)
    }

    @Test(arguments: [
        ("draft", "yes", "write `draft: true`"), ("draft", "False", "write `draft: false`"),
        ("visibility", "Internal", "write `visibility: internal`"),
        ("visibility", "\u{201C}internal\u{201D}", "write `visibility: internal`"),
        ("severity", "SEV\u{2013}2", "write `SEV-2`: `\u{2013}` is not a plain `-`"),
        ("severity", "SEV-2\u{A0}", "write `SEV-2`: it contains a non-standard space (U+00A0)"),
        ("severity", "sev2", "did you mean `SEV-2`?"),
        ("components", "{web: partial\u{2013}outage}", "write `components: {web: partial-outage}`"),
        ("components", "[web:partial]", "write `web: partial`, with a space after the colon"),
        ("links", "example.com/help", "write `links: https://example.com/help`"),
        ("links", "https:/example.com/help", "write `links: https://example.com/help`"),
        ("links", "help@example.com", "write `links: mailto:help@example.com`"),
    ])
    func valueOfARecordSaysWhatToWrite(key: String, value: String, expected: String) throws {
        let site = try SampleSite()
        let kept = [
            "title: Slow", "severity: SEV-2", "started: 2026-01-02T16:00Z", "ended: 2026-01-03T16:00Z",
        ]
        .filter { !$0.hasPrefix(key + ":") }
        let text = "---\n\((kept + ["\(key): \(value)"]).joined(separator: "\n"))\n---\n"
        let hints = site.read(text).diagnostics.filter { $0.severity == .error }.map { $0.hint ?? "" }
        #expect(hints == [expected])
    }

    /// A number sign begins no comment in the text of an update.
    @Test func lineOfAnUpdateKeepsItsText() throws {
        let site = try SampleSite()
        let found = site.read(SampleSite.record("[INVESTIGATING 2026-01-05] #4711: still slow")).diagnostics
        let hint = "add the time, for example `[INVESTIGATING 2026-01-05T17:05Z] #4711: still slow`"
        #expect(found.compactMap(\.hint).contains(hint), "\(found)")
    }

    @Test(arguments: [
        ("time_zone: Berlin", "write `time_zone: Europe/Berlin`"),
        ("time_zone: Berlin # for days and times", "write `time_zone: Europe/Berlin`"),
        ("brand: {color: 0b57d0} # blue", "write `brand: {color: \"#0b57d0\"}`"),
        ("time_zone: europe/berln", "did you mean `Europe/Berlin`?"),
        ("time_zone: CET", "abbreviations and offsets do not say when the clocks change"),
        ("language: en_US.UTF-8", "write `language: en-US`"),
        ("since: 1.2.2026", "write `since: 2026-02-01`"),
        ("since: 2026-02-01T00:00Z", "write `since: 2026-02-01`"),
        ("since: 2026-02-30", "write it like `2026-01-31`"),
        ("target: 99,9", "write `target: 99.9`"), ("target: 99.9 percent", "write `target: 99.9`"),
        ("target: .5", "write `target: 0.5`"), ("target: 199", "write a number from 0 to 100"),
        ("brand: {color: 0b57d0}", "write `brand: {color: \"#0b57d0\"}`"),
        ("brand: {color: \"rgb(11, 87, 208)\"}", "write `brand: {color: \"#0b57d0\"}`"),
        ("brand: {color: \"#0b57d0ff\"}", "write `brand: {color: \"#0b57d0\"}`"),
        ("brand: {color: blue}", "write it in quotes"),
        (
            "policy_review: {last: 2026-01-02, every: 1.5h}",
            "write `policy_review: {last: 2026-01-02, every: 90m}`"
        ),
        (
            "policy_review: {last: 2026-01-02, every: 1h30m}",
            "write `policy_review: {last: 2026-01-02, every: 90m}`"
        ),
        ("policy_review: {last: 2026-01-02, every: half an hour}", "every: 30m}`"),
        ("policy_review: {last: 2026-01-02, every: PT15M}", "every: 15m}`"),
        ("policy_review: {last: 2026-01-02, every: 15 mins.}", "every: 15m}`"),
        ("policy_review: {last: 2026-01-02, every: 90}", "write a number and a unit"),
        (
            "business_hours: {days: mon to fri, from: 09:00, until: 17:00}",
            "{days: mon-fri, from: 09:00, until: 17:00}`"
        ),
        ("business_hours: {days: mon-fri, from: 9am, until: 17:00}", "from: 09:00, until: 17:00}`"),
        (
            "links: {text: Help, url: www.example.com}",
            "write `links: {text: Help, url: https://www.example.com}`"
        ),
    ])
    func valueOfTheSiteSaysWhatToWrite(line: String, expected: String) {
        let text = "site:\n  title: Example\n  url: https://status.example.com\n  \(line)\n"
        let found = Findings()
        _ = Configuration(reading: SourceFile(path: "status.yml", bytes: Array(text.utf8)), into: found)
        #expect(found.all.count == 1, "\(found.all.map(\.message))")
        #expect(found.all.first?.hint?.contains(expected) == true, "\(found.all.first?.hint ?? "")")
    }

    @Test(arguments: [
        ("status.example.com", "write `url: https://status.example.com`"),
        ("https://status.example.com/?x=1", "write `url: https://status.example.com/`"),
    ])
    func addressOfTheSiteSaysWhatToWrite(url: String, expected: String) {
        let found = Findings()
        let text = "site:\n  title: Example\n  url: \(url)\n"
        _ = Configuration(reading: SourceFile(path: "status.yml", bytes: Array(text.utf8)), into: found)
        #expect(found.all.map { $0.hint ?? "" } == [expected])
    }

    /// In an update the line to write is that of the bracket or the trailer.
    @Test(arguments: [
        ("[IDENTIFIED 17.15] a", "write `[IDENTIFIED 17:15] a`"),
        ("[IDENTIFIED 5pm UTC] a", "write `[IDENTIFIED 17:00 UTC] a`"),
        ("[IDENTIFIED 18:15 UTC+1] a", "write `[IDENTIFIED 18:15 +01:00] a`"),
        ("[IDENTIFIED] a\nUpdated: 1:00", "write `Updated: 01:00`"),
        ("[IDENTIFIED 17:15] a\nNext update: 5 pm", "write `Next update: 17:00`"),
        (
            "[IDENTIFIED 15:45] a",
            "correct it, or write `[IDENTIFIED 2026-01-02 15:45] a` or `[IDENTIFIED 2026-01-03 15:45] a`"
        ),
    ])
    func updateSaysWhatToWrite(body: String, expected: String) throws {
        let site = try SampleSite()
        let found = site.read(SampleSite.record(body)).diagnostics.filter { $0.severity == .error }
        #expect(found.map { $0.hint ?? "" } == [expected])
    }

    @Test func timeBeforeThePreviousOneSaysHowFar() throws {
        let site = try SampleSite()
        let body = "[INVESTIGATING 17:05] a\n\n[IDENTIFIED 16:50] b"
        let found = site.read(SampleSite.record(body)).diagnostics
        #expect(
            found.map(\.message) == [
                "`16:50` is 15 min before the previous update, or 23 h 45 min after it"
            ]
        )
    }
}
