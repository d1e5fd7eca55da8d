import Diagnostics
import Records
import StatusModel

/// The addresses that a site's records have or had, found without reading the records.
///
/// Present addresses are the names of the files. Former ones are found in the files' bytes when they are first
/// requested; a record is read only if its bytes are not conclusive.
struct RecordAddresses {
    private let records: [String]
    private let former: Lazy<[[String]]>

    init(of records: [String], in files: SiteFolder, by reader: RecordReader) {
        self.records = records
        former = Lazy {
            records.concurrentMap { path in
                guard let file = files.record(path) else { return [] }
                return file.plainAliases ?? reader.read(file).record?.aliases ?? []
            }
        }
    }

    /// The former addresses of each record.
    var formerIDs: [[String]] { former.value }

    /// All addresses, present and former.
    var all: Set<String> { Set(records.map(RecordIndex.slug)).union(former.value.joined()) }

    /// Returns the paths of the records that this one links to, and of those that share one of its addresses.
    ///
    /// Ignores a record whose former address is this file's name: someone editing the record cannot change that.
    /// `new` avoids it and `check` reports it.
    func paths(concerning record: ParsedRecord) -> Set<String> {
        let aliases = Set(record.record?.aliases ?? [])
        let current = record.destinations.union(aliases).union([record.slug])
        let concerned = Set(records.filter { current.contains(RecordIndex.slug(ofPath: $0)) })
        guard !aliases.isEmpty else { return concerned }
        return concerned.union(zip(records, former.value).filter { !aliases.isDisjoint(with: $1) }.map(\.0))
    }
}
