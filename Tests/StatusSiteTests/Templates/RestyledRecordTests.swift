import StatusModel
import Testing

@testable import StatusSite

/// A site that has its own `record.mustache` decides on the markup of every fact.
@Suite struct RestyledRecordTests {
    private let template = """
        {{title}} | {{kind}} {{state}}{{#severity}} | {{text}} at {{href}}{{/severity}}
        {{#impact}}
        impact: {{label}} = {{text}}
        {{/impact}}
        {{#figures}}
        figure: {{label}} = {{text}}
        {{/figures}}
        {{#updates}}
        update: {{anchor}} {{phase}}: {{{prose}}}{{#facts}} / {{{sentence}}}{{/facts}}
        {{/updates}}
        {{#postMortem}}
        post-mortem: {{heading}}
        {{#sections}}
        {{#timeline}}
        timeline: {{{happened}}}{{{told}}}
        {{/timeline}}
        {{#actionItems}}
        action item: {{actionItem}}{{#isDone}} (done){{/isDone}}{{#isOverdue}} (late){{/isOverdue}}{{#owner}}, {{.}}{{/owner}}{{#tracked}}, {{{.}}}{{/tracked}}
        {{/actionItems}}
        {{/sections}}
        {{/postMortem}}
        {{#team}}
        {{#internalDetails}}
        internal: {{label}} = {{{text}}}
        {{/internalDetails}}
        {{/team}}
        """

    @Test func everyFactStandsInTheSitesOwnMarkup() throws {
        let site = try RenderedSite(Sample.full, for: .internal, own: ["record": template])
        let page = site["incidents/oven-door.html"]
        for markup in ["<dl", "<dt", "<dd", "<li", "<td", "<span", "<strong", "class="] {
            #expect(!page.contains(markup), "\(markup)")
        }
        for line in [
            "Oven 3 stays cold | operational Resolved | SEV-1, Critical at ../severities.html#sev-1",
            "impact: Orders late = 37", "figure: Detected after = 2 min".unbrokenTimes,
            "Identified: <p>A door sensor.</p> / <a href=\"../components/shop.html\">Shop</a>: Operational",
            "post-mortem: Post-mortem: the open door",
            "timeline: <p>The sensor fails.</p>", "internal: Lead = SECRET",
            "action item: Put in a second sensor (done), SECRET, SECRET",
        ] {
            #expect(page.contains(line), "\(line)")
        }
    }
}
