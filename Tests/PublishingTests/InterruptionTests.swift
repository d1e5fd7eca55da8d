import Testing

@testable import Publishing

@Suite struct InterruptionTests {
    /// The pages of every version of the site: what a reader may have open.
    private let kept = ["index.html", "one.html", "two.html"]

    @Test func readerMeetsNoBrokenLinkWhereverABuildIsStopped() throws {
        var operation = 0
        var isWhole = false
        while !isWhole {
            let scratch = try Scratch()
            try LinkedSite.first.publish(into: scratch)
            isWhole = LinkedSite.second.publish(into: scratch, stoppedBefore: operation)
            #expect(stumbles(of: scratch, from: kept) == [], "stopped before operation \(operation)")
            try LinkedSite.second.publish(into: scratch)
            #expect(scratch.contents() == LinkedSite.second.contents, "healed after \(operation)")
            operation += 1
        }
        #expect(operation > 25)
    }

    @Test func readerMeetsNoBrokenLinkWhenTheNextBuildIsStoppedToo() throws {
        var first = 0
        var firstIsWhole = false
        while !firstIsWhole {
            var second = 0
            var secondIsWhole = false
            while !secondIsWhole {
                let scratch = try Scratch()
                try LinkedSite.first.publish(into: scratch)
                firstIsWhole = LinkedSite.second.publish(into: scratch, stoppedBefore: first)
                secondIsWhole = LinkedSite.third.publish(into: scratch, stoppedBefore: second)
                #expect(stumbles(of: scratch, from: kept) == [], "stopped before \(first) and \(second)")
                if secondIsWhole { #expect(scratch.contents() == LinkedSite.third.contents) }
                second += 1
            }
            first += 1
        }
        #expect(first > 25)
    }

    @Test func readerMeetsNoBrokenLinkWhileAThirdBuildHeals() throws {
        // Seconds would become minutes with every triple: these steps meet each kind of operation.
        for first in stride(from: 0, to: 40, by: 4) {
            for second in stride(from: 0, to: 60, by: 7) {
                for third in stride(from: 1, to: 40, by: 5) {
                    let scratch = try Scratch()
                    try LinkedSite.first.publish(into: scratch)
                    _ = LinkedSite.second.publish(into: scratch, stoppedBefore: first)
                    _ = LinkedSite.third.publish(into: scratch, stoppedBefore: second)
                    _ = LinkedSite.second.publish(into: scratch, stoppedBefore: third)
                    #expect(stumbles(of: scratch, from: kept) == [], "before \(first), \(second), \(third)")
                }
            }
        }
    }

    @Test func firstBuildStoppedAnywhereIsHealedByTheNext() throws {
        var operation = 0
        var isWhole = false
        while !isWhole {
            let scratch = try Scratch()
            isWhole = LinkedSite.first.publish(into: scratch, stoppedBefore: operation)
            try LinkedSite.second.publish(into: scratch)
            #expect(scratch.contents() == LinkedSite.second.contents, "stopped before \(operation)")
            operation += 1
        }
    }

    @Test func foreignFilesOutliveStoppedBuilds() throws {
        for operation in 0..<40 {
            let scratch = try Scratch()
            try LinkedSite.first.publish(into: scratch)
            try scratch.write("mine", to: "gone/mine.txt")
            _ = LinkedSite.second.publish(into: scratch, stoppedBefore: operation)
            try LinkedSite.second.publish(into: scratch)
            #expect(scratch.read("gone/mine.txt") == "mine")
            #expect(scratch.read("gone/a.html") == nil)
        }
    }
}
