import Foundation
import Reliability
import StatusModel
import StatusSite
import TestSupport
import Testing

/// The file's shape, and numbers that can be worked on paper.
struct StatisticsFileTests {
    private let now = Instant(seconds: 1_767_268_800)  // 2026-01-01T12:00:00Z
    private let hour = 3_600

    /// `api` is down 17:00–17:45 on 2025-12-31 and tracked until 18:00, `web` partially from 17:00 on.
    private var page: StatusPage {
        var page = StatusPage(
            title: "Example \"Status\"",
            url: "https://status.example.com",
            since: now - 100 * 86_400,
            groups: [ComponentGroup(id: "core", name: "Core")],
            components: [
                Component(
                    id: "api",
                    name: "API",
                    group: 0,
                    since: now - 10 * 86_400,
                    target: Target(millionths: 999_000)
                ),
                Component(id: "web", name: "Website", group: 0),
                Component(id: "cdn", name: "CDN"),
            ],
            severities: [Severity(level: "SEV-1"), Severity(level: "SEV-2")]
        )
        page.incidents = [outage]
        page.maintenance = [work]
        return page
    }

    private var outage: Record {
        let start = now - 19 * hour
        var record = Record(id: "Outage 1", slug: "outage-1", path: "incidents/Outage 1.md", title: "Outage")
        record.tags = ["database"]
        record.updates = [
            Update(phase: .investigating, at: start + 300),
            Update(phase: .monitoring, at: start + 3_000),
            Update(phase: .resolved, at: start + 3_600),
        ]
        record.updates[0].severity = 0
        record.updates[1].changes = [StatusChange(0, .operational, since: start + 2_700)]
        var incident = record.incident(severity: 1, startedAt: start)
        incident.components = [StatusChange(0, .majorOutage), StatusChange(1, .partialOutage)]
        incident.detectedAt = start + 60
        incident.detectedBy = .customer
        return incident
    }

    private var work: Record {
        Record(id: "work", slug: "work", path: "incidents/work.md", title: "Work").maintenance(
            from: now - hour,
            until: now + hour,
            components: [StatusChange(2, .underMaintenance)]
        )
    }

    @Test func keysStandInTheDocumentedOrder() throws {
        let text = String(decoding: bytes, as: UTF8.self)
        for keys in [
            [
                "now", "generator", "site", "groups", "components", "incidents", "maintenance", "years",
                "definitions", "audience", "revision", "modified", "history", "weights", "rules",
            ],
            ["title", "url", "time_zone", "status", "next_change_at", "uptime", "periods", "response_times"],
            ["id", "name", "group", "status", "since", "target", "uptime", "days", "periods"],
            [
                "from", "to", "observed_seconds", "downtime_seconds", "maintenance_seconds", "uptime", "text",
                "mtbf_seconds", "degraded_seconds", "outages", "by_the_clock", "affected_seconds", "period",
            ],
            ["date", "observed_seconds", "downtime_seconds", "maintenance_seconds", "worst", "incidents"],
            [
                "id", "slug", "title", "severity", "phase", "started_at", "detected_at", "acknowledged_at",
                "noticed_at", "identified_at", "mitigated_at", "restored_at", "resolved_at",
                "time_to_restore", "time_to_resolve", "time_to_detect", "time_to_acknowledge",
                "time_to_notice", "time_to_identify", "time_to_mitigate", "components",
            ],
            ["id", "slug", "title", "phase", "from", "until", "components"],
            ["all", "by_severity", "by_component", "by_tag"],
            ["30d", "90d", "365d", "all", "2025-09"],
        ] {
            let pattern = keys.map { "\"\($0)\":" }.joined(separator: "(?s:.)*?")
            #expect(text.range(of: pattern, options: .regularExpression) != nil, "\(keys)")
        }
    }

    @Test func siteTellsItsStatusAndWhenItChanges() throws {
        let file = try parsed
        #expect(try file.text("now") == "2026-01-01T12:00:00Z")
        #expect(try file.text("generator") == "allclear 1.0.0")
        let site = try file.object("site")
        #expect(try site.text("title") == "Example \"Status\"")
        #expect(try site.text("time_zone") == "UTC")
        #expect(try site.text("first_record_at") == "2025-12-31T17:00:00Z")
        #expect(try site.object("status").text("indicator") == "maintenance")
        #expect(try site.object("status").text("description") == "Service Under Maintenance")
        #expect(try site.text("next_change_at") == "2026-01-01T13:00:00Z")
    }

    /// `api` 2,700 s, `web` 0.3 · 3,600 s = 1,080 s; observed are three days of 24 hours.
    @Test func siteSumsUpItsComponents() throws {
        let uptime = try parsed.object("site").object("uptime").object("24h")
        #expect(try uptime.number("observed_seconds") == 259_200)
        #expect(try uptime.number("downtime_seconds") == 3_780)
        #expect(try uptime.number("maintenance_seconds") == 3_600)
        #expect(try uptime.text("text") == "98.54%")
        // Foundation's reader may be off in the last bit.
        #expect(abs(try uptime.number("uptime") - 255_420.0 / 259_200) < 1e-15)
        #expect(try uptime.text("from") == "2025-12-31T12:00:00Z")
        #expect(try uptime.text("to") == "2026-01-01T12:00:00Z")
    }

    /// 45 min at weight 1 and the 15 min after them at 0.3: 2,700 + 270 = 2,970 of 86,400 s. One incident:
    /// 86,400 − 2,970 = 83,430 s between failures.
    @Test func siteByTheClockCountsEachSecondOnce() throws {
        let uptime = try parsed.object("site").object("uptime").object("24h")
        #expect(try uptime.number("mtbf_seconds") == 83_430)
        let clock = try uptime.object("by_the_clock")
        #expect(try clock.number("observed_seconds") == 86_400)
        #expect(try clock.number("downtime_seconds") == 2_970)
        #expect(try clock.number("affected_seconds") == 3_600)
        #expect(try clock.text("text") == "96.56%")
        #expect(abs(try clock.number("uptime") - 83_430.0 / 86_400) < 1e-15)
    }

    @Test func groupsHoldTheirComponentsOnly() throws {
        let groups = try parsed.array("groups")
        let clock = try groups[0].object("uptime").object("24h").object("by_the_clock")
        #expect(try clock.number("downtime_seconds") == 2_970)
        #expect(try groups.map { try $0.text("name") } == ["Core"])
        #expect(try groups[0].object("uptime").object("24h").number("observed_seconds") == 172_800)
    }

    @Test func componentsHaveDaysAndPeriods() throws {
        let components = try parsed.array("components")
        #expect(try components.map { try $0.text("id") } == ["api", "web", "cdn"])
        let api = components[0]
        #expect(try api.text("status") == "operational")
        #expect(try api.text("since") == "2025-12-22T12:00:00Z")
        #expect(try api.number("target") == 99.9)
        let days = try api.array("days")
        #expect(days.count == 90)
        #expect(try days[88].text("date") == "2025-12-31")
        #expect(try days[88].number("downtime_seconds") == 2_700)
        #expect(try days[88].text("worst") == "major_outage")
        #expect(days[88]["incidents"] as? [String] == ["outage-1"])
        #expect(days[0]["worst"] is NSNull)
        #expect(try days[0].number("observed_seconds") == 0)
        let periods = try api.array("periods")
        #expect(
            try periods.map { try $0.text("period") } == [
                "2025-09", "2025-10", "2025-11", "2025-12", "2026-01", "2025-Q3", "2025-Q4", "2026-Q1",
                "2025",
                "2026",
            ]
        )
        #expect(try periods[0].text("text") == "no data")
        #expect(periods[0]["uptime"] is NSNull)
        #expect(periods[0]["mtbf_seconds"] is NSNull)
        let cdn = components[2]
        #expect(cdn["group"] is NSNull)
        #expect(cdn["target"] is NSNull)
        #expect(try cdn.text("since") == "2025-09-23T12:00:00Z")
        #expect(try cdn.text("status") == "under_maintenance")
    }

    @Test func responseTimesAreCountedByGroup() throws {
        let responses = try parsed.object("site").object("response_times")
        #expect(
            Set(responses.keys).isSuperset(of: ["30d", "90d", "365d", "all", "2025-12", "2025-Q4", "2025"])
        )
        let december = try responses.object("2025-12")
        let restore = try december.object("all").object("time_to_restore")
        #expect(
            try ["n", "mean", "median", "p90"].map { try restore.number($0) } == [1, 3_600, 3_600, 3_600]
        )
        #expect(try december.object("all").object("time_to_acknowledge").number("n") == 0)
        #expect(try december.object("all").object("time_to_acknowledge")["median"] is NSNull)
        #expect(try december.object("by_severity").keys.sorted() == ["SEV-1"])
        #expect(try december.object("by_component").keys.sorted() == ["api", "web"])
        #expect(try december.object("by_tag").object("database").number("incidents") == 1)
        #expect(try responses.object("2026-01").object("all").number("incidents") == 0)
    }

    @Test func incidentsTellTheirTimes() throws {
        let incident = try #require(try parsed.array("incidents").first)
        #expect(try incident.text("id") == "Outage 1")
        #expect(try incident.text("slug") == "outage-1")
        #expect(try incident.text("severity") == "SEV-1")
        #expect(try incident.text("phase") == "resolved")
        #expect(try incident.text("started_at") == "2025-12-31T17:00:00Z")
        #expect(try incident.text("restored_at") == "2025-12-31T18:00:00Z")
        #expect(incident["identified_at"] is NSNull)
        #expect(incident["time_to_identify"] is NSNull)
        #expect(try incident.number("time_to_detect") == 60)
        #expect(try incident.number("time_to_mitigate") == 3_000)
        let components = try incident.object("components")
        #expect(try components.object("api").number("downtime_seconds") == 2_700)
        #expect(try components.object("web").number("downtime_seconds") == 1_080)
        #expect(try components.object("web").text("worst") == "partial_outage")
        #expect(try incident.text("detected_by") == "customer")
        #expect(try incident.number("time_affected") == 3_600)
        #expect(incident["start_is_stated"] as? Bool == true)
        #expect(incident["reopened"] as? Bool == false)
    }

    /// `web` was partially down until 18:00; now is noon: 18 h since. The first of 100 days began at noon, so that 99 d 5 h
    /// passed before.
    @Test func siteTellsHowLongThereWasNoOutage() throws {
        let time = try parsed.object("site").object("without_outage")
        #expect(try time.text("since") == "2025-12-31T18:00:00Z")
        #expect(try time.number("days") == 0)
        #expect(try time.number("longest_seconds") == Double(99 * 86_400 + 5 * hour))
        #expect(try time.text("longest_to") == "2025-12-31T17:00:00Z")
        let cdn = try parsed.array("components")[2].object("without_outage")
        #expect(cdn["since"] is NSNull && cdn["days"] is NSNull)
        #expect(try cdn.number("longest_seconds") == 8_640_000)
    }

    @Test func rangesTellWhoFoundTheirIncidents() throws {
        let december = try parsed.object("site").object("response_times").object("2025-12")
        #expect(try december.object("detected_by").number("customer") == 1)
        #expect(try december.object("detected_by_share").number("customer") == 1)
        #expect(try december.object("detected_by_share").number("alert") == 0)
        #expect(try december.number("reopened") == 0)
        // 31 December 2025 was a Wednesday.
        #expect(december["by_weekday"] as? [Int] == [0, 0, 1, 0, 0, 0, 0])
        #expect((december["by_hour"] as? [Int])?.firstIndex(of: 1) == 17)
        #expect(try december.object("by_tag").object("database").number("time_affected") == 3_600)
        let trend = try parsed.object("site").array("trend")
        #expect(
            try trend.map { try $0.text("period") } == [
                "2025-09", "2025-10", "2025-11", "2025-12", "2026-01",
            ])
        #expect(try trend.map { try $0.number("incidents") } == [0, 0, 0, 1, 0])
        #expect(try trend[3].object("time_to_restore").number("median") == 3_600)
    }

    /// 2,700 s of December's outage in the last 3 days: 2,700 / 259,200 / 0.001 = 10.416…; January has lost nothing of its
    /// 2,678.4 s: at 2,700 s in 259,200 s they last for 257,126.4 s, to 11:25:26 on the 4th.
    @Test func objectivesTellWhenTheirBudgetEnds() throws {
        let components = try parsed.array("components")
        let burn = try components[0].object("burn")
        #expect(burn.keys.sorted() == ["1h", "30d", "3d", "6h"])
        #expect(try burn.object("1h").number("burn_rate") == 0)
        #expect(try burn.object("1h")["runs_out_at"] is NSNull)
        #expect(abs(try burn.object("3d").number("burn_rate") - 2_700.0 / 259.2) < 1e-12)
        #expect(try burn.object("3d").text("runs_out_at") == "2026-01-04T11:25:26Z")
        #expect(components[1]["burn"] is NSNull)
    }

    @Test func maintenanceCalledOffKeepsItsPlannedEnd() throws {
        var page = page
        page.maintenance[0].from = now + hour
        page.maintenance[0].until = now + 2 * hour
        page.maintenance[0].updates = [Update(phase: .cancelled, at: now - hour)]
        let window = try #require(try read(page).array("maintenance").first)
        #expect(try window.text("phase") == "cancelled")
        #expect(try window.text("from") == "2026-01-01T13:00:00Z")
        #expect(try window.text("until") == "2026-01-01T14:00:00Z")
    }

    @Test func maintenanceTellsItsPhase() throws {
        let window = try #require(try parsed.array("maintenance").first)
        #expect(try window.text("phase") == "in_progress")
        #expect(try window.text("from") == "2026-01-01T11:00:00Z")
        #expect(try window.text("until") == "2026-01-01T13:00:00Z")
        #expect(window["components"] as? [String] == ["cdn"])
    }

    @Test func maintenanceDoesNotNameComponentsThatAnUpdateRemoved() throws {
        var page = page
        var update = Update(phase: .scheduled, at: now - 2 * hour)
        update.changes = [StatusChange(1, .underMaintenance), StatusChange(2, .operational)]
        page.maintenance[0].updates = [update]
        let window = try #require(try read(page).array("maintenance").first)
        #expect(window["components"] as? [String] == ["web"])
    }

    @Test func maintenanceNamesComponentsThatAnUpdateAdds() throws {
        var page = page
        var update = Update(phase: .inProgress, at: now - hour / 2)
        update.changes = [StatusChange(1, .underMaintenance)]
        page.maintenance[0].updates = [update]
        let window = try #require(try read(page).array("maintenance").first)
        #expect(window["components"] as? [String] == ["cdn", "web"])
    }

    /// 17:00 is 19 hours before now: 2025-12-31. What was never merged stays apart.
    @Test func spansAreWhatUptimeIsMadeOf() throws {
        let components = try parsed.array("components")
        let spans = try components.map { try $0.array("spans") }
        #expect(spans.map(\.count) == [1, 1, 1])
        #expect(try spans[0][0].text("from") == "2025-12-31T17:00:00Z")
        #expect(try spans[0][0].text("until") == "2025-12-31T17:45:00Z")
        #expect(try spans[0][0].text("status") == "major_outage")
        #expect(try spans[0][0].number("weight") == 1)
        #expect(try spans[0][0].text("incident") == "outage-1")
        #expect(try spans[1][0].text("until") == "2025-12-31T18:00:00Z")
        #expect(try spans[1][0].number("weight") == 0.3)
        #expect(try spans[2][0].text("status") == "under_maintenance")
        #expect(try spans[2][0].text("incident") == "work")
        #expect(spans[2][0]["until"] is NSNull)
        #expect(components[0]["until"] is NSNull)
        #expect(components[0]["counts_towards_uptime"] as? Bool == true)
        #expect(components[0]["makes_headline"] as? Bool == true)
    }

    @Test func spansOfOneComponentStandByTheirStartsThenTheirEndsThenTheirRecords() throws {
        var page = page
        page.incidents = ["b", "a", "c"].map { slug in
            let record = Record(id: slug, slug: slug, path: "incidents/\(slug).md", title: slug)
            var incident = record.incident(severity: 1, startedAt: now - 2 * hour)
            incident.until = slug == "c" ? now - hour : nil
            incident.components = [StatusChange(0, .majorOutage)]
            return incident
        }
        let history = StatusHistory(of: page, now: now)
        let spans = history.spans(of: history.incidents, [])
        #expect(spans[0].map(\.record) == ["c", "a", "b"])
        #expect(spans[0].map(\.until) == [now - hour, nil, nil])
    }

    @Test func originSaysByWhichRulesAndFromWhichRecords() throws {
        let file = try parsed
        #expect(try file.number("definitions") == 1)
        #expect(try file.text("audience") == "internal")
        #expect(try file.text("revision") == "0123456789abcdef0123456789abcdef01234567")
        #expect(file["modified"] as? Bool == false)
        #expect(try file.text("history") == "from 2024-03-01")
        let weights = try file.array("weights")
        #expect(weights.count == 1)
        #expect(weights[0]["from"] is NSNull)
        #expect(try weights[0].number("partial_outage") == 0.3)
        let rules = try file.array("rules")
        #expect(try rules[0].array("severities").map { try $0.text("level") } == ["SEV-1", "SEV-2"])
        #expect(try file.array("incidents")[0]["tags"] as? [String] == ["database"])
        #expect(try file.array("incidents")[0]["ended_at"] is NSNull)
        #expect(try file.array("maintenance")[0]["announced_at"] is NSNull)
        // The same hash of the address as in the API.
        #expect(try file.array("maintenance")[0].text("statuspage_id").count == 12)
    }

    /// Rules changed on 1 June and on 1 December 2025, and will change on 1 February 2026.
    @Test func rulesStandWithTheirDaysTheNewestFirst() throws {
        let june = Instant(seconds: 1_748_736_000)
        let december = Instant(seconds: 1_764_547_200)
        let february = Instant(seconds: 1_769_904_000)
        var page = page
        page.severities[1].resolveWithin = 1_800
        page.formerRules.changes = [february, december, june]
        page.formerRules.severities[1] = Former()
        page.formerRules.severities[1]?.add(severity(within: 3_600), until: february)
        page.formerRules.severities[1]?.add(severity(within: 7_200), until: june)
        page.formerRules.weights.add(.statuspage, until: december)
        page.weights[.partialOutage] = 500
        page.formerRules.targets[0] = Former()
        page.formerRules.targets[0]?.add(Target(millionths: 990_000), until: december)
        page.formerRules.counts[2] = Former()
        page.formerRules.counts[2]?.add(false, until: june)
        let file = try read(page)
        let days = { (sets: [[String: Any]]) in sets.map { $0["from"] as? String } }
        let (weights, rules) = (try file.array("weights"), try file.array("rules"))
        #expect(days(weights) == ["2025-12-01", nil])
        #expect(try weights.map { try $0.number("partial_outage") } == [0.5, 0.3])
        #expect(days(rules) == ["2025-12-01", "2025-06-01", nil])
        #expect(
            try rules.map { try $0.array("severities")[1].number("resolve_within") } == [3_600, 3_600, 7_200])
        let components = try file.array("components")
        let targets = try components[0].array("targets")
        #expect(days(targets) == ["2025-12-01", nil])
        #expect(try targets.map { try $0.number("target") } == [99.9, 99])
        let counted = try components[2].array("counted")
        #expect(days(counted) == ["2025-06-01", nil])
        #expect(counted.map { $0["counts_towards_uptime"] as? Bool } == [true, false])
    }

    private func severity(within seconds: Int) -> Severity {
        var severity = Severity(level: "SEV-2")
        severity.resolveWithin = seconds
        return severity
    }

    @Test func pageWithoutAnythingIsStillWhole() throws {
        let empty = StatusPage(title: "Empty", url: "https://status.example.com")
        let file = StatisticsFile(
            of: empty,
            history: StatusHistory(of: empty, now: now),
            provenance: Provenance(generator: "allclear", revision: nil)
        )
        let read =
            try JSONSerialization.jsonObject(with: Data(file.render(nextChangeAt: nil))) as? [String: Any]
        let site = try #require(read).object("site")
        #expect(site["next_change_at"] is NSNull)
        #expect(try site.object("uptime").object("90d").text("text") == "no data")
        #expect(try #require(read).array("components").isEmpty)
    }

    private var bytes: [UInt8] { bytes(of: page) }

    private func bytes(of page: StatusPage) -> [UInt8] {
        StatisticsFile(
            of: page,
            history: StatusHistory(of: page, now: now),
            provenance: Provenance(
                generator: "allclear 1.0.0",
                revision: Provenance.Revision(
                    commit: "0123456789abcdef0123456789abcdef01234567", isModified: false),
                history: .from(Day(daysSinceEpoch: 19_783))
            )
        ).render(nextChangeAt: now + hour)
    }

    private var parsed: [String: Any] {
        get throws { try read(page) }
    }

    private func read(_ page: StatusPage) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(bytes(of: page))) as? [String: Any])
    }
}

extension [String: Any] {
    fileprivate func text(_ key: String) throws -> String { try #require(self[key] as? String) }
    fileprivate func number(_ key: String) throws -> Double { try #require(self[key] as? Double) }
    fileprivate func object(_ key: String) throws -> [String: Any] {
        try #require(self[key] as? [String: Any])
    }
    fileprivate func array(_ key: String) throws -> [[String: Any]] {
        try #require(self[key] as? [[String: Any]])
    }
}
