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

    /// `api` is down 17:00–17:45 on 2025-12-31 and watched until 18:00, `web` partially from 17:00 on.
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
            ["now", "generator", "site", "groups", "components", "incidents", "maintenance"],
            ["title", "url", "time_zone", "status", "next_change_at", "uptime", "periods", "response_times"],
            ["id", "name", "group", "status", "since", "target", "uptime", "days", "periods"],
            [
                "from", "to", "observed_seconds", "downtime_seconds", "maintenance_seconds", "uptime", "text",
                "mtbf_seconds", "by_the_clock", "affected_seconds", "period",
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
    }

    @Test func maintenanceTellsItsPhase() throws {
        let window = try #require(try parsed.array("maintenance").first)
        #expect(try window.text("phase") == "in_progress")
        #expect(try window.text("from") == "2026-01-01T11:00:00Z")
        #expect(try window.text("until") == "2026-01-01T13:00:00Z")
        #expect(window["components"] as? [String] == ["cdn"])
    }

    @Test func pageWithoutAnythingIsStillWhole() throws {
        let empty = StatusPage(title: "Empty", url: "https://status.example.com")
        let file = StatisticsFile(
            of: empty,
            history: StatusHistory(of: empty, now: now),
            generator: "allclear"
        )
        let read =
            try JSONSerialization.jsonObject(with: Data(file.render(nextChangeAt: nil))) as? [String: Any]
        let site = try #require(read).object("site")
        #expect(site["next_change_at"] is NSNull)
        #expect(try site.object("uptime").object("90d").text("text") == "no data")
        #expect(try #require(read).array("components").isEmpty)
    }

    private var bytes: [UInt8] {
        StatisticsFile(
            of: page,
            history: StatusHistory(of: page, now: now),
            generator: "allclear 1.0.0"
        ).render(nextChangeAt: now + hour)
    }

    private var parsed: [String: Any] {
        get throws {
            try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        }
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
