import Alerts
import Diagnostics

/// The ledger of alerts in a site's folder, with one file for each month.
struct LedgerFiles {
    /// The ledger, including what has been added since it was read.
    var ledger = AlertLedger()
    private let folder: String
    private let standing: [String: SourceFile]

    /// Reads the ledger, unless it has broken rows, which would be lost when it is written.
    init(of site: AuthoredSite) throws {
        folder = site.folder
        let found = Findings()
        let files = SiteFolder(folder).ledgers(into: found)
        for file in files { ledger.read(file, reporting: found) }
        standing = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
        guard !found.hasErrors else {
            throw CommandError(
                "the ledger of alerts cannot be read", outcome: .nothingWritten, found.all.inOrder)
        }
    }

    /// Writes the months that differ from what was read.
    ///
    /// - Returns: the paths of the files.
    func write(in site: AuthoredSite) throws -> [String] {
        var written: [String] = []
        for (path, bytes) in ledger.files where standing[path]?.bytes != bytes {
            if let former = standing[path] {
                try site.replace(former, with: SourceFile(path: path, bytes: bytes))
            } else {
                do {
                    try CarefulWriting.create(path, in: folder, with: bytes)
                } catch { throw CommandError(error, of: site.place(of: path)) }
            }
            written.append(path)
        }
        return written
    }
}

extension AlertLedger {
    /// The names of all records that the rows name.
    var recordNames: Set<String> { Set(episodes.compactMap(\.record?.fileName)) }
}

extension AlertRecord {
    /// The record's file name, or `nil` if the record was declined.
    var fileName: String? {
        if case .file(let name) = self { name } else { nil }
    }
}
