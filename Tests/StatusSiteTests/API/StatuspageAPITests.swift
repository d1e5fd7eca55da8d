import Foundation
import StatusModel
import TestSupport
import Testing

/// What clients of Statuspage's API read, of the sample site at 12:00 UTC on 2026-11-20.
@Suite struct StatuspageAPITests {
    private let site: RenderedSite

    init() throws { site = try RenderedSite(Sample.full) }

    private func json(_ name: String) throws -> JSON { try JSON(site["api/v2/\(name).json"]) }

    @Test func pageAndStatusAreTold() throws {
        let status = try json("status")
        #expect(status["page"]["name"].text == "Map Bakery Status")
        #expect(status["page"]["url"].text == "https://status.example.com")
        #expect(status["page"]["time_zone"].text == "UTC")
        // The latest update; nothing else on the page has begun or ended since.
        #expect(status["page"]["updated_at"].text == "2026-11-20T11:42:00.000Z")
        // One of three components is down, another degraded.
        #expect(status["status"]["indicator"].text == "major")
        #expect(status["status"]["description"].text == "Partial System Outage")
    }

    @Test func groupsStandBeforeTheirComponents() throws {
        let components = try json("components")["components"].items
        #expect(components.map { $0["name"].text } == ["Bakery", "Ovens", "Shop", "Partners", "Couriers"])
        #expect(components.map { $0["position"].number } == [1, 1, 2, 2, 1])
        #expect(components.map { $0["group"].flag } == [true, false, false, true, false])
        #expect(components[0]["components"].items.map(\.text) == components[1...2].map { $0["id"].text })
        #expect(components[1]["group_id"].text == components[0]["id"].text)
        #expect(components[0]["group_id"].isNull)
        #expect(
            components.map { $0["status"].text } == [
                "major_outage", "major_outage", "degraded_performance", "operational", "operational",
            ]
        )
    }

    @Test func componentsTellSinceWhenTheyAreAsTheyAre() throws {
        let components = try json("components")["components"].items
        // Both statuses began with the open incident. The couriers' never changed since they came.
        #expect(
            components.map { $0["updated_at"].text } == [
                "2026-11-20T11:20:00.000Z", "2026-11-20T11:20:00.000Z", "2026-11-20T11:20:00.000Z",
                "2026-10-20T00:00:00.000Z", "2026-10-20T00:00:00.000Z",
            ]
        )
        #expect(components[1]["created_at"].text == "2026-08-01T00:00:00.000Z")
        #expect(components[1]["description"].text == "Bake the maps that customers order")
        #expect(components[4]["start_date"].text == "2026-10-20")
        #expect(components[1]["start_date"].isNull)
    }

    @Test func idsAreHashesOfAddresses() throws {
        // FNV-1a of "https://status.example.com/incidents/paper" and so on, modulo 36^12, in base 36,
        // by six lines of Python.
        #expect(try json("status")["page"]["id"].text == "gbgb254ejbgg")
        #expect(
            try json("components")["components"].items.prefix(2).map { $0["id"].text } == [
                "pgtk85loyocl", "j47khbh2sics",
            ]
        )
        let paper = try json("incidents")["incidents"].items[1]
        #expect(paper["id"].text == "sxcqey6tsh62")
        #expect(paper["incident_updates"].items.last?["id"].text == "emickul2swko")
        #expect(try json("incidents/sxcqey6tsh62")["incident"]["name"].text == "Shop is out of paper")
    }

    @Test func renamedIncidentKeepsItsID() throws {
        // Of "incidents/oven-3", which was its first name.
        #expect(try json("incidents")["incidents"].items[2]["id"].text == "wgscz6wag8la")
    }

    @Test func incidentsAreTheNewestFirst() throws {
        let incidents = try json("incidents")["incidents"].items
        #expect(incidents.map { $0["status"].text } == ["identified", "resolved", "postmortem", "resolved"])
        #expect(incidents.map { $0["impact"].text } == ["critical", "major", "critical", "major"])
        #expect(
            try json("incidents/unresolved")["incidents"].items.map { $0["name"].text } == [
                "Orders take minutes"
            ]
        )
        // Started 11:20, and told at 11:25.
        #expect(incidents[0]["started_at"].text == "2026-11-20T11:20:00.000Z")
        #expect(incidents[0]["created_at"].text == "2026-11-20T11:25:00.000Z")
        #expect(incidents[0]["resolved_at"].isNull)
        #expect(incidents[0]["shortlink"].text == "https://status.example.com/incidents/orders-slow.html")
        #expect(incidents[2]["monitoring_at"].text == "2026-10-12T17:30:00.000Z")
        #expect(incidents[2]["resolved_at"].text == "2026-10-12T17:45:00.000Z")
        // The day on which its post-mortem was published.
        #expect(incidents[2]["updated_at"].text == "2026-10-14T00:00:00.000Z")
    }

    @Test func updatesTellStatusesBeforeAndAfter() throws {
        let updates = try json("incidents")["incidents"].items[2]["incident_updates"].items
        #expect(
            updates.map { $0["status"].text }
                == ["postmortem", "resolved", "monitoring", "identified", "investigating"]
        )
        #expect(updates[0]["display_at"].text == "2026-10-14T00:00:00.000Z")
        #expect(updates[3]["body"].text == "A door sensor.")
        #expect(
            updates[3]["affected_components"].items.map { $0["name"].text } == [
                "Bakery - Ovens", "Bakery - Shop",
            ]
        )
        let ovens = updates.map { $0["affected_components"].items[0] }
        let shop = updates.map { $0["affected_components"].items[1] }
        #expect(
            ovens.map { $0["new_status"].text } == [
                "operational", "operational", "degraded_performance", "major_outage", "major_outage",
            ]
        )
        #expect(
            ovens.map { $0["old_status"].text } == [
                "operational", "degraded_performance", "major_outage", "major_outage", "operational",
            ]
        )
        #expect(
            shop.map { $0["new_status"].text } == [
                "operational", "operational", "operational", "operational", "partial_outage",
            ]
        )
    }

    @Test func reopeningBringsStatusesBack() throws {
        let updates = try json("incidents")["incidents"].items[3]["incident_updates"].items
        #expect(
            updates.map { $0["affected_components"].items[0]["new_status"].text }
                == ["operational", "partial_outage", "operational", "partial_outage"]
        )
    }

    @Test func maintenanceIsPlannedOrOver() throws {
        let windows = try json("scheduled-maintenances")["scheduled_maintenances"].items
        #expect(windows.map { $0["status"].text } == ["scheduled", "completed"])
        #expect(windows.map { $0["impact"].text } == ["maintenance", "maintenance"])
        #expect(windows[0]["scheduled_for"].text == "2026-11-22T02:00:00.000Z")
        #expect(windows[0]["scheduled_until"].text == "2026-11-22T04:00:00.000Z")
        #expect(windows[0]["resolved_at"].isNull)
        // Planned until 07:00, and over at 06:00.
        #expect(windows[1]["scheduled_until"].text == "2026-10-25T07:00:00.000Z")
        #expect(windows[1]["resolved_at"].text == "2026-10-25T06:00:00.000Z")
        #expect(try json("scheduled-maintenances/upcoming")["scheduled_maintenances"].items.count == 1)
        #expect(try json("scheduled-maintenances/active")["scheduled_maintenances"].items.isEmpty)
        #expect(try json("summary")["scheduled_maintenances"].items.count == 1)
    }

    @Test func maintenanceUnderWayByTheClockIsActive() throws {
        let page = try RenderedSite(Sample.full, now: Sample.at("2026-11-22T03:00"))
        let active = try JSON(page["api/v2/scheduled-maintenances/active.json"])["scheduled_maintenances"]
            .items
        #expect(active.map { $0["status"].text } == ["in_progress"])
        #expect(active[0]["updated_at"].text == "2026-11-22T02:00:00.000Z")
        let updates = active[0]["incident_updates"].items
        #expect(updates.map { $0["status"].text } == ["in_progress", "scheduled"])
        #expect(updates[0]["created_at"].text == "2026-11-22T02:00:00.000Z")
        let change = updates[0]["affected_components"].items[0]
        #expect(change["old_status"].text == "operational")
        #expect(change["new_status"].text == "under_maintenance")
    }

    @Test func recordWithoutUpdatesIsToldByItsBeginningAndItsEnd() throws {
        var page = Sample.empty
        var outage = Sample.incident(
            "flood",
            "Flood",
            [StatusChange(1, .partialOutage)],
            from: "2026-11-01T10:00",
            []
        )
        outage.until = Sample.at("2026-11-01T11:00")
        outage.summary = Sample.prose("Water everywhere.")
        page.incidents = [outage]
        let incident = try JSON(RenderedSite(page)["api/v2/incidents.json"])["incidents"].items[0]
        let updates = incident["incident_updates"].items
        #expect(updates.map { $0["status"].text } == ["resolved", "investigating"])
        #expect(updates.map { $0["body"].text } == ["", "Water everywhere."])
        #expect(
            updates.map { $0["created_at"].text }
                == ["2026-11-01T11:00:00.000Z", "2026-11-01T10:00:00.000Z"])
        #expect(incident["resolved_at"].text == "2026-11-01T11:00:00.000Z")
        #expect(incident["updated_at"].text == "2026-11-01T11:00:00.000Z")
        #expect(incident["components"].items.map { $0["name"].text } == ["Shop"])
    }

    @Test func maintenanceThatNobodyAnnouncedHasOneUpdateBeforeItBegins() throws {
        var page = Sample.full
        page.maintenance[0].updates = []
        let window = try JSON(RenderedSite(page)["api/v2/scheduled-maintenances.json"])[
            "scheduled_maintenances"
        ].items[0]
        let updates = window["incident_updates"].items
        #expect(updates.map { $0["status"].text } == ["scheduled"])
        #expect(updates[0]["created_at"].text == "2026-11-22T02:00:00.000Z")
        let later = try RenderedSite(page, now: Sample.at("2026-11-22T05:00"))
        let over = try JSON(later["api/v2/scheduled-maintenances.json"])["scheduled_maintenances"].items[0]
        let lastUpdates = over["incident_updates"].items
        #expect(
            lastUpdates.map { $0["created_at"].text }
                == ["2026-11-22T04:00:00.000Z", "2026-11-22T02:00:00.000Z"])
        try #require(lastUpdates.count == 2)
        #expect(lastUpdates[1]["id"].text == updates[0]["id"].text)
    }

    @Test func cancelledMaintenanceIsCompleted() throws {
        var page = Sample.full
        page.maintenance[0].updates.append(
            Sample.update(.cancelled, "2026-11-19T09:00", "Not this week.")
        )
        let site = try RenderedSite(page)
        let window = try JSON(site["api/v2/scheduled-maintenances.json"])["scheduled_maintenances"].items[0]
        #expect(window["status"].text == "completed")
        // It never ran: it was over when it was called off, before it was to begin.
        #expect(window["resolved_at"].text == "2026-11-19T09:00:00.000Z")
        #expect(window["incident_updates"].items.map { $0["status"].text } == ["completed", "scheduled"])
        #expect(try JSON(site["api/v2/summary.json"])["scheduled_maintenances"].items.isEmpty)
    }

    @Test func updateOfOneIncidentLeavesFilesOfOthersAlone() throws {
        var page = Sample.full
        page.incidents[0].updates.append(
            Sample.update(.identified, "2026-11-20T11:55", "Still at it.")
        )
        let after = try RenderedSite(page)
        let changed = site.paths.filter { $0.hasPrefix("api/v2/incidents/") && site[$0] != after[$0] }
        // Its own, and the list of those that are open.
        #expect(changed.count == 2)
    }

    @Test func nothingComesFromTheClock() throws {
        let later = try RenderedSite(Sample.full, now: Sample.now + 6 * 3_600)
        let paths = site.paths.filter { $0.hasPrefix("api/v2/") }
        #expect(paths.count == 8 + 4)
        for path in paths { #expect(site[path] == later[path], "\(path)") }
    }
}
