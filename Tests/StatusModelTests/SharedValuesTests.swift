import StatusModel
import TestSupport
import Testing

/// Copies of a record or an update share what they hold until one of them changes it.
@Suite struct SharedValuesTests {
    @Test func aChangedCopyOfARecordLeavesTheFirstAsItWas() {
        var first = Record(id: "a", slug: "a", path: "incidents/a.md", title: "Before")
        first.updates = [Update(phase: .investigating, at: Instant(seconds: 60))]
        var copy = first
        copy.title = "After"
        copy.updates[0].phase = .resolved
        copy.tags.append("disk")
        #expect((first.title, copy.title) == ("Before", "After"))
        #expect(first.updates[0].phase == .investigating)
        #expect(copy.updates[0].phase == .resolved)
        #expect((first.tags, copy.tags) == ([], ["disk"]))
        // Whoever changes the first does not change the copy either.
        first.summary = Prose(html: ["<p>x</p>"], text: "x")
        #expect(copy.summary == .empty)
    }

    @Test func updatesAreEqualByWhatTheyHold() {
        let one = Update(phase: .monitoring, at: Instant(seconds: 60))
        var other = Update(phase: .monitoring, at: Instant(seconds: 60))
        #expect(one == other)
        #expect(Set([one, other]).count == 1)
        other.fix = "A restart."
        #expect(one != other)
        #expect(Set([one, other, one]).count == 2)
    }
}
