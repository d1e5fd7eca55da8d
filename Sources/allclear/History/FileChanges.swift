import StatusModel

/// What a commit did to files, as `git log --raw` lists it.
struct FileChanges: Sendable {
    /// The commit.
    let name: String
    /// When it was put into the history.
    let at: Instant
    /// Its place in the history, the newest first.
    let place: Int
    /// In git's order.
    private(set) var changes: [Change] = []

    /// What it did to one file.
    struct Change: Equatable, Sendable {
        /// The path before; `nil` if the file is new.
        var former: String?
        /// The path since; `nil` if the file is gone.
        let path: String?
        let formerBlob: String
        let blob: String

        /// Whether the file has another path than before.
        var isMove: Bool { former != nil && path != nil && former != path }
    }
}

extension FileChanges {
    /// - Parameter line: as in `1f3a… 1767340800`.
    init(_ line: ArraySlice<UInt8>, place: Int) {
        let words = line.words
        name = words.first ?? ""
        at = Instant(seconds: words.last.flatMap { Int($0) } ?? 0)
        self.place = place
    }

    /// Takes a change: `:100644 100644 OLD NEW M`, and its path behind it; of a rename or a copy, the former path and then
    /// the path.
    mutating func take(_ line: ArraySlice<UInt8>, _ nextPath: () -> String?) {
        let words = line.words
        guard words.count == 5, let kind = words[4].utf8.first, let path = nextPath() else { return }
        let change = { Change(former: $0, path: $1, formerBlob: words[2], blob: words[3]) }
        switch kind {
        case UInt8(ascii: "A"): changes.append(change(nil, path))
        case UInt8(ascii: "D"): changes.append(change(path, nil))
        case UInt8(ascii: "R"): changes.append(change(path, nextPath()))
        case UInt8(ascii: "C"): changes.append(change(nil, nextPath()))
        default: changes.append(change(path, path))
        }
    }

    /// The changes with files that took over each other's paths. Git says of these that each was changed where it lies.
    var followed: [Change] {
        guard changes.count > 1 else { return changes }
        let formers = Dictionary(changes.compactMap { one in one.former.map { (one.formerBlob, $0) } }) {
            first, _ in first
        }
        let followed = changes.map { change in
            guard change.path != nil, change.blob != change.formerBlob, let former = formers[change.blob]
            else { return change }
            var moved = change
            moved.former = former
            return moved
        }
        // A copy beside its original came from nowhere.
        let sources = followed.compactMap(\.former)
        return Set(sources).count == sources.count ? followed : changes
    }
}

extension ArraySlice<UInt8> {
    fileprivate var words: [String] {
        split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
    }
}
