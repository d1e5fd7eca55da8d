import Diagnostics
import Records
import StatusModel

/// A site of another tool as records, with the result for every file.
public struct Imported: Sendable {
    /// The records, by path.
    public let records: [File]
    /// `status.yml`.
    public let statusFile: File
    /// The result for each file: first for those that became settings, then by path.
    public let results: [FileResult]
    /// Whether nothing may be written, because the settings or all records were refused.
    public let isRefused: Bool

    /// A file to write.
    public struct File: Hashable, Sendable {
        /// Its path from the site's folder, such as `incidents/2026-01-02-slow.md`.
        public let path: String
        /// The contents.
        public let bytes: [UInt8]
    }
}

extension Imported {
    /// Whether any file could not become a record.
    public var hasRefusals: Bool { results.contains { $0.outcome == .refused } }

    /// - Parameters:
    ///   - standing: the existing `status.yml` by which the records are read, if there is one.
    ///   - step: a function that is called after each finding.
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
    /// Leaves out values that `status.yml` cannot hold, and adds a remark about them at the settings.
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

    /// Writes the record, unless another record has its address or a build would read it differently.
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

/// The addresses with the files that they belong to.
private struct Addresses {
    /// The addresses of the records' own pages.
    private let wanted: Set<String>
    private var owners: [String: String] = [:]

    init(of paths: [String]) {
        wanted = Set(paths.map(RecordIndex.slug(ofPath:)))
    }

    /// Returns the file whose record already has the address.
    func owner(of record: RecordDescription) -> String? { owners[RecordIndex.slug(ofPath: record.path)] }

    mutating func add(_ record: RecordDescription, from file: String) {
        owners[RecordIndex.slug(ofPath: record.path)] = file
    }

    /// Removes aliases that are another record's address, since aliases in front matter are copied unchecked.
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
