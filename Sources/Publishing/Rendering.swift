/// The result of rendering a share of the outputs, which are given by their indexes in the plan.
struct Rendering: Sendable {
    /// The outputs that were written where no file was, or to which nothing linked.
    var created: [Int] = []
    /// The outputs that differ from the existing files; they are written in full, under temporary names.
    var prepared: [Int] = []
    /// The number of outputs whose files already have the same bytes.
    var unchanged = 0
    /// The total size of the outputs, in bytes.
    var bytes = 0
    /// The error that ended the work, with the index of its output.
    var failure: (index: Int, error: PublishingError)?
}

extension Rendering {
    /// Renders every output of the plan, on the given number of threads, and writes each as soon as it is
    /// rendered.
    ///
    /// Nothing that a reader can reach changes.
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

    /// Returns the path where an output waits, complete, until it is moved to its place.
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
