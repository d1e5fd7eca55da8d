import Diagnostics
import Records
import StatusModel

/// The addresses that a site's records have or had, found without reading the records.
///
/// Aliases are found by their bytes; a record is read where these do not tell.
struct RecordAddresses {
    /// The paths of the records, by each of their addresses.
    private let paths: [String: [String]]

    init(of records: [String], in files: SiteFolder, by reader: RecordReader) {
        let aliases = records.concurrentMap { path -> [String] in
            guard let file = files.record(path) else { return [] }
            return file.plainAliases ?? reader.read(file).record?.aliases ?? []
        }
        var paths: [String: [String]] = [:]
        for (path, aliases) in zip(records, aliases) {
            for slug in Set(aliases + [RecordIndex.slug(ofPath: path)]) {
                paths[slug, default: []].append(path)
            }
        }
        self.paths = paths
    }

    /// All of the addresses.
    var all: Set<String> { Set(paths.keys) }

    /// The paths of the records that have one of the record's addresses, or that it leads to.
    func paths(concerning record: ParsedRecord) -> Set<String> {
        Set(record.addresses.flatMap { paths[$0] ?? [] })
    }
}
