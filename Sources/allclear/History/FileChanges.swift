import StatusModel

/// The changes that a commit made to files, as `git log --raw` lists them.
struct FileChanges: Sendable {
    /// The name of the commit.
    let name: String
    /// The time at which it was added to the history.
    let at: Instant
    /// Its place in the history, with the newest first.
    let place: Int
    /// The changes, in git's order.
    private(set) var changes: [Change] = []

    /// The change of one file.
    struct Change: Equatable, Sendable {
        /// The path before the commit; `nil` if the file is new.
        var former: String?
        /// The path after the commit; `nil` if the file was deleted.
        let path: String?
        let formerBlob: String
        let blob: String

        /// Whether the commit moved the file to another path.
        var isMove: Bool { former != nil && path != nil && former != path }
    }
}

extension FileChanges {
    /// - Parameter line: a line such as `1f3a… 1767340800`.
    init(_ line: ArraySlice<UInt8>, place: Int) {
        let words = line.words
        name = words.first ?? ""
        at = Instant(seconds: words.last.flatMap { Int($0) } ?? 0)
        self.place = place
    }

    /// Adds a change: `:100644 100644 OLD NEW M`, followed by the path; for a rename or a copy, by the former path
    /// and then the path.
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

    /// The changes, in which files that took over each other's paths are moves.
    ///
    /// Git lists each of these as changed in place.
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
        // A source that occurs twice means a copy next to its original, not a move: keep the changes as git lists them.
        let sources = followed.compactMap(\.former)
        return Set(sources).count == sources.count ? followed : changes
    }
}

extension ArraySlice<UInt8> {
    fileprivate var words: [String] {
        split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
    }
}
