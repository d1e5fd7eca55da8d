import Diagnostics
import Records
import StatusModel

/// The former versions of a series, with what each announced while it was the newest.
struct SeriesPast {
    private let versions: [Version]

    private struct Version {
        let series: Series
        /// When it was the newest.
        let range: TimeRange

        /// The windows of a series that began while this version was the newest.
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
                reader.read(SourceFile(path: version.path, bytes: bytes)).record?.series
            }
            .map { Version(series: $0, range: TimeRange(from: version.at, to: end)) }
        }
    }
}

extension SeriesPast {
    /// What of the series is other than was announced.
    enum Change: Equatable {
        case rule
        case window(Day)
    }

    /// What of the series is other now; `nil` if nothing is that has begun.
    func change(to present: Series) -> Change? {
        guard let base = versions.first(where: { !$0.begun(of: $0.series).isEmpty })?.series.rule else {
            return nil
        }
        guard present.rule.recurs(like: base) else { return .rule }
        for version in versions where version.series.rule.recurs(like: base) {
            let (before, after) = (version.begun(of: version.series), version.begun(of: present))
            let other = Set(before).symmetricDifference(after)
            if let day = other.map(\.day).min() { return .window(day) }
        }
        return nil
    }
}

extension Series.Rule {
    /// Whether both recur on the same days at the same times, however long.
    fileprivate func recurs(like other: Series.Rule) -> Bool {
        var rule = self
        rule.lastDay = other.lastDay
        return rule == other
    }
}

extension CheckedSite.ChangedSeries {
    /// The series of a site that are other than their history announced windows that have begun; none if git does not know.
    static func all(
        of parsed: [ParsedRecord], in source: RecordEdits.Source, by sources: SiteSources, at now: Instant
    ) throws(GitError) -> [CheckedSite.ChangedSeries] {
        let records = parsed.compactMap(\.record).filter { $0.series != nil }
        guard !records.isEmpty, let reader = sources.reader, case .git(let reading, _) = source,
            case .success(let log) = reading.value
        else { return [] }
        let versions = records.flatMap { log.versions[$0.path] ?? [] }
        let contents = try sources.files.git.contents(of: Set(versions.map(\.blob)).sorted())
        return records.compactMap { record in
            let past = SeriesPast(log.versions[record.path] ?? [], contents, by: reader, until: now)
            guard let series = record.series, let change = past.change(to: series),
                let file = sources.files.record(record.path)
            else { return nil }
            let place = reader.placeOfMaintenance(in: file)
            if case .window(let day) = change { return CheckedSite.ChangedSeries(at: place, day: day) }
            return CheckedSite.ChangedSeries(at: place, day: nil)
        }
    }
}
