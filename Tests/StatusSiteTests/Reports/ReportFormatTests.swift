import Diagnostics
import Foundation
import Reliability
import StatusModel
import TestSupport
import Testing

@testable import StatusSite

@Suite struct ReportFormatTests {
    private func rendered(
        _ name: String,
        as format: ReportFile.Format,
        for audience: Audience = .public,
        of page: StatusPage = Sample.full,
        revision: Provenance.Revision? = Provenance.Revision(commit: "0123456789ab", isModified: true)
    ) throws -> String {
        let diagnostics = Findings()
        let report = ReportFile(
            of: try #require(Period(named: name)),
            on: page.seen(by: audience, at: Sample.now),
            now: Sample.now,
            templates: try #require(SiteTemplates(into: diagnostics)),
            provenance: Provenance(generator: "allclear 1.0.0", revision: revision)
        )
        return String(decoding: report.render(as: format), as: UTF8.self)
    }

    /// 1 min of September's 43,200 and 2 min of October's 44,640 both leave 99.99…%: twice as much is not the same.
    @Test func comparisonIsMadeFromExactFigures() throws {
        var page = Sample.empty
        let down = [StatusChange(0, .majorOutage)]
        page.incidents = [
            Sample.past("two", "Two", down, from: "2026-10-05T10:00", to: "2026-10-05T10:02"),
            Sample.past("one", "One", down, from: "2026-09-05T10:00", to: "2026-09-05T10:01"),
        ]
        let text = try rendered("2026-10", as: .markdown, of: page)
        let words = "uptime rounds to 99.99% in both, but 2 min was lost instead of 1 min"
        #expect(text.contains(words.unbroken(["2 min", "1 min"])), "\(text)")
    }

    /// 2 min of September's 2,592,000 s leave 99.9953 %, 2 min of October's 2,678,400 s leave 99.9955 %: neither figure
    /// tells them apart.
    @Test func comparisonOfWhatLooksAlikeNamesNoDifference() throws {
        var page = Sample.empty
        let down = [StatusChange(0, .majorOutage)]
        page.incidents = [
            Sample.past("two", "Two", down, from: "2026-10-05T10:00", to: "2026-10-05T10:02"),
            Sample.past("one", "One", down, from: "2026-09-05T10:00", to: "2026-09-05T10:02"),
        ]
        let text = try rendered("2026-10", as: .markdown, of: page)
        #expect(text.contains("; uptime is about the same at 99.99%."), "\(text)")
    }

    /// Figures begin on 1 August, in the middle of a quarter.
    @Test func indexSaysSinceWhenAPeriodWasTracked() throws {
        let text = try RenderedSite(Sample.empty)["reports.html"].withoutTags
        #expect(text.contains("2026 no incidents so far, 100% uptime tracked since 1 Aug 2026 Oct–Dec 2026"))
        #expect(text.contains("Jul–Sep 2026 no incidents tracked since 1 Aug 2026 100%"))
        #expect(text.contains("August 2026 no incidents 100%"))
    }

    /// A post-mortem was required of both: the public is told of the one that it may read, and of no total.
    @Test func internalPostMortemIsInNoPublicTotal() throws {
        var page = Sample.empty
        page.severities[0].postMortem = Severity.PostMortemDuty(isRequired: true, within: nil)
        let down = [StatusChange(0, .majorOutage)]
        var open = Sample.past(
            "open", "Open", severity: 0, down, from: "2026-10-05T10:00", to: "2026-10-05T10:02")
        open.postMortem = PostMortem(title: "Post-mortem")
        open.postMortem?.publishedOn = Day(year: 2026, month: 10, day: 6)
        open.postMortem?.introduction = Prose(html: ["<p>So</p>\n"], text: "So")
        var hidden = Sample.past(
            "hidden", "Hidden", severity: 0, down, from: "2026-10-15T10:00", to: "2026-10-15T10:02")
        hidden.postMortem = open.postMortem
        hidden.postMortem?.visibility = .internal
        page.incidents = [hidden, open]
        let text = try rendered("2026-10", as: .markdown, of: page)
        #expect(text.contains("1 post-mortem has been published."), "\(text)")
        #expect(!text.contains("required"))
    }

    @Test func markdownBeginsWithTheFigures() throws {
        let text = try rendered("2026-10", as: .markdown)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(lines[0] == "Map Bakery Status · Report for October 2026")
        // Ovens were down 47 min less 15 min degraded, and partly for 1 h 10 min + 30 min; the shop partly for 17 min of
        // the first: 1,920 + 0.3 · 4,200 + 0.3 · 1,800 = 3,720 s of 2,678,400 by the clock; with 306 s of the shop's 4,026 s
        // of component time, of three components: 1,342 s, rounded up to 23 min.
        #expect(lines[2] == "# 99.86% uptime, 2 incidents")
        #expect(
            lines[4]
                == "- Overall uptime: **99.86%** · 0.14 percentage points lower than in September 2026 · before: 100%"
                .unbroken([
                    "0.14 percentage"
                ]))
        #expect(
            lines[5]
                == "- Downtime per component: **23 min** · 23 min more than in September 2026".unbroken([
                    "23 min"
                ]))
        #expect(
            lines[6]
                == "- Incidents: **2** · Critical: 1 · 2 more incidents than in September 2026 · before: 0")
        #expect(lines[9] == "Ovens and Shop had the most downtime.")
        let comparison =
            "2 more incidents than in September 2026; uptime fell by 0.14 percentage points, from 100% to 99.86%."
        #expect(text.contains(comparison.unbroken(["0.14 percentage"])))
        #expect(
            text.contains(
                "oven-door.html) · **Worst incident** · 12 Oct · Ovens and Shop | Critical | 47 min |"
                    .unbroken([
                        "12 Oct", "47 min",
                    ])))
        #expect(text.contains("[Ovens](https://status.example.com/components/ovens.html)"))
        #expect(
            text.hasSuffix(
                "from revision 0123456789ab of the records, with uncommitted changes.\n"
            )
        )
    }

    @Test func periodsWithoutFiguresAreASentence() throws {
        let before = try rendered("2026-07", as: .markdown)
        #expect(
            before.hasPrefix(
                "Map Bakery Status\n\n# Report for July 2026\n\nThere are no figures for July 2026: they begin on 1 Aug 2026.\n\n---\n"
            )
        )
        let ahead = try rendered("2027", as: .markdown)
        #expect(
            ahead.hasPrefix(
                "Map Bakery Status\n\n# Report for 2027\n\n2027 has not started yet.\n\n---\n"))
        for name in ["2026-07", "2027"] {
            #expect(try !rendered(name, as: .html).contains("<table"))
            let csv = try CSVReader.rows(of: rendered(name, as: .csv))
            #expect(csv.allSatisfy { $0[1] == "report" || $0[1] == "section" })
            let json =
                try JSONSerialization.jsonObject(with: Data(rendered(name, as: .json).utf8)) as? [String: Any]
            #expect(json?["components"] == nil && json?["from"] != nil)
        }
    }

    @Test func runningPeriodSaysSo() throws {
        let text = try rendered("2026-11", as: .markdown)
        #expect(
            text.contains(
                "November 2026 is still in progress. Figures cover it up to 20 Nov 2026, 12:00 UTC."))
        #expect(text.contains("October 2026 is complete and November 2026 is not, so counts may still rise."))
        #expect(text.contains("| Figure | October 2026 | November 2026 to date | Change |"))
        #expect(text.contains("1 is still open."))
    }

    @Test func periodWithoutIncidentsHasNoTablesOfThem() throws {
        let text = try rendered("2026-09", as: .markdown)
        #expect(text.contains("\n\n# No incidents in September 2026\n\n"))
        #expect(!text.contains("## What went wrong") && !text.contains("## Maintenance"))
        #expect(!text.contains("## Response times") && !text.contains("## Post-mortems"))
        #expect(!text.contains("none") && !text.contains("0\u{A0}s"))
    }

    @Test func firstPeriodHasNothingToCompareWith() throws {
        #expect(try !rendered("2026-08", as: .markdown).contains("July 2026"))
    }

    @Test func mailIsOneFileThatLoadsNothing() throws {
        let html = try rendered("2026-10", as: .html)
        #expect(html.contains("<style>\n/* Colors"))
        #expect(
            html.contains(
                "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
            )
        )
        #expect(!html.contains("<link") && !html.contains("<script") && !html.contains("<img"))
        #expect(html.values(of: "src").isEmpty && html.values(of: "style").isEmpty)
        let links = html.values(of: "href")
        #expect(!links.isEmpty && links.allSatisfy { $0.hasPrefix("https://status.example.com/") })
        #expect(html.values(of: "role") == ["img", "img", "img"])
    }

    @Test func figuresOfCSVReadBack() throws {
        let text = try rendered("2026-10", as: .csv)
        #expect(text.split(separator: "\r\n").count == text.split(whereSeparator: \.isNewline).count)
        let rows = try CSVReader.rows(of: text)
        #expect(rows[0] == ["period", "section", "subject", "figure", "unit", "value"])
        #expect(rows.allSatisfy { $0.count == 6 })
        func value(_ section: String, _ subject: String, _ figure: String) -> String? {
            rows.first { $0[1] == section && $0[2] == subject && $0[3] == figure }?[5]
        }
        #expect(value("report", "", "from") == "2026-10-01T00:00:00Z")
        #expect(value("report", "", "revision") == "0123456789ab")
        #expect(value("uptime", "ovens", "downtime") == "3720")
        #expect(value("uptime", "shop", "downtime") == "306")
        #expect(value("incidents", "", "started") == "2")
        #expect(value("incidents_by_severity", "SEV-1", "started") == "1")
        #expect(value("incidents_by_tag", "hardware", "started") == "1")
        // 47 min and 3 h 30 min
        #expect(value("response_times", "", "time_to_resolve_median") == "7710")
        #expect(value("response_times_by_severity", "SEV-1", "time_to_acknowledge_median") == "180")
        #expect(value("maintenance", "", "duration") == "7200")
        #expect(value("action_items", "", "open") == "1")
        #expect(value("before", "2026-09", "started") == "0")
    }

    @Test func formulasOfASpreadsheetAreDefused() throws {
        var page = Sample.full
        let wide = ["＝1+1", "＋1", "－1", "＠SUM"]
        page.incidents[2].tags = ["=1+1", "@SUM", "-3", "a,b", "say \"no\"", "\t=1", "\n=1"] + wide
        let tags = try CSVReader.rows(of: rendered("2026-10", as: .csv, of: page))
            .filter { $0[1] == "incidents_by_tag" }.map { $0[2] }
        #expect(Set(tags).isSuperset(of: ["'=1+1", "'@SUM", "-3", "a,b", "say \"no\"", "'\t=1", "'\n=1"]))
        #expect(Set(tags).isSuperset(of: wide.map { "'" + $0 }))
    }

    @Test func quotationMarkWithAnAccentIsQuotedToo() throws {
        var page = Sample.full
        page.incidents[2].tags = ["a \"\u{301} b", "=\u{301}1"]
        let tags = try CSVReader.rows(of: rendered("2026-10", as: .csv, of: page))
            .filter { $0[1] == "incidents_by_tag" }.map { Array($0[2].unicodeScalars) }
        #expect(tags.contains(Array("a \"\u{301} b".unicodeScalars)))
        #expect(tags.contains(Array("'=\u{301}1".unicodeScalars)))
    }

    @Test func levelThatOnlyTheTeamMeetsIsForTheTeamAlone() throws {
        var page = Sample.full
        page.severities.append(Severity(level: "SECRET-4"))
        page.severities[page.severities.count - 1].visibility = .internal
        for format in ReportFile.Format.allCases {
            #expect(try !rendered("2026-10", as: format, of: page).contains("SECRET-4"))
        }
        for format in [ReportFile.Format.csv, .json] {
            #expect(try rendered("2026-10", as: format, for: .internal, of: page).contains("SECRET-4"))
        }
    }

    @Test func objectiveOf100LeavesNoBudgetToSpend() throws {
        var page = Sample.full
        for index in page.components.indices { page.components[index].target = Target(millionths: 1_000_000) }
        let all = try rendered("2026-10", as: .markdown, of: page)
        #expect(all.contains("\n\nAn objective of 100% leaves no budget to spend.\n"))
        // Of the ovens' budget 3,720 s are spent; of 0.1 % of 31 days, 2,678.4 s, that is 138.89 %.
        page.components[0].target = Target(millionths: 999_000)
        let one = try rendered("2026-10", as: .markdown, of: page)
        #expect(one.contains("\n\nOvens spent 138.89% of its budget.\n"))
    }

    @Test func jsonHoldsTheSameFigures() throws {
        let data = Data(try rendered("2026-10", as: .json).utf8)
        let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(json["period"] as? String == "2026-10")
        #expect(json["standing"] as? String == "ended")
        #expect(json["modified"] as? Bool == true)
        let components = try #require(json["components"] as? [[String: Any]])
        #expect(components.map { $0["id"] as? String } == ["ovens", "shop", "couriers"])
        #expect(components.map { $0["downtime_seconds"] as? Double } == [3_720, 306, 0])
        let incidents = try #require(json["incidents"] as? [String: Any])
        #expect(incidents["started"] as? Int == 2)
        #expect(incidents["by_severity"] as? [String: Int] == ["SEV-1": 1, "SEV-2": 1, "SEV-3": 0])
        let before = try #require(json["before"] as? [String: Any])
        #expect(before["period"] as? String == "2026-09")
        #expect(json["policy"] == nil)
    }

    @Test func policyAndOwnersAreForTheTeamAlone() throws {
        for format in ReportFile.Format.allCases {
            let (open, team) = try (
                rendered("2026-10", as: format), rendered("2026-10", as: format, for: .internal)
            )
            #expect(!open.contains("SECRET") && !open.lowercased().contains("escalation"))
            #expect(!open.contains("Owner") && !open.contains("owner"))
            // The owner's only action item is done.
            #expect(team.contains("SECRET"))
        }
    }

    @Test func whosePostMortemIsOverdueIsForTheTeamAlone() throws {
        var page = Sample.full
        page.severities[1].postMortem = Severity.PostMortemDuty(isRequired: true, within: 86_400)
        let open = try rendered("2026-10", as: .markdown, of: page)
        let team = try rendered("2026-10", as: .markdown, for: .internal, of: page)
        // Of the ovens that were too warm there is no post-mortem.
        #expect(open.contains("The only required post-mortem is overdue"))
        #expect(open.contains("1 post-mortem is overdue."))
        #expect(!open.contains("Post-mortem overdue"))
        #expect(team.contains("| Post-mortem overdue | Severity | Resolved |"))
        #expect(try !rendered("2026-10", as: .json, of: page).contains("oven-warm"))
        #expect(try rendered("2026-10", as: .json, for: .internal, of: page).contains("oven-warm"))
    }

    /// Alerts of the ovens fired from 16:57 to 17:40 and for 5 min on another day: 48 min. The record's first update came
    /// at 17:05. Incidents affected the ovens for 47 + 70 + 30 min and, until it worked again at 17:15, the shop for 17 min.
    private var alerted: StatusPage {
        get throws {
            func range(_ from: String, _ to: String) -> TimeRange {
                TimeRange(from: Sample.at("2026-10-\(from)"), to: Sample.at("2026-10-\(to)"))
            }
            var page = Sample.full
            page.alertedIncidents = [
                AlertedIncident(
                    component: 0,
                    alerts: [range("12T16:57", "12T17:20"), range("12T17:00", "12T17:40")],
                    outcome: .told(slug: "oven-door")),
                AlertedIncident(
                    component: 1, alerts: [range("20T08:00", "20T08:10")], outcome: .untold),
                AlertedIncident(
                    component: 0, alerts: [range("22T03:00", "22T03:05")], outcome: .tooShort),
            ]
            return page
        }
    }

    @Test func alertsAreTheSameInAllFormats() throws {
        let page = try alerted
        let rows = try CSVReader.rows(of: rendered("2026-10", as: .csv, for: .internal, of: page))
        #expect(
            rows.filter { $0[1].hasPrefix("alerts") }.map { $0.dropFirst().joined(separator: ",") } == [
                "alerts,,fired,count,4", "alerts,,incidents,count,2", "alerts,,told,count,1",
                "alerts,,untold,count,1", "alerts,,until_first_update_n,count,1",
                "alerts,,until_first_update_median,seconds,480",
                "alerts_by_component,ovens,declared,seconds,8820",
                "alerts_by_component,ovens,alerting,seconds,2880",
                "alerts_by_component,shop,declared,seconds,1020",
                "alerts_by_component,shop,alerting,seconds,600",
                "alerts_untold,shop,lasted_2026-10-20T08:00:00Z,seconds,600",
            ])
        let json = try rendered("2026-10", as: .json, for: .internal, of: page)
        let object = #"""
            "alerts":{"fired":4,"incidents":2,"told":1,\#
            "until_first_update":{"n":1,"mean":480,"median":480,"p90":480,"n_from_first_update":0},\#
            "by_component":{"ovens":{"declared_seconds":8820,"alerting_seconds":2880},\#
            "shop":{"declared_seconds":1020,"alerting_seconds":600}},\#
            "untold":[{"component":"shop","from":"2026-10-20T08:00:00Z","to":"2026-10-20T08:10:00Z",\#
            "lasted_seconds":600}]},
            """#
        #expect(json.split(separator: "\n").contains { $0 == object }, "\(json)")
        let text = try rendered("2026-10", as: .markdown, for: .internal, of: page)
            .replacing("\u{A0}", with: " ")
        for row in [
            "| Alerts fired | 4 |", "| Incidents created by the rules | 2 |",
            "| Incidents that have a record | 1 |",
            "| Median time from the first alert to the first update | 8 min |",
            "components/ovens.html) | 2 h 27 min | 48 min |", "components/shop.html) | 17 min | 10 min |",
            "components/shop.html) | 20 Oct 2026, 08:00 UTC | 10 min |",
        ] { #expect(text.contains(row), "\(row)\n\(text)") }
    }

    @Test func alertsAreForTheTeamAlone() throws {
        let page = try alerted
        let rows = try CSVReader.rows(of: rendered("2026-10", as: .csv, of: page))
        #expect(!rows.contains { $0[1].hasPrefix("alerts") })
        let json = try JSONSerialization.jsonObject(with: Data(rendered("2026-10", as: .json, of: page).utf8))
        #expect((json as? [String: Any])?["alerts"] == nil)
        for format in ReportFile.Format.allCases {
            let (open, without) = try (
                rendered("2026-10", as: format, of: page), rendered("2026-10", as: format)
            )
            #expect(open == without)
        }
    }

    @Test func markupOfTheRecordsIsTextInMarkdown() throws {
        var page = Sample.full
        page.components[0].name = "<b>|*x*"
        #expect(try rendered("2026-10", as: .markdown, of: page).contains("[\\<b\\>\\|\\*x\\*]("))
    }

    @Test func unknownRevisionIsSaid() throws {
        let text = try rendered("2026-10", as: .markdown, revision: nil)
        #expect(text.hasSuffix("Generated by allclear 1.0.0. The revision of the records is unknown.\n"))
    }
}

@Suite struct ReportPageTests {
    @Test func eachPeriodHasAPageAndItsFigures() throws {
        let site = try RenderedSite(Sample.full)
        let names = ["2026", "2026-Q3", "2026-Q4", "2026-08", "2026-09", "2026-10", "2026-11"]
        let reports = site.paths.filter { $0.hasPrefix("reports/") }
        #expect(Set(reports) == Set(names.flatMap { ["reports/\($0).html", "reports/\($0).csv"] }))
        #expect(site["sitemap.xml"].contains("https://status.example.com/reports/2026-Q4.html"))
        #expect(!site["sitemap.xml"].contains(".csv"))
    }

    @Test func indexListsQuartersAboveTheirMonthsNewestFirst() throws {
        let index = try RenderedSite(Sample.full)["reports.html"]
        let links = index.values(of: "href").filter { $0.hasPrefix("reports/") }
        let names = ["2026", "2026-Q4", "2026-11", "2026-10", "2026-Q3", "2026-09", "2026-08"]
        #expect(links == names.map { "reports/\($0).html" })
        #expect(index.withoutTags.contains("November 2026 2 incidents so far"))
    }

    @Test func reportsLeadToOneAnother() throws {
        let site = try RenderedSite(Sample.full)
        #expect(
            site["reports/2026-09.html"].contains("<a rel=\"prev\" href=\"2026-08.html\">← August 2026</a>")
        )
        #expect(
            site["reports/2026-09.html"].contains("<a rel=\"next\" href=\"2026-10.html\">October 2026 →</a>")
        )
        #expect(!site["reports/2026-08.html"].contains("rel=\"prev\""))
        #expect(!site["reports/2026-11.html"].contains("rel=\"next\""))
        #expect(site["index.html"].contains("href=\"reports.html\""))
    }

    @Test func pageStatesTheRevisionOfTheRecords() throws {
        let page = try RenderedSite(Sample.full)["reports/2026-10.html"]
        #expect(page.contains("Generated by allclear 1.0.0 from revision 0123456789ab of the records."))
    }

    @Test func siteWithoutComponentsOrRecordsHasReportsToo() throws {
        let page = StatusPage(title: "Empty", url: "https://status.example.com")
        let report = try RenderedSite(page)["reports/2026-11.html"]
        #expect(report.withoutTags.contains("First day, no incidents so far"))
        #expect(!report.contains("<svg"))
    }
}

/// Reads CSV by RFC 4180.
private enum CSVReader {
    static func rows(of text: String) throws -> [[String]] {
        var (rows, row, field, isQuoted) = ([[String]](), [String](), "", false)
        var scalars = Array(text.unicodeScalars)[...]
        while let scalar = scalars.popFirst() {
            switch (scalar, isQuoted) {
            case ("\"", true) where scalars.first == "\"":
                scalars.removeFirst()
                field += "\""
            case ("\"", _): isQuoted.toggle()
            case (",", false):
                row.append(field)
                field = ""
            case ("\r", false): #expect(scalars.first == "\n")
            case ("\n", false):
                rows.append(row + [field])
                (row, field) = ([], "")
            default: field.unicodeScalars.append(scalar)
            }
        }
        #expect(field.isEmpty && row.isEmpty && !isQuoted)
        return rows
    }
}

extension String {
    /// The text with the spaces in these parts of it as they are where no line is broken.
    func unbroken(_ parts: [String]) -> String {
        parts.reduce(self) { $0.replacing($1, with: $1.unbroken) }
    }
}
