import Diagnostics
import Importers
import Records
import StatusModel

/// Files of another tool that are imported twice.
///
/// A byte 0x1C separates the settings from the file with the incident.
struct ImportedSite {
    private let format: ImportFormat
    private let files: [SourceFile]

    init(_ bytes: [UInt8], as format: ImportFormat) {
        self.format = format
        let parts = bytes.split(separator: 0x1C, maxSplits: 1, omittingEmptySubsequences: false)
        let settings = parts.count > 1 ? Array(parts[0]) : Array(format.sampleSettings.text.utf8)
        files = [
            SourceFile(path: format.sampleSettings.path, bytes: settings),
            SourceFile(path: format.incidentPath, bytes: Array(parts.last ?? [])),
        ]
    }

    var violations: [String] {
        let (imported, again) = (format.imported(from: files), format.imported(from: files))
        guard let imported, let again else { return [] }
        var violations = imported.results.flatMap { result in
            files.flatMap { result.remarks.map(\.location).outside(of: $0) }
        }
        if imported.records != again.records || imported.statusFile != again.statusFile {
            violations.append("the second import writes other files")
        }
        return imported.isRefused ? violations : violations + mistakes(in: imported)
    }

    /// Returns the mistakes that `check` finds in what `import` writes.
    private func mistakes(in imported: Imported) -> [String] {
        let found = Findings()
        let settings = SourceFile(path: imported.statusFile.path, bytes: imported.statusFile.bytes)
        guard let configuration = Configuration(reading: settings, into: found) else {
            return found.all.map { "status.yml: \($0.message)" }
        }
        let index = RecordIndex(paths: imported.records.map(\.path))
        let reader = RecordReader(configuration: configuration, index: index, now: .distantFuture)
        let records = imported.records.map { reader.read(SourceFile(path: $0.path, bytes: $0.bytes)) }
        let assembly = SiteAssembly(of: records, configuration: configuration, into: found)
        return found.errors.map { "\($0.location.path): \($0.message)" }
            + RenderedSite(of: assembly.page).violations
    }
}

extension ImportFormat {
    fileprivate var incidentPath: String {
        switch self {
        case .cstate: "content/issues/issue.md"
        case .statusfy: "content/incident.md"
        case .statuspage: "incidents.json"
        case .upptime: "history/issues.json"
        }
    }

    fileprivate var sampleSettings: (path: String, text: String) {
        switch self {
        case .cstate:
            (
                "config.yml",
                "title: Harbour\nbaseURL: https://harbour.example\nparams:\n  systems:\n"
                    + "    - {name: Web}\n    - {name: Crane API}\n"
            )
        case .statusfy:
            ("locales/en.json", #"{"systems": {"web": {"title": "Web"}, "api": {"title": "API"}}}"#)
        case .statuspage:
            (
                "components.json",
                #"{"page": {"id": "p1", "name": "Harbour", "url": "https://harbour.example"}, "#
                    + #""components": [{"id": "c1", "name": "Web", "status": "operational", "position": 1}]}"#
            )
        case .upptime:
            (
                ".upptimerc.yml",
                "owner: harbour\nrepo: status\nsites:\n  - name: Web\n    url: https://harbour.example\n"
            )
        }
    }
}
