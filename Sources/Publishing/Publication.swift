/// The transaction by which one build changes the output directory.
///
/// At every instant, each link of each page that existed before, and that this build keeps, leads to a
/// complete file. This is because there are three steps: First, new files are written in place, where
/// nothing links to them yet, and changed files are written in full under temporary names; then the changed
/// files are renamed into place; then stale files are deleted. Until the first rename, everything can be
/// undone, and is if something fails.
struct Publication {
    private let plan: Plan
    private let tree: OutputTree
    private let survey: Survey
    /// The manifest that an earlier build left, if any.
    private let found: Manifest?
    /// All paths that belong to builds now or will, sorted.
    private let allPaths: [RelativePath]
    /// The paths that belong to builds but are not part of this one, sorted.
    private let stale: [RelativePath]

    /// Examines the tree, without changing anything except that it deletes leftovers of killed builds.
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

    /// Performs the three steps.
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
            // Report the first error; what cannot be undone now, the next build repairs.
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

    /// The files that a killed build left where nothing links to them, and that this build does not write
    /// either.
    private var leftUnlinked: [RelativePath] {
        let unlinked = found?.unlinked ?? []
        return unlinked.isEmpty ? [] : SortedPaths(ones: plan.paths, others: unlinked).onlyInOthers
    }
}
