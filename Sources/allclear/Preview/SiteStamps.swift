/// The state of a site's files on disk: equal as long as none is written, added, removed or renamed.
struct SiteStamps: Equatable {
    private let paths: [String]
    private let stamps: [FileStamp]

    init(of folder: String) {
        paths = SiteFolder(folder).sources
        stamps = paths.map { FileStamp(of: folder + "/" + $0) }
    }
}
