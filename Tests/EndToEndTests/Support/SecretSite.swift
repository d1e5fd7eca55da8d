import Foundation
import StatusModel
import StatusSite

/// A site with a secret wherever the format has a place for one, and wherever a person might put one.
///
/// What must not leave is called SECRET; what was learned after an update was sent, LATER.
struct SecretSite {
    private let site: SmallSite

    var path: String { site.path }
    static let now = "2026-01-20T12:00:00Z"

    init() throws {
        site = try SmallSite(
            [
                "status.yml": Self.status, "incidents/slow.md": Self.published,
                "incidents/draft.md": Self.draft,
                "incidents/inside.md": Self.inside, "incidents/ahead.md": Self.ahead,
                "incidents/raised.md": Self.raised, "incidents/rattles.md": Self.emptied,
                "incidents/secret-customer.md": Self.hidden, "incidents/SECRET-work.md": Self.maintenance,
                "incidents/SECRET-party.md": Self.notice,
            ]
        )
    }
}

private extension SecretSite {
    static let status = """
        site:
          title: Bakery
          url: https://status.bakery.example.com
          since: 2026-01-01
          internal_impact: [Revenue impact, secret label]
        components: [{id: oven, name: Oven}, {id: shop, name: Shop}]
        severities:
          SEV-1:
            component_status: major_outage
            aliases: [SECRET-one]
            responders: SECRET bakers
            notify: [{email: SECRET customers}]
            escalate: [{after: 15m, to: SECRET chief}]
            checklist: [SECRET item]
            post_mortem: {required: true, within: 48h}
          SEV-2: {component_status: partial_outage}
          SEV-4: {name: SECRET level, aliases: [P4], definition: SECRET definition, visibility: internal}

        """

    static func record(
        _ title: String,
        severity: String = "SEV-1",
        day: Int,
        keys: String = "",
        _ body: String
    ) -> String {
        """
        ---
        title: \(title)
        severity: \(severity)
        components: {oven: major}
        started: 2026-01-\(day < 10 ? "0" : "")\(day)T10:00Z
        \(keys)---

        \(body)

        """
    }

    static let postMortem = """
        # Post-mortem: LATER
        HEAD

        LATER we knew.
        SECRET Acme called (internal)

        ## Root cause

        LATER cause

        ## Resolution

        LATER fix

        ## Impact

        - Orders late: LATER 500
        - Revenue impact: SECRET $99999
        - Refunds: SECRET $1,200 (internal)
        - Secret_Label: SECRET

        ## Action items

        - [ ] LATER alarm (Owner: SECRET owner, Due: 2026-02-01, Ticket: SECRET-1)
        - [ ] SECRET pay (internal)

        ## SECRET money (internal)

        SECRET
        """

    static let updates = """
        [INVESTIGATING 10:05 UTC] We look into it.

        [IDENTIFIED 10:10 UTC] The door.

        Escalated: SECRET Ada

        [RESOLVED 10:30 UTC] Over.
        """

    static let published = record(
        "Oven stays cold",
        day: 5,
        keys:
            "internal: {lead: SECRET, checklist: [SECRET item], escalated: {SECRET chief: 2026-01-05T10:20Z}}\n"
            + "impact: {users: 5, secret-label: SECRET, churn: SECRET (internal)}\n",
        updates + "\n\n" + postMortem.replacing("HEAD", with: "Published: 2026-01-06")
    )

    /// Nothing but when it is to be held.
    static let draft = record(
        "Oven smokes",
        day: 7,
        updates + "\n\n"
            + postMortem.replacing("LATER", with: "SECRET").replacing(
                "HEAD",
                with: "Scheduled: 2031-03-04 09:37 UTC"
            )
    )

    static let inside = record(
        "Oven beeps",
        day: 8,
        updates + "\n\n"
            + postMortem.replacing("LATER", with: "SECRET").replacing(
                "HEAD",
                with: "Published: 2026-01-09\nVisibility: internal"
            )
    )

    static let ahead = record(
        "Oven hums",
        day: 9,
        updates + "\n\n"
            + postMortem.replacing("LATER", with: "SECRET").replacing("HEAD", with: "Published: 2026-01-21")
    )

    /// Published, and for the team to its last line.
    static let emptied = record(
        "Oven rattles",
        day: 12,
        updates + """


            # Post-mortem: SECRET

            Published: 2026-01-13

            SECRET Acme called (internal)

            ## Root cause

            SECRET (internal)

            ## Impact

            - Revenue impact: SECRET $99999

            ## SECRET (internal)

            SECRET
            """
    )

    static let raised = record(
        "Shop is shut",
        severity: "P4",
        day: 10,
        keys: "visibility: public\n",
        """
        SECRET summary

        [INVESTIGATING 10:05 UTC] SECRET Acme.
        Root cause: SECRET
        Components: shop partial

        [IDENTIFIED 10:20 UTC] All are shut out.
        Severity: SEV-1

        [RESOLVED 10:30 UTC] Over.
        """
    )

    static let hidden = record(
        "SECRET customer",
        severity: "SEV-4",
        day: 11,
        keys: "aliases: [SECRET-alias]\ntags: [SECRET-tag]\n",
        "[RESOLVED 10:30 UTC] SECRET"
    )

    static let maintenance = """
        ---
        title: SECRET work
        maintenance: {from: 2026-01-25T10:00Z, until: 2026-01-25T11:00Z}
        visibility: internal
        ---

        SECRET

        """

    static let notice = """
        ---
        title: SECRET party
        notice: {from: 2026-01-15T10:00Z}
        visibility: internal
        ---

        SECRET

        """
}

extension Announcement {
    /// The announcement of a record's post-mortem, if it is published.
    init?(postMortemOf slug: String, on page: StatusPage, now: Instant) {
        guard let record = page.records.first(where: { $0.slug == slug }),
            let news = record.news(by: now, in: page.zone).last(where: { $0.event == .postMortem })
        else { return nil }
        self.init(news, of: record, on: page, now: now)
    }
}
