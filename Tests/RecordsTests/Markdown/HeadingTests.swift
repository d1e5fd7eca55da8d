import StatusModel
import Testing

@testable import Records

/// A text's headings follow the page's own, so that no level is left out above them.
@Suite struct HeadingTests {
    @Test func highestHeadingIsBelowWhatThePageHasAboveIt() throws {
        let incident = try SampleSite().incident(
            "# Who is affected\n\n## Where\n\n[INVESTIGATING 17:05]\n\n# What is slow\n\n## How slow\n")
        // Above it is the title; above an update, also a section and the update.
        #expect(incident.summary.html(root: "") == "<h2>Who is affected</h2>\n<h3>Where</h3>\n")
        #expect(
            incident.updates.map { $0.prose.html(root: "") } == ["<h4>What is slow</h4>\n<h5>How slow</h5>\n"]
        )
    }
}
