import Diagnostics
import Records
import StatusModel
import StatusSite

/// Reads former versions of records as the public could, each with the `status.yml` of its own revision.
struct FormerReader: Sendable {
    private let contents: [String: [UInt8]]
    /// The versions of `status.yml`, the newest first.
    private let settings: [Settings]
    private let index: RecordIndex
    private let publicSlugs: Set<String>

    fileprivate struct Settings: Sendable {
        /// The place in the history of the commit that made this version.
        let place: Int
        /// The configuration, and the page by which records are read; `nil` if it has errors.
        let configuration: Configuration?
        let page: ReadablePage?

        init(
            _ version: VersionLog.Version, _ configuration: Configuration?, today present: StatusPage,
            templates: SiteTemplates?
        ) {
            place = version.place
            self.configuration = configuration
            page = configuration.map { configuration in
                ReadablePage(
                    configuration.page.seen(by: .public, at: version.at), today: present, in: templates)
            }
        }
    }

    /// - Parameters:
    ///   - versions: all versions to read. Git returns them in one run.
    ///   - present: the present page.
    ///   - publicSlugs: the records that the public can see now: links to others become text.
    init(
        of versions: [VersionLog.Version], in git: Git, log: VersionLog, by sources: SiteSources,
        today present: StatusPage, publicSlugs: Set<String>
    ) throws(GitError) {
        let needed = Self.settings(for: versions, in: log)
        let contents = try git.contents(of: Set((versions + needed).map(\.blob)).sorted())
        settings = needed.map { version in
            Settings(
                version, Self.configuration(contents[version.blob], like: sources.configuration),
                today: present, templates: sources.templates)
        }
        self.contents = contents
        // A former version may link to what has been renamed or deleted since.
        let paths = log.paths.union(sources.records)
        index = RecordIndex(
            paths: paths.filter { $0.hasPrefix("incidents/") && SiteFolder.isRecord($0) }.sorted(),
            staticFiles: Set(
                paths.filter { $0.hasPrefix("static/") }.map { String($0.dropFirst("static/".count)) }
            )
            .union(sources.staticFiles.map(\.path)))
        self.publicSlugs = publicSlugs
    }

    /// Returns the record as the public could read it before it was replaced; `nil` if the public could not.
    ///
    /// - Parameter facts: the internal facts of today, to be left out; `nil` to read what the public could read then.
    func readable(
        _ version: VersionLog.Version, until replacedAt: Instant, keepingInside facts: InternalFacts? = nil
    ) -> ReadableRecord? {
        // It was replaced at that instant, so it was last read one second earlier.
        let instant = Instant(seconds: replacedAt.seconds - 1)
        guard let settings = settingsInForce(at: version),
            let configuration = settings.configuration, let readablePage = settings.page,
            let parsed = parsed(version, by: configuration, at: instant, keepingInside: facts)
        else { return nil }
        guard var record = parsed.record, record.kind == .incident else { return nil }
        record.removeLinks(to: parsed.destinations.subtracting(publicSlugs))
        var page = configuration.page
        page.records = [record]
        page = page.seen(by: .public, at: instant)
        return page.records.first.map(readablePage.readable)
    }
}

extension FormerReader {
    /// Returns the revisions that the version names under `withheld`.
    func withheldRevisions(in version: VersionLog.Version) -> [String] {
        guard let configuration = settingsInForce(at: version)?.configuration else { return [] }
        return parsed(version, by: configuration, at: version.at)?.withheldRevisions.map(\.revision) ?? []
    }

    /// Whether the version may report the end of an incident; `false` only if it certainly does not.
    func mayTellOfEnd(_ version: VersionLog.Version) -> Bool {
        guard let bytes = contents[version.blob] else { return false }
        return settingsInForce(at: version)?.configuration?.mayTellOfEnd(bytes) ?? false
    }

    /// Whether a post-mortem is all that the version adds to the former one.
    func adds(postMortemTo former: VersionLog.Version, by version: VersionLog.Version) -> Bool {
        guard let one = contents[former.blob], let other = contents[version.blob] else { return false }
        return settingsInForce(at: version)?.configuration?.adds(postMortemTo: one, in: other) ?? false
    }
}

private extension FormerReader {
    func parsed(
        _ version: VersionLog.Version, by configuration: Configuration, at instant: Instant,
        keepingInside facts: InternalFacts? = nil
    ) -> ParsedRecord? {
        contents[version.blob].map { bytes in
            let reader = RecordReader(configuration: configuration, index: index, now: instant)
            let file = SourceFile(path: version.path, bytes: bytes)
            let parsed = reader.read(file)
            return facts.map { reader.reading(parsed, again: file, keepingInside: $0) } ?? parsed
        }
    }

    /// Returns the settings that applied to the version: those of its commit, or the last ones before.
    func settingsInForce(at version: VersionLog.Version) -> Settings? {
        var (first, end) = (0, settings.count)
        while first < end {
            let middle = (first + end) / 2
            if settings[middle].place < version.place { first = middle + 1 } else { end = middle }
        }
        return first < settings.count ? settings[first] : nil
    }

    /// Returns the versions of `status.yml` that applied to the versions, the newest first.
    static func settings(for versions: [VersionLog.Version], in log: VersionLog) -> [VersionLog.Version] {
        let settings = log.versions["status.yml"] ?? []
        var wanted: [VersionLog.Version] = []
        var rest = settings[...]
        for place in Set(versions.map(\.place)).sorted() {
            rest = rest.drop { $0.place < place }
            if let first = rest.first, wanted.last?.place != first.place { wanted.append(first) }
        }
        return wanted
    }

    static func configuration(_ bytes: [UInt8]?, like present: Configuration?) -> Configuration? {
        guard let bytes else { return nil }
        let found = Findings()
        let configuration = Configuration(reading: SourceFile(path: "status.yml", bytes: bytes), into: found)
        guard let configuration, !found.hasErrors else { return nil }
        return present.map(configuration.speaking(like:)) ?? configuration
    }
}
