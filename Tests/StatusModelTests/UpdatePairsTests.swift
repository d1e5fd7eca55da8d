import StatusModel
import Testing

struct UpdatePairsTests {
    @Test func updatesAreThoseOfBeforeByTimeAndPhaseThenByTextThenByTime() {
        let earlier = [
            update(.investigating, at: 100, "We look into it."),
            update(.identified, at: 200, "The pool is full."),
            update(.monitoring, at: 300, "Mended."),
            update(.resolved, at: 400, "Over."),
        ]
        let updates = [
            update(.investigating, at: 100, "We are looking into it."),
            update(.identified, at: 250, "The pool is full."),
            update(.resolved, at: 300, "It has been mended."),
            update(.monitoring, at: 350, "We watch it."),
        ]
        let pairs = UpdatePairs(updates, since: earlier)
        #expect(pairs.kept.map(\.now) == [0, 1, 2])
        #expect(pairs.kept.map(\.before) == [0, 1, 2])
        #expect(pairs.added == [3])
        #expect(pairs.removed == [3])
    }

    @Test func theFirstOfSeveralAlikeIsTakenFirst() {
        let twice = [update(.monitoring, at: 100, "Mended."), update(.monitoring, at: 100, "Mended.")]
        let pairs = UpdatePairs([twice[0]], since: twice)
        #expect(pairs.kept.map(\.before) == [0])
        #expect(pairs.removed == [1])
        #expect(UpdatePairs(twice, since: [twice[0]]).added == [1])
    }

    @Test func updatesWithoutATextAreNotPairedByIt() {
        let pairs = UpdatePairs([update(.monitoring, at: 200, "")], since: [update(.identified, at: 100, "")])
        #expect(pairs.kept.isEmpty)
        #expect(pairs.added == [0])
        #expect(pairs.removed == [0])
    }

    private func update(_ phase: Phase, at seconds: Int, _ text: String) -> Update {
        let prose = Prose(html: ["<p>\(text)</p>\n"], text: text)
        return Update(phase: phase, at: Instant(seconds: seconds), prose: prose)
    }
}
