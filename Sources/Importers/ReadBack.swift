import Diagnostics
import Records
import StatusModel

/// A reader of the written records that works like a build, so that no record is written that a build would refuse.
struct ReadBack {
    private let configuration: Configuration?
    private let reader: RecordReader?
    private let diagnostics: [Diagnostic]
    private let site: SiteDescription

    /// - Parameters:
    ///   - records: the paths of all records.
    ///   - statusFile: the site's `status.yml`, or the one that is going to be written.
    ///   - site: the site that the import would write to `status.yml`.
    init(of records: [String], by statusFile: SourceFile, site: SiteDescription) {
        self.site = site
        let findings = Findings()
        configuration = Configuration(reading: statusFile, into: findings)
        diagnostics = findings.errors
        reader = configuration.map {
            RecordReader(configuration: $0, index: RecordIndex(paths: records), now: .distantFuture)
        }
    }

    /// Returns the reasons why a build would refuse the record or read it differently; empty if it would not.
    func mistakes(in file: Imported.File, of record: RecordDescription) -> [String] {
        let lines = missingLines(of: record)
        guard lines.isEmpty else { return lines }
        let parsed = reader?.read(SourceFile(path: file.path, bytes: file.bytes))
        let found = parsed?.diagnostics.filter { $0.severity == .error } ?? diagnostics
        guard found.isEmpty else { return found.map(Self.mistake) }
        guard let configuration, let read = parsed?.record else { return [] }
        return difference(of: read, from: record, on: configuration.page).map { [$0] } ?? []
    }
}

private extension ReadBack {
    /// Returns how the record that a build reads differs from the intended one.
    ///
    /// For example, unclosed code would include the updates after it, and a text that is read as a phase or a trailer
    /// would change the record.
    func difference(
        of read: Record,
        from record: RecordDescription,
        on page: StatusPage
    ) -> String? {
        let hasUpdates =
            read.updates.count == record.updates.count
            && zip(read.updates, record.updates).allSatisfy { $0.isWhatWasMeant(by: $1) }
        guard hasUpdates else { return "the record would not have the same updates" }
        guard read.title.trimmingBlanks == record.title.trimmingBlanks else {
            return "the record would have a different title"
        }
        guard (read.postMortem == nil) == (record.postMortem == nil),
            read.postMortem?.publishedOn == record.postMortem?.publishedOn,
            read.postMortem?.visibility ?? .public == .public
        else { return "the record would not have the same post-mortem" }
        return SourceState(of: read, on: page).difference(from: record.state(on: configuration), on: page)
    }

    static func mistake(_ diagnostic: Diagnostic) -> String {
        let place = diagnostic.location
        return
            """
            the record would have an error: \(diagnostic.message) \
            (\(place.path):\(place.line):\(place.column))
            """
    }

    /// Returns the entries that `status.yml` lacks for the record, each with the line to paste.
    func missingLines(of record: RecordDescription) -> [String] {
        guard let configuration else { return [] }
        let ids = record.components.map(\.id) + record.updates.flatMap { $0.components.map(\.id) }
        var (lines, seen) = ([String](), Set<String>())
        for id in ids where seen.insert(id).inserted && !configuration.hasComponent(id) {
            guard let component = site.components.first(where: { $0.id == id }) else { continue }
            lines.append(
                "`status.yml` has no component `\(id)`: add this under `components`, and import again: "
                    + "- \(SiteWriter.line(of: component))"
            )
        }
        if case .incident(let level, _, _) = record.kind, !configuration.hasSeverity(level),
            let severity = site.severities.first(where: { $0.level == level })
        {
            lines.append(
                "`status.yml` has no severity `\(level)`: add this under `severities`, highest first, "
                    + "and import again: \(SiteWriter.line(of: severity))"
            )
        }
        return lines
    }
}

private extension Configuration {
    func hasComponent(_ name: String) -> Bool { (try? component(called: name)) != nil }

    func hasSeverity(_ name: String) -> Bool { (try? severity(called: name)) != nil }
}

private extension Update {
    func isWhatWasMeant(by description: UpdateDescription) -> Bool {
        self.at == description.at && self.keepsPhase == (description.phase == nil)
            && (self.keepsPhase || self.phase == description.phase)
    }
}

private extension RecordDescription {
    /// Returns the state in the source, with the ids that the site has for the components.
    func state(on configuration: Configuration?) -> SourceState {
        var state = state
        state.components = Set(
            state.components.map { id in
                let index = configuration.flatMap { try? $0.component(called: id) }
                return index.flatMap { configuration?.page.components[$0].id } ?? id
            }
        )
        return state
    }
}
