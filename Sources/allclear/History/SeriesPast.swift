import Diagnostics
import Records
import StatusModel

/// The former versions of a series or of a single window, with what each announced while it was the newest.
struct SeriesPast {
    private let versions: [Version]

    private struct Version {
        /// The series; `nil` if the maintenance does not recur.
        let series: Series?
        /// The planned starts of its windows; none if it is not maintenance.
        let starts: [Instant]
        /// The time during which it was the newest.
        let range: TimeRange

        /// Whether a window began while this version was the newest.
        var hasBegun: Bool { starts.contains { range.contains($0) } }

        /// Returns the windows of a series that began while this version was the newest.
        func begun(of series: Series) -> [Series.Window] {
            series.windows.filter { range.contains($0.range.from) }
        }
    }

    /// - Parameter versions: those of the record's file, the newest first.
    init(
        _ versions: [VersionLog.Version], _ contents: [String: [UInt8]], by reader: RecordReader,
        until now: Instant
    ) {
        let ends = [now] + versions.map(\.at)
        self.versions = zip(versions, ends).reversed().compactMap { version, end in
            contents[version.blob].flatMap { bytes in
                reader.read(SourceFile(path: version.path, bytes: bytes)).record
            }
            .map {
                Version(
                    series: $0.series, starts: $0.starts, range: TimeRange(from: version.at, to: end))
            }
        }
    }
}

extension SeriesPast {
    typealias Change = CheckedSite.ChangedSeries.Change

    /// Returns the first change to windows that have begun, or `nil` if there is none.
    ///
    /// - Parameter present: the present series of the record; `nil` if it does not recur.
    func change(to present: Series?) -> Change? {
        guard let first = versions.first(where: \.hasBegun) else { return nil }
        guard let base = first.series?.rule else { return present.map { _ in .beganAlone } }
        guard let present else { return .recursNoMore }
        guard present.rule.recurs(like: base) else { return .rule }
        for version in versions {
            guard let series = version.series, series.rule.recurs(like: base) else { continue }
            let other = Set(version.begun(of: series)).symmetricDifference(version.begun(of: present))
            if let day = other.map(\.day).min() { return .window(day) }
        }
        return nil
    }
}

extension Series.Rule {
    /// Whether both recur on the same days at the same times, whatever their length.
    fileprivate func recurs(like other: Series.Rule) -> Bool {
        var rule = self
        rule.lastDay = other.lastDay
        return rule == other
    }
}

extension Record {
    /// The starts of its windows; none if it is not maintenance, or was cancelled before it began.
    fileprivate var starts: [Instant] {
        guard self.kind == .maintenance else { return [] }
        if let series = self.series { return series.windows.map(\.range.from) }
        return self.neverRan ? [] : [begins]
    }
}

extension CheckedSite.ChangedSeries {
    /// Returns the series of a site whose windows, as far as they have begun, differ from those that its history
    /// announced; none if git does not know.
    ///
    /// Former maintenance may be a notice now. Incidents are left out, because reading all versions of all of them
    /// takes too long.
    static func all(
        of parsed: [ParsedRecord], in source: RecordEdits.Source, by sources: SiteSources, at now: Instant
    ) throws(GitError) -> [CheckedSite.ChangedSeries] {
        guard let reader = sources.reader, case .git(let reading, _) = source else { return [] }
        let records = parsed.compactMap(\.record).filter { $0.kind != .incident }
        guard !records.isEmpty, case .success(let log) = reading.value else { return [] }
        let versions = records.flatMap { log.versions[$0.path] ?? [] }
        let contents = try sources.files.git.contents(of: Set(versions.map(\.blob)).sorted())
        return records.compactMap { record in
            let versions = log.versions[record.path] ?? []
            guard record.series != nil || versions.contains(where: { contents[$0.blob]?.mayRecur ?? false })
            else { return nil }
            let past = SeriesPast(versions, contents, by: reader, until: now)
            guard let change = past.change(to: record.series), let file = sources.files.record(record.path)
            else { return nil }
            return CheckedSite.ChangedSeries(at: reader.placeOfMaintenance(in: file), change)
        }
    }
}

extension [UInt8] {
    /// Whether the record may have a rule: if not, its file need not be parsed.
    fileprivate var mayRecur: Bool { contains(Array("repeat".utf8)) }
}
