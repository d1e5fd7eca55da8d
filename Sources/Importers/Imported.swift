import Diagnostics
import Records
import StatusModel

/// A site of another tool as records, with the result for every file.
public struct Imported: Sendable {
    /// The records, by path.
    public let records: [File]
    /// `status.yml`.
    public let statusFile: File
    /// What became of each file: what went into `status.yml` first, then by path.
    public let results: [FileResult]
    /// Whether nothing of it may be written: the settings were refused, or everything was.
    public let isRefused: Bool

    /// A file to write.
    public struct File: Hashable, Sendable {
        /// Its path from the site's folder, as in `incidents/2026-01-02-slow.md`.
        public let path: String
        /// What it holds.
        public let bytes: [UInt8]
    }
}

extension Imported {
    /// Whether any file could not become a record.
    public var hasRefusals: Bool { results.contains { $0.outcome == .refused } }

    /// - Parameters:
    ///   - standing: the `status.yml` that the records are to be read by, where there is one already.
    ///   - step: is called for each finding that is settled.
    init(writing harvest: Harvest, for standing: SourceFile?, step: () -> Void) {
        var harvest = harvest
        harvest.dropIDsThatCannotStay()
        harvest.dropWhatIsRefused()
        statusFile = File(path: "status.yml", bytes: Array(SiteWriter(harvest.site).text.utf8))
        let proof = ReadBack(
            of: harvest.findings.compactMap(\.recordPath),
            by: standing ?? SourceFile(path: statusFile.path, bytes: statusFile.bytes),
            site: harvest.site
        )
        var records: [File] = []
        var results: [FileResult] = []
        var addresses = Addresses(of: harvest.findings.compactMap(\.recordPath))
        for finding in harvest.findings {
            var remarks = finding.remarks
            let outcome = finding.settled(
                at: &addresses,
                proof: proof,
                records: &records,
                remarks: &remarks
            )
            results.append(
                FileResult(path: finding.path, part: finding.part, outcome: outcome, remarks: remarks)
            )
            step()
        }
        self.records = records.sorted { $0.path < $1.path }
        self.results = results
        isRefused =
            harvest.findings.contains(where: \.isOfRefusedSettings)
            || records.isEmpty && results.contains { $0.outcome == .refused }
    }
}

private extension Harvest {
    /// Leaves out what `status.yml` cannot say, and tells of it where the settings stand.
    mutating func dropWhatIsRefused() {
        let dropped = site.dropWhatIsRefused()
        guard let place = settingsPlace else { return }
        let path = findings[place].path
        let start = SourceLocation.top(of: path)
        findings[place].remarks += dropped.map {
            Remark("\($0) is not valid in `status.yml`, so it is left out", at: start)
        }
    }
}

private extension Finding {
    var isOfRefusedSettings: Bool { if case .refusedSettings = outcome { true } else { false } }

    var recordPath: String? {
        if case .record(let record) = outcome { record.path } else { nil }
    }

    /// Writes the record, unless another one has its address or it would not be read as it was meant.
    func settled(
        at addresses: inout Addresses,
        proof: ReadBack,
        records: inout [Imported.File],
        remarks: inout [Remark]
    ) -> FileResult.Outcome {
        switch outcome {
        case .refused, .refusedSettings: return .refused
        case .settings: return .settings
        case .notARecord(let reason): return .notARecord(reason)
        case .record(var record):
            if let owner = addresses.owner(of: record) {
                remarks = [Remark("its page would have the same address as `\(owner)`", at: record.place)]
                return .refused
            }
            remarks += addresses.takeAliases(of: &record, from: path)
            let file = Imported.File(path: record.path, bytes: Array(RecordWriter(record).text.utf8))
            let mistakes = proof.mistakes(in: file, of: record)
            guard mistakes.isEmpty else {
                remarks += mistakes.map { Remark($0, at: record.place) }
                return .refused
            }
            addresses.add(record, from: path)
            records.append(file)
            return .imported(file.path)
        }
    }
}

/// Which address belongs to which file.
private struct Addresses {
    /// Those that records want for their own pages.
    private let wanted: Set<String>
    private var owners: [String: String] = [:]

    init(of paths: [String]) {
        wanted = Set(paths.map(RecordIndex.slug(ofPath:)))
    }

    /// The file whose record has the address already.
    func owner(of record: RecordDescription) -> String? { owners[RecordIndex.slug(ofPath: record.path)] }

    mutating func add(_ record: RecordDescription, from file: String) {
        owners[RecordIndex.slug(ofPath: record.path)] = file
    }

    /// Leaves out aliases that are another record's address: front matter is copied, with all that it holds.
    mutating func takeAliases(of record: inout RecordDescription, from file: String) -> [Remark] {
        let own = RecordIndex.slug(ofPath: record.path)
        var remarks: [Remark] = []
        record.aliases.removeAll { alias in
            let slug = RecordIndex.slug(ofPath: alias)
            guard slug != own, wanted.contains(slug) || owners[slug] != nil else {
                owners[slug] = file
                return false
            }
            remarks.append(
                Remark("the alias `\(alias)` belongs to another record, so it is left out", at: record.place)
            )
            return true
        }
        return remarks
    }
}
