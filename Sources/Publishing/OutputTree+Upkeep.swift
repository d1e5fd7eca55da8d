extension OutputTree {
    /// Writes the manifest, unless it stands there already as it is.
    func record(_ manifest: Manifest) throws(PublishingError) {
        let bytes = manifest.bytes
        let material = try Material(.rendered { bytes })
        guard try !file(OwnFile.manifest, holds: material) else { return }
        let waiting = OwnFile.temporary("manifest")
        try create(waiting, holding: material)
        do throws(PublishingError) {
            try rename(waiting, to: OwnFile.manifest)
        } catch {
            try? delete(waiting)
            throw error
        }
    }

    /// Those of the directories that are there, and that no symbolic link is on the way to.
    ///
    /// Each directory must stand before those in it.
    func existing(_ directories: [RelativePath]) throws(PublishingError) -> [RelativePath] {
        var existing: [RelativePath] = []
        var known: Set<RelativePath> = []
        for directory in directories where directory.parent.map(known.contains) ?? true {
            guard try entry(at: directory.text) == .directory else { continue }
            existing.append(directory)
            known.insert(directory)
        }
        return existing
    }

    /// Deletes what killed builds left half written in the output directory and in these below it.
    func deleteLeftovers(in directories: [RelativePath]) throws(PublishingError) {
        for name in try names(in: ".", where: OwnFile.isTemporary) { try delete(name) }
        for directory in try existing(directories) {
            for name in try names(in: directory.text, where: OwnFile.isTemporary) {
                try delete(directory.text + "/" + name)
            }
        }
    }
}
