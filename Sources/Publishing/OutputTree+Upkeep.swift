extension OutputTree {
    /// Writes the manifest, unless the file already holds the same bytes.
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

    /// Returns those of the directories that exist and that can be reached without following a symbolic link.
    ///
    /// Each directory must come before those in it.
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

    /// Deletes the half-written files that killed builds left in the output directory and in the given ones.
    func deleteLeftovers(in directories: [RelativePath]) throws(PublishingError) {
        for name in try names(in: ".", where: OwnFile.isTemporary) { try delete(name) }
        for directory in try existing(directories) {
            for name in try names(in: directory.text, where: OwnFile.isTemporary) {
                try delete(directory.text + "/" + name)
            }
        }
    }
}
