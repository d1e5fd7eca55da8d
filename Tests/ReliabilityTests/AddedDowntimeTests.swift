@testable import Reliability
import StatusModel
import TestSupport
import Testing

/// What an internal incident would add to the public figures, on its own.
@Suite struct AddedDowntimeTests {
    /// Shown: partial 10:00–11:00. Hidden: major 10:30–11:30, of which 30 min add 0.7 and 30 min add 1: 1,260 + 1,800 s.
    @Test func onlyWhatIsWorseIsAdded() throws {
        let shown = incident(
            "shown", .partialOutage, from: try at("2026-01-02T10:00Z"), resolved(try at("2026-01-02T11:00Z")))
        let hidden = incident(
            "hidden", from: try at("2026-01-02T10:30Z"), resolved(try at("2026-01-02T11:30Z")))
        let now = try at("2026-01-03T00:00Z")
        var added = AddedDowntime(to: page(component("api")).with(shown).history(now: now))
        #expect(added.milliseconds(of: IncidentTimeline(of: hidden, now: now), to: 0) == 3_060_000)
        #expect(added.milliseconds(of: IncidentTimeline(of: shown, now: now), to: 0) == 0)
    }

    /// Each incident taken away, and held against the figures with it and without it.
    @Test(arguments: 0..<40) func addedIsTheDifferenceThatItMakes(seed: Int) {
        let start = Instant(seconds: 1_767_225_600)
        var random = RandomPage(seed: seed, start: start, tick: 60, ticks: 2_880)
        let now = start + 2 * day
        var page = random.make().seen(by: .public, at: now)
        page.since = page.since ?? start
        for hidden in page.incidents {
            var rest = page
            rest.incidents.removeAll { $0.slug == hidden.slug }
            let (with, without) = (page.history(now: now), rest.history(now: now))
            var added = AddedDowntime(to: without)
            let timeline = IncidentTimeline(of: hidden, now: now)
            for component in page.components.indices {
                let range = TimeRange(from: start, to: now)
                let difference =
                    with.uptime(of: component, during: range).downtimeMilliseconds
                    - without.uptime(of: component, during: range).downtimeMilliseconds
                #expect(added.milliseconds(of: timeline, to: component) == difference)
            }
        }
    }
}
