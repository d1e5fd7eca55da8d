import Diagnostics
import StatusModel
import Testing

@testable import Records

/// What only the whole record shows. The keys under test stand on line 4.
@Suite struct CheckTests {
    let site: SampleSite

    init() throws { site = try SampleSite() }

    private func told(_ keys: String, body: String = "", by checks: any Check.Type...) -> [String] {
        var site = site
        site.checks = Checks(checks)
        return site.told("---\ntitle: x\nseverity: SEV-2\n\(keys)\n---\n\(body)\n")
    }

    @Test func timesLieAfterTheFirstUpdateWhereThereIsNoStart() {
        let told = told(
            "detected: 2026-01-02T16:00Z\ncomponents: {web: partial}",
            body: "[RESOLVED 2026-01-02 17:00] a", by: TimesLieAfterStart.self
        )
        #expect(told == ["4:11 error time-before-start"])
    }

    @Test func sinceLiesAfterTheFirstUpdateWhereThereIsNoStart() {
        let body = "[INVESTIGATING 2026-01-02 17:00] a\nComponents: web partial since 16:50"
        #expect(told("tags: [x]", body: body) == ["7:13 error time-before-start"])
    }

    @Test func endLiesBeforeTheResolution() {
        let keys = "started: 2026-01-02T16:00Z\ncomponents: {web: partial}\nended: 2026-01-02T17:01Z"
        #expect(
            told(keys, body: "[RESOLVED 17:00] a", by: EndLiesBeforeResolution.self) == [
                "6:8 error end-after-resolution"
            ])
        #expect(told(keys, body: "[RESOLVED 17:01] a", by: EndLiesBeforeResolution.self).isEmpty)
        #expect(told(keys, body: "[MONITORING 17:00] a", by: EndLiesBeforeResolution.self).isEmpty)
    }

    @Test func timeAheadIsToldOnce() {
        #expect(
            told(
                "started: 2026-05-01T10:00Z\ncomponents: {web: partial}", body: "[RESOLVED 17:00] a",
                by: TimesLieInThePast.self) == ["4:10 warning time-in-future"])
    }

    /// 15 minutes are the clocks' own; one second more is an error where a record is checked, and a build goes on.
    @Test(arguments: [(15 * 60, "warning"), (15 * 60 + 1, "error"), (86_400, "error")])
    func startAheadIsAnErrorOfCheckAlone(ahead: Int, severity: String) {
        let site = site.checking(TimesLieInThePast.self)
        let found = site.read(
            "---\ntitle: x\nseverity: SEV-2\nstarted: \(site.now + ahead)\ncomponents: {web: partial}\n---\n"
        )
        .diagnostics
        #expect(found.map(\.summary) == ["4:10 warning time-in-future"])
        #expect(found.map(\.asChecked).map(\.summary) == ["4:10 \(severity) time-in-future"])
    }

    @Test(arguments: [
        ("2025-12-03T17:00Z", true), ("2025-12-03T17:01Z", false), ("2025-01-02T17:00Z", true),
    ])
    func startMoreThanThirtyDaysBeforeTheFirstUpdateIsTold(started: String, isTold: Bool) {
        let told = told(
            "started: \(started)\ncomponents: {web: partial}",
            body: "[RESOLVED 2026-01-02 17:01] a", by: StartIsNearFirstUpdate.self
        )
        #expect(told == (isTold ? ["4:10 warning start-far-from-update"] : []))
    }

    @Test func openIncidentWithoutComponentsIsTold() {
        #expect(
            told("started: 2026-01-02T16:00Z", by: OpenIncidentHasComponents.self) == [
                "3:1 warning open-without-components"
            ])
        #expect(
            told("started: 2026-01-02T16:00Z\nended: 2026-01-02T17:00Z", by: OpenIncidentHasComponents.self)
                .isEmpty)
        #expect(told("started: 2026-01-02T16:00Z\ndraft: true", by: OpenIncidentHasComponents.self).isEmpty)
        #expect(
            told(
                "started: 2026-01-02T16:00Z", body: "[IDENTIFIED 17:00] a\nComponents: web partial",
                by: OpenIncidentHasComponents.self
            ).isEmpty)
    }

    @Test func retiredComponentIsTold() throws {
        let status = SampleSite.status.replacing("name: Website", with: "name: Website, until: 2026-01-02")
        let keys = "---\ntitle: x\nseverity: SEV-2\ncomponents: [web]\n"
        let site = try SampleSite(status: status).checking(ComponentsAreInService.self)
        #expect(
            site.told(keys + "started: 2026-01-02T00:00Z\nended: 2026-01-02T01:00Z\n---\n") == [
                "4:1 warning retired-component"
            ])
        #expect(site.told(keys + "started: 2026-01-01T23:59Z\nended: 2026-01-02T01:00Z\n---\n").isEmpty)
    }

    @Test func maintenanceToComeIsToBeAnnounced() {
        let site = site.checking(MaintenanceIsAnnounced.self)
        let window = "---\ntitle: x\nmaintenance: {from: 2026-04-03T10:00Z, until: 2026-04-03T12:00Z}\n---\n"
        #expect(site.told(window) == ["3:1 warning maintenance-not-announced"])
        #expect(site.told(window + "[SCHEDULED 2026-03-31 09:00] a").isEmpty)
        #expect(site.told(window.replacing("---\ntitle", with: "---\ndraft: true\ntitle")).isEmpty)
        // What has begun is announced by beginning.
        #expect(site.told(window.replacing("2026-04-03", with: "2026-03-31")).isEmpty)
    }

    @Test func maintenanceWithoutALastWordIsTold() {
        let site = site.checking(MaintenanceIsCompleted.self)
        let window = "---\ntitle: x\nmaintenance: {from: 2026-03-31T10:00Z, until: 2026-03-31T12:00Z}\n---\n"
        #expect(site.told(window) == ["3:1 warning maintenance-not-completed"])
        #expect(site.told(window + "[COMPLETED 11:00] a").isEmpty)
        #expect(site.told(window + "[IN PROGRESS 10:00] a") == ["3:1 warning maintenance-not-completed"])
        #expect(
            site.told(window + "[UPDATE 2026-03-31 09:00] a\nUntil: 2026-04-01T12:00Z").contains {
                $0.contains("first-update")
            })
        #expect(site.told(window + "[SCHEDULED 2026-03-31 09:00] a\nUntil: 2026-04-01T12:00Z").isEmpty)
        #expect(
            site.told(window + "[SCHEDULED 2026-03-31 09:00] a\nUntil: 2026-03-31 09:30") == [
                "3:1 warning maintenance-not-completed", "6:8 error time-before-start",
            ])
    }
}
