/// The contents of the output directory where a plan is going to write, before anything is changed.
struct Survey: Sendable {
    /// The state of a path of the plan: no file; a file that a killed build left and that no page links to;
    /// or a file that readers can reach.
    enum Place: Sendable { case vacant, unlinked, taken }

    /// The state of each path of the plan, in the plan's order.
    private(set) var places: [Place] = []
    /// The plan's directories that do not exist; each comes before those in it.
    private(set) var missingDirectories: [RelativePath] = []
    /// The plan's paths of files that no build has written.
    private(set) var foreign: [RelativePath] = []

    /// Examines every path of the plan.
    ///
    /// - Throws: An error if something of the wrong kind is in the way.
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
            // Builds write only regular files: somebody else put anything else there.
            if entry != .nothing, !isOurs || entry != .file { foreign.append(path) }
            let isUnfinished = !unlinked.isEmpty && unlinked.contains(path) && entry == .file
            places.append(entry == .nothing ? .vacant : isUnfinished ? .unlinked : .taken)
        }
    }
}

extension Survey {
    /// Returns the plan's paths that no reader can reach yet.
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
