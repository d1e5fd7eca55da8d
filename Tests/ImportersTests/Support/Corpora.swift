import Diagnostics
import Foundation
import StatusModel
import Testing

@testable import Importers
@testable import Records

/// Other teams' files, beside the project.
enum Corpora {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "shared/corpora")
    static let areThere = FileManager.default.fileExists(atPath: folder.path)
    static let absence: Comment = "the corpora are not beside the project, at ../shared/corpora"

    static func files(of name: String) throws -> [SourceFile] {
        let root = folder.appending(path: name)
        let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
        return try paths.sorted().compactMap { path in
            var isFolder: ObjCBool = false
            let file = root.appending(path: path)
            guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder),
                !isFolder.boolValue
            else { return nil }
            return SourceFile(path: path, bytes: Array(try Data(contentsOf: file)))
        }
    }

    /// The records as a build reads them; fails on any error.
    static func site(of imported: Imported) throws -> StatusPage {
        let diagnostics = Findings()
        let settings = SourceFile(path: imported.statusFile.path, bytes: imported.statusFile.bytes)
        let configuration = try #require(Configuration(reading: settings, into: diagnostics))
        let reader = RecordReader(
            configuration: configuration,
            index: RecordIndex(paths: imported.records.map(\.path)),
            now: .distantFuture
        )
        let records = imported.records.map { reader.read(SourceFile(path: $0.path, bytes: $0.bytes)) }
        let assembly = SiteAssembly(of: records, configuration: configuration, into: diagnostics)
        #expect(diagnostics.errors == [])
        return assembly.page
    }
}
