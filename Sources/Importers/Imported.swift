import Diagnostics
import Records
import StatusModel

/// A site of another tool as records, with an account of every file.
public struct Imported: Sendable {
    /// The records, by path.
    public let records: [File]
    /// `status.yml`.
    public let statusFile: File
    /// What became of each file: what went into `status.yml` first, then by path.
    public let accounts: [FileAccount]

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
    public var hasRefusals: Bool { accounts.contains { $0.outcome == .refused } }

    init(writing harvest: Harvest) {
        statusFile = File(path: "status.yml", bytes: Array(SiteWriter(harvest.site).text.utf8))
        let proof = ReadBack(statusFile: statusFile, records: harvest.findings.compactMap(\.recordPath))
        var (records, accounts, owners) = ([File](), [FileAccount](), [String: String]())
        for finding in harvest.findings {
            var remarks = finding.remarks
            let outcome = finding.settled(
                against: &owners,
                proof: proof,
                records: &records,
                remarks: &remarks
            )
            accounts.append(
                FileAccount(path: finding.path, part: finding.part, outcome: outcome, remarks: remarks)
            )
        }
        self.records = records.sorted { $0.path < $1.path }
        self.accounts = accounts
    }
}

private extension Finding {
    var recordPath: String? {
        if case .record(let record) = outcome { record.path } else { nil }
    }

    /// Writes the record, unless another one has its address or it would not be read as it was meant.
    func settled(
        against owners: inout [String: String],
        proof: ReadBack,
        records: inout [Imported.File],
        remarks: inout [Remark]
    ) -> FileAccount.Outcome {
        switch outcome {
        case .refused: return .refused
        case .settings: return .settings
        case .notARecord(let reason): return .notARecord(reason)
        case .record(let record):
            let slug = RecordIndex.slug(ofPath: record.path)
            if let owner = owners[slug] {
                remarks = [Remark("its page would be that of `\(owner)`", at: record.place)]
                return .refused
            }
            let file = Imported.File(path: record.path, bytes: Array(RecordWriter(record).text.utf8))
            let mistakes = proof.mistakes(in: file, of: record)
            guard mistakes.isEmpty else {
                remarks += mistakes.map { Remark($0, at: record.place) }
                return .refused
            }
            owners[slug] = path
            records.append(file)
            return .imported(file.path)
        }
    }
}

/// Reads what was written as a build will: no record is handed over that would be refused there.
private struct ReadBack {
    private let reader: RecordReader?
    private let diagnostics: [Diagnostic]

    init(statusFile: Imported.File, records: [String]) {
        var diagnostics: [Diagnostic] = []
        let file = SourceFile(path: statusFile.path, bytes: statusFile.bytes)
        let configuration = Configuration(reading: file, into: &diagnostics)
        self.diagnostics = diagnostics.filter { $0.severity == .error }
        reader = configuration.map {
            RecordReader(configuration: $0, index: RecordIndex(paths: records), now: .distantFuture)
        }
    }

    func mistakes(in file: Imported.File, of record: RecordDescription) -> [String] {
        let parsed = reader?.read(SourceFile(path: file.path, bytes: file.bytes))
        let found = parsed?.diagnostics.filter { $0.severity == .error } ?? diagnostics
        guard found.isEmpty else { return found.map(Self.mistake) }
        guard let read = parsed?.content?.record else { return [] }
        // A text that is not closed would take in the updates behind it.
        let isWhole =
            read.updates.map(\.at) == record.updates.map(\.at)
            && (read.postMortem == nil) == (record.postMortem == nil)
        return isWhole ? [] : ["as a record it would not have the updates that it has"]
    }

    private static func mistake(_ diagnostic: Diagnostic) -> String {
        let place = diagnostic.location
        return
            "as a record it would be wrong: \(diagnostic.message) (\(place.path):\(place.line):\(place.column))"
    }
}

private extension ParsedRecord.Content {
    var record: Record {
        switch self {
        case .incident(let incident): incident.record
        case .maintenance(let window): window.record
        case .notice(let notice): notice.record
        }
    }
}
