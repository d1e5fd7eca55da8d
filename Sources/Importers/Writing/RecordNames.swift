import StatusModel

/// The ids of records, made from the day and the title.
///
/// If several have the same name on the same day, all except the first also contain the id in the source.
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

    /// Returns a file's name as a record's id: a build ignores `README.md` and names that begin with `_` or `.`.
    static func readable(_ name: Substring) -> String {
        let id = name.onOneLine.drop { "_.".contains($0) }
        if id.isEmpty { return "issue" }
        return id.lowercased() == "readme" ? "readme-1" : beginning(of: id, upTo: 200)
    }

    private static let longest = 80

    /// Returns the letters and digits of a title, joined with dashes and cut to fit into a file's name.
    private static func words(of title: String) -> String {
        let words = title.lowercased().split { !($0.isLetter || $0.isNumber) }
        var name = ""
        for word in words {
            guard name.utf8.count + word.utf8.count < longest else { break }
            name += (name.isEmpty ? "" : "-") + word
        }
        return name.isEmpty ? beginning(of: words.first ?? "") : name
    }

    /// Returns as much of a word as fits into a file's name: some scripts have no spaces between words.
    private static func beginning(of word: Substring, upTo limit: Int = longest) -> String {
        var name = ""
        for character in word where name.utf8.count < limit { name.append(character) }
        return name
    }
}
