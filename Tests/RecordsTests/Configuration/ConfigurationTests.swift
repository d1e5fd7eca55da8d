import Diagnostics
import StatusModel
import Testing

@testable import Records

/// Every key of `status.yml`, right.
@Suite struct ConfigurationTests {
    static let whole = """
        site:
          title: Example Status
          url: https://status.example.com/
          time_zone: Europe/Berlin
          language: pt-BR
          since: 2024-01-01
          target: 99.9
          brand: {color: "#0B5", logo: static/img/logo.svg, logo_dark: static/dark.svg, icon: static/i.png}
          links: [{text: Support, url: https://example.com/help}]
          business_hours: {days: mon-fri, from: "09:00", until: 17:30}
          policy_review: {last: 2026-01-02, every: 90d}
        components:
          - id: story-api
            name: Story API
            aliases: [story api v1]
            group: Core
            description: Writes and narrates stories
            since: 2025-03-01
            until: 2026-06-30
            target: 99.95%
          - {id: cdn, uptime: false}
        uptime:
          weights: {degraded: 0.25, partial_outage: 0.3, major_outage: 1}
        phases: {identified: Mitigating, in progress: Under way}
        severities:
          SEV-1:
            name: Critical
            aliases: [P0]
            definition: Complete service outage
            examples: [API down, Payment failure]
            component_status: major_outage
            visibility: public
            responders: All hands
            acknowledge_within: 5m
            notice_within: 10m
            identify_within: 15m
            resolve_within: 4h
            update_every: 90s
            hours: business
            notify: [status_page, {email: affected customers}]
            post_mortem: {required: true, within: 2d}
            escalate: [{after: 15m, to: On-call lead}, {when: data exposed, to: CEO}]
            checklist: [All services healthy]
          SEV-2:
          SEV-3: {visibility: internal}

        """

    let page: StatusPage

    init() throws { page = try SampleSite(status: Self.whole).configuration.page }

    @Test func siteIsRead() throws {
        #expect(page.title == "Example Status")
        #expect(page.url == "https://status.example.com")
        #expect(page.language == "pt-BR")
        // 2024-01-01 begins in Berlin at 23:00 UTC the day before: 1704067200 - 3600.
        #expect(page.since == Instant(seconds: 1_704_063_600))
        #expect(page.target == Target(millionths: 999_000))
        #expect(
            page.brand
                == StatusPage.Brand(
                    color: "#00bb55", logo: "img/logo.svg", darkLogo: "dark.svg", icon: "i.png"))
        #expect(page.links == [StatusPage.Link(text: "Support", url: "https://example.com/help")])
        let hours = try #require(page.businessHours)
        #expect(hours.weekdays == [0, 1, 2, 3, 4])
        #expect((hours.from.seconds, hours.until.seconds) == (32_400, 63_000))
        #expect(page.policyReview?.lastOn == Day(year: 2026, month: 1, day: 2))
        #expect(page.policyReview?.every == 7_776_000)
        #expect(page.phaseLabels == [.identified: "Mitigating", .inProgress: "Under way"])
    }

    @Test func componentsAreRead() {
        let api = page.components[0]
        #expect((api.id, api.name, api.aliases) == ("story-api", "Story API", ["story api v1"]))
        #expect((api.group, api.summary) == (0, "Writes and narrates stories"))
        #expect(page.groups[0] == ComponentGroup(id: "core", name: "Core"))
        // 2025-03-01 in winter time, 2026-06-30 in summer time.
        #expect(api.since == Instant(seconds: 1_740_783_600))
        #expect(api.until == Instant(seconds: 1_782_770_400))
        #expect(api.target == Target(millionths: 999_500))
        #expect((page.components[1].name, page.components[1].countsTowardsUptime) == ("cdn", false))
    }

    @Test func weightsAreExactThousandths() {
        #expect(page.weights[.degradedPerformance] == 250)
        #expect(page.weights[.partialOutage] == 300)
        #expect(page.weights[.majorOutage] == 1000)
        #expect(page.weights[.underMaintenance] == 0)
    }

    @Test func policyIsRead() {
        let high = page.severities[0]
        #expect((high.level, high.name, high.aliases) == ("SEV-1", "Critical", ["P0"]))
        #expect(high.definition == ["Complete service outage"])
        #expect(high.examples == ["API down", "Payment failure"])
        #expect(high.componentStatus == .majorOutage)
        #expect(high.responders == "All hands")
        #expect((high.acknowledgeWithin, high.noticeWithin, high.identifyWithin) == (300, 600, 900))
        #expect((high.resolveWithin, high.updateEvery) == (14_400, 90))
        #expect(high.hours == .business)
        #expect(high.notifications.map(\.channel) == ["status_page", "email"])
        #expect(high.notifications.map(\.audience) == [nil, "affected customers"])
        #expect(high.postMortem == Severity.PostMortemDuty(isRequired: true, within: 172_800))
        #expect(high.escalations.map(\.trigger) == [.after(900), .when("data exposed")])
        #expect(high.escalations.map(\.to) == ["On-call lead", "CEO"])
        #expect(high.checklistItems == ["All services healthy"])
    }

    @Test func limitOfALevelRequiresAPostMortem() throws {
        let status = """
            site: {title: x, url: http://x.example}
            post_mortem: {required: false, within: 5d, sections: [Summary]}
            severities:
              SEV-1: {post_mortem: {within: 2d}}
              SEV-2: {post_mortem: {held_within: 2d}}
              SEV-3: {post_mortem: {required: false, within: 2d}}
              SEV-4: {post_mortem: {sections: [Impact]}}
              SEV-5: {}
            """
        let duties = try SampleSite(status: status).configuration.page.severities.map(\.postMortem)
        #expect(duties.map { $0?.isRequired } == [true, true, false, false, false])
        #expect(duties.map { $0?.within } == [172_800, 432_000, 172_800, 432_000, 432_000])
    }

    @Test func severityMayDoWithoutAPolicy() {
        #expect(page.severities[1] == Severity(level: "SEV-2"))
        #expect(page.severities.map(\.visibility) == [.public, .public, .internal])
    }

    @Test func whatIsLeftOutHasItsDefault() throws {
        let page = try SampleSite(status: "site: {title: x, url: http://x.example}").configuration.page
        #expect(page.zone.name == "UTC")
        #expect(page.language == "en")
        #expect(page.since == nil && page.target == nil && page.components.isEmpty && page.severities.isEmpty)
        #expect(page.weights == .statuspage)
    }
}
