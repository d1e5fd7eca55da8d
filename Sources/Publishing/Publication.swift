/// One build's way into the output directory.
///
/// At every instant each link of each page that stood before, and that this build keeps, leads to a whole
/// file. For three steps follow one another: what is new is written in place, where nothing leads yet,
/// and what changes is written whole beside its place; then what changes is renamed into place; then what
/// is stale is deleted. Up to the first rename everything can be taken back, and is if something fails.
struct Publication {
    private let plan: Plan
    private let tree: OutputTree
    private let survey: Survey
    /// The manifest as it was found, if there was one.
    private let found: Manifest?
    /// What is ours now or will be, sorted.
    private let allPaths: [RelativePath]
    /// What is ours and is no part of this build, sorted.
    private let stale: [RelativePath]

    /// Looks at what stands in the tree. Nothing is changed, but leftovers of killed builds are deleted.
    init(of plan: Plan, into tree: OutputTree, force: Bool) throws(PublishingError) {
        found = try tree.bytes(of: OwnFile.manifest).map(Manifest.init(reading:))
        survey = try Survey(of: tree, for: plan, given: found ?? Manifest())
        guard force || survey.foreign.isEmpty else { throw .foreignFiles(survey.foreign.map(\.text)) }
        let both = SortedPaths(ones: plan.paths, others: found?.paths ?? [])
        allPaths = both.union
        stale = both.onlyInOthers
        self.plan = plan
        self.tree = tree
        try tree.deleteLeftovers(in: RelativePath.directories(of: allPaths))
    }

    /// Takes the three steps.
    func publish(threads: Int) throws(PublishingError) -> PublishingSummary {
        let rendering = try prepare(threads: threads)
        try replace(rendering.prepared)
        let deleted = try deleteStale()
        try tree.record(Manifest(paths: plan.paths))
        return PublishingSummary(
            created: rendering.created.count,
            replaced: rendering.prepared.count,
            unchanged: rendering.unchanged,
            deleted: deleted,
            bytes: rendering.bytes
        )
    }
}

extension Publication {
    private func prepare(threads: Int) throws(PublishingError) -> Rendering {
        let unlinked = SortedPaths(ones: survey.unlinked(of: plan), others: leftUnlinked).union
        try tree.record(Manifest(paths: allPaths, unlinked: unlinked))
        var rendering = Rendering()
        do throws(PublishingError) {
            for directory in survey.missingDirectories { try tree.createDirectory(directory.text) }
            rendering = Rendering(of: plan, into: tree, places: survey.places, threads: threads)
            if let failure = rendering.failure { throw failure.error }
            guard !rendering.prepared.isEmpty else { return rendering }
            try tree.record(Manifest(paths: allPaths, unlinked: leftUnlinked))
            return rendering
        } catch {
            // The first error is the one to tell; what cannot be taken back now, the next build puts right.
            try? takeBack(rendering)
            throw error
        }
    }

    private func takeBack(_ rendering: Rendering) throws(PublishingError) {
        for index in rendering.created { try tree.delete(plan.paths[index].text) }
        try deleteWaiting(rendering.prepared[...])
        for directory in survey.missingDirectories.reversed() {
            try tree.deleteDirectoryIfEmpty(directory.text)
        }
        if let found { try tree.record(found) } else { try tree.delete(OwnFile.manifest) }
    }

    private func replace(_ prepared: [Int]) throws(PublishingError) {
        for (count, index) in prepared.enumerated() {
            do throws(PublishingError) {
                let waiting = Rendering.waitingPlace(of: index, in: plan)
                try tree.rename(waiting, to: plan.paths[index].text)
            } catch {
                try? deleteWaiting(prepared[count...])
                throw error
            }
        }
    }

    private func deleteStale() throws(PublishingError) -> Int {
        guard !stale.isEmpty else { return 0 }
        try tree.record(Manifest(paths: allPaths, unlinked: stale))
        let directories = try tree.existing(RelativePath.directories(of: stale))
        let reachable = Set(directories)
        var deleted = 0
        for path in stale where path.parent.map(reachable.contains) ?? true {
            guard try tree.entry(at: path.text) == .file else { continue }
            try tree.delete(path.text)
            deleted += 1
        }
        for directory in directories.reversed() { try tree.deleteDirectoryIfEmpty(directory.text) }
        return deleted
    }

    private func deleteWaiting(_ prepared: ArraySlice<Int>) throws(PublishingError) {
        for index in prepared { try tree.delete(Rendering.waitingPlace(of: index, in: plan)) }
    }

    /// What a killed build left where nothing leads, and what this build does not write either.
    private var leftUnlinked: [RelativePath] {
        let unlinked = found?.unlinked ?? []
        return unlinked.isEmpty ? [] : SortedPaths(ones: plan.paths, others: unlinked).onlyInOthers
    }
}
