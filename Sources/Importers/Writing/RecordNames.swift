import StatusModel

/// The records' ids: the day and the title. Of the same name on the same day all but the first bear the source's
/// own, too.
struct RecordNames {
    private let zone: Zone
    private var taken: Set<String> = []

    init(zone: Zone) {
        self.zone = zone
    }

    mutating func name(for title: String, startedAt: Instant, id: String?) -> String {
        let name = [zone.day(of: startedAt).description, Self.words(of: title)].filter { !$0.isEmpty }
            .joined(separator: "-")
        if taken.insert(name).inserted { return name }
        let other = name + "-" + (id.map(Self.words) ?? "\(taken.count)")
        taken.insert(other)
        return other
    }

    /// A file's name as a record's id: a build passes over names that begin with `_` or `.`, and over `README.md`.
    static func readable(_ name: Substring) -> String {
        let id = name.onOneLine.drop { "_.".contains($0) }
        if id.isEmpty { return "issue" }
        return id.lowercased() == "readme" ? "readme-1" : beginning(of: id, upTo: 200)
    }

    private static let longest = 80

    /// Letters and digits, what stands between them made one dash; no more than a file's name can bear.
    private static func words(of title: String) -> String {
        let words = title.lowercased().split { !($0.isLetter || $0.isNumber) }
        var name = ""
        for word in words {
            guard name.utf8.count + word.utf8.count < longest else { break }
            name += (name.isEmpty ? "" : "-") + word
        }
        return name.isEmpty ? beginning(of: words.first ?? "") : name
    }

    /// What a file's name has room for, with what a build adds to it: some scripts have no blanks between words.
    private static func beginning(of word: Substring, upTo limit: Int = longest) -> String {
        var name = ""
        for character in word where name.utf8.count < limit { name.append(character) }
        return name
    }
}
