/// What stands in the output directory where a plan wants to write, before anything is touched.
struct Survey: Sendable {
    /// What a path of the plan meets: nothing; a file that a killed build left and that no page leads to;
    /// or a file that readers come to.
    enum Place: Sendable { case vacant, unlinked, taken }

    /// What each path of the plan meets, in the plan's order.
    private(set) var places: [Place] = []
    /// The plan's directories that are not there; each stands before those in it.
    private(set) var missingDirectories: [RelativePath] = []
    /// The plan's paths where something stands that no build has written.
    private(set) var foreign: [RelativePath] = []

    /// Looks at every path of the plan. What cannot be replaced by the right kind of thing is an error.
    init(of tree: OutputTree, for plan: Plan, given manifest: Manifest) throws(PublishingError) {
        missingDirectories = try Survey.missing(from: plan.directories, in: tree)
        let missing = Set(missingDirectories)
        let unlinked = Set(manifest.unlinked)
        let isOurs = SortedPaths(ones: plan.paths, others: manifest.paths).isInOthers
        places.reserveCapacity(plan.paths.count)
        for (path, isOurs) in zip(plan.paths, isOurs) {
            if !missing.isEmpty, let parent = path.parent, missing.contains(parent) {
                places.append(.vacant)
                continue
            }
            let entry = try tree.entry(at: path.text)
            if entry == .directory { throw .directoryInPlaceOfFile(path.text) }
            // Builds write plain files alone: anything else in the place of one is somebody's doing.
            if entry != .nothing, !isOurs || entry != .file { foreign.append(path) }
            let isUnfinished = !unlinked.isEmpty && unlinked.contains(path) && entry == .file
            places.append(entry == .nothing ? .vacant : isUnfinished ? .unlinked : .taken)
        }
    }
}

extension Survey {
    /// The plan's paths that no reader comes to yet.
    func unlinked(of plan: Plan) -> [RelativePath] {
        zip(plan.paths, places).compactMap { $1 == .taken ? nil : $0 }
    }

    private static func missing(
        from directories: [RelativePath],
        in tree: OutputTree
    ) throws(PublishingError) -> [RelativePath] {
        var missing: [RelativePath] = []
        for directory in directories {
            switch try tree.entry(at: directory.text) {
            case .nothing: missing.append(directory)
            case .directory: continue
            case .symbolicLink: throw .symbolicLink(directory.text)
            case .file, .other: throw .fileInPlaceOfDirectory(directory.text)
            }
        }
        return missing
    }
}
