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

    @Test func tornPageThatOneBuildSkipsIsPutRightBeforeTheNextLinksToIt() throws {
        let without = LinkedSite(name: "without", links: ["index.html": []])
        let other = LinkedSite(name: "other", links: ["index.html": []])
        let with = LinkedSite(
            name: "with",
            links: ["index.html": ["page.html"], "page.html": ["index.html"]]
        )
        // More operations than any of these builds has: the last stops are none.
        let operations = 0..<16
        // Stopped at one of these, the first of them leaves the page empty.
        for first in 4..<8 {
            for second in operations {
                for third in operations {
                    let scratch = try Scratch()
                    try without.publish(into: scratch)
                    _ = with.publish(into: scratch, stoppedBefore: first)
                    _ = other.publish(into: scratch, stoppedBefore: second)
                    _ = with.publish(into: scratch, stoppedBefore: third)
                    let found = stumbles(of: scratch, from: ["index.html"])
                    #expect(found == [], "stopped before \(first), \(second) and \(third)")
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
