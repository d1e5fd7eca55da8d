import Diagnostics
import Testing

@Suite struct NearMissTests {
    @Test(arguments: [
        ("resolved", "RESOLVED", 0), ("resovled", "resolved", 1), ("kitten", "sitting", 3), ("", "abc", 3),
        ("identifed", "identified", 1),
    ])
    func editsAreCountedWithSwapsAsOne(one: String, other: String, distance: Int) {
        #expect(editDistance(from: one, to: other) == distance)
        #expect(editDistance(from: other, to: one) == distance)
    }

    @Test func onlyWordsThatAreNearAreSuggested() {
        #expect(nearest(to: "story-ap", in: ["web", "story-api"]) == "story-api")
        #expect(nearest(to: "billing", in: ["web", "story-api"]) == nil)
        #expect(nearest(to: "wbe", in: ["cdn", "web"]) == "web")
    }
}
