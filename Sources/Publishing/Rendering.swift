/// What came of rendering a share of the outputs. Indexes are those of the plan.
struct Rendering: Sendable {
    /// Outputs written where nothing was, or where nothing led.
    var created: [Int] = []
    /// Outputs that differ from what stands, written whole beside their places.
    var prepared: [Int] = []
    /// How many outputs stand already as they are.
    var unchanged = 0
    /// The size of all of them.
    var bytes = 0
    /// What ended the work, and at which output.
    var failure: (index: Int, error: PublishingError)?
}

extension Rendering {
    /// Renders every output of the plan, on that many threads, and writes each as soon as it is done.
    ///
    /// Nothing that a reader can reach is changed by it.
    init(of plan: Plan, into tree: OutputTree, places: [Survey.Place], threads: Int) {
        let chunks = Chunks(of: plan.paths.count)
        let shares = onThreads(threads) {
            var share = Rendering()
            while let chunk = chunks.take() {
                for index in chunk where share.failure == nil {
                    share.render(index, of: plan, into: tree, at: places[index])
                }
                if share.failure != nil { chunks.stop() }
            }
            return share
        }
        self = shares.reduce(into: Rendering()) { $0.add($1) }
    }

    /// Where an output waits, whole, until it takes its place.
    static func waitingPlace(of index: Int, in plan: Plan) -> String {
        plan.paths[index].sibling(named: OwnFile.temporary(index))
    }
}

extension Rendering {
    private mutating func render(_ index: Int, of plan: Plan, into tree: OutputTree, at place: Survey.Place) {
        do throws(PublishingError) {
            let material = try Material(plan.contents[index])
            bytes += try material.size()
            try write(material, as: index, of: plan, into: tree, at: place)
        } catch {
            failure = (index, error)
        }
    }

    private mutating func write(
        _ material: borrowing Material,
        as index: Int,
        of plan: Plan,
        into tree: OutputTree,
        at place: Survey.Place
    ) throws(PublishingError) {
        let path = plan.paths[index].text
        if place == .vacant {
            try tree.create(path, holding: material)
            created.append(index)
        } else if try tree.file(path, holds: material) {
            unchanged += 1
        } else {
            let waiting = Rendering.waitingPlace(of: index, in: plan)
            try tree.create(waiting, holding: material)
            prepared.append(index)
            guard place == .unlinked else { return }
            try tree.rename(waiting, to: path)
            prepared.removeLast()
            created.append(index)
        }
    }

    private mutating func add(_ other: Rendering) {
        created += other.created
        prepared += other.prepared
        unchanged += other.unchanged
        bytes += other.bytes
        if let theirs = other.failure, theirs.index < failure?.index ?? .max { failure = theirs }
    }
}
