/// How long nothing failed.
struct Calm {
    /// When the last outage ended.
    let since: Int?
    /// Whole days from then to the end of what was tracked.
    let days: Int?
    /// The longest run without an outage, of several the first.
    let longest: Stretch?

    /// - Parameters:
    ///   - tracked: what was tracked, the earliest first.
    ///   - outages: when there were outages, in any order.
    init(during tracked: [Stretch], without outages: [Stretch]) {
        let tracked = Self.united(tracked)
        let outages = Self.merged(outages)
        let ends = outages.map(\.until)
        let trouble = tracked.flatMap { stretch in
            outages[ends.firstPlace(notBefore: stretch.from)...].prefix { $0.from < stretch.until }
                .filter { $0.touches(stretch) }.map { $0.common(with: stretch) }
        }
        let since = trouble.map(\.until).max()
        self.since = since
        days = since.flatMap { since in tracked.last.map { ($0.until - since) / 86_400 } }
        longest = Self.runs(within: tracked, between: trouble)
            .min { ($1.seconds, $0.from) < ($0.seconds, $1.from) }
    }

    /// Stretches that overlap, as one; the earliest first. One of no length stays where another ends, as it may be all
    /// that a stretch which begins there has of them.
    private static func merged(_ stretches: [Stretch]) -> [Stretch] {
        let sorted = stretches.sorted { ($0.from, $0.until) < ($1.from, $1.until) }
        return sorted.reduce(into: []) { merged, stretch in
            guard let last = merged.last, stretch.from < last.until || stretch == last else {
                return merged.append(stretch)
            }
            merged[merged.count - 1].until = max(last.until, stretch.until)
        }
    }

    /// Stretches that touch, as one.
    private static func united(_ stretches: [Stretch]) -> [Stretch] {
        stretches.filter { $0.seconds > 0 }.reduce(into: []) { united, stretch in
            let isNext = united.last?.until == stretch.from
            let from = isNext ? united.removeLast().from : stretch.from
            united.append(Stretch(from: from, until: stretch.until))
        }
    }

    /// A run begins with what was tracked, or where an outage ends and no other holds; it lasts until the next begins.
    private static func runs(within tracked: [Stretch], between trouble: [Stretch]) -> [Stretch] {
        let starts = trouble.map(\.from).sorted()
        let held = Course(marking: trouble)
        let beginnings = Set(tracked.map(\.from) + trouble.map(\.until)).sorted()
        var (runs, next, place) = ([Stretch](), 0, 0)
        for beginning in beginnings {
            while place < tracked.count - 1, tracked[place + 1].from <= beginning { place += 1 }
            while next < starts.count, starts[next] <= beginning { next += 1 }
            guard held.marked(during: Stretch(from: beginning, until: beginning + 1)) == 0 else { continue }
            let end = next < starts.count ? min(starts[next], tracked[place].until) : tracked[place].until
            runs.append(Stretch(from: beginning, until: end))
        }
        return runs
    }
}
