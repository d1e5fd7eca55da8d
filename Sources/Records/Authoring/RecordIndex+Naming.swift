import Diagnostics
public import StatusModel

extension RecordIndex {
    /// Returns a path for a new record, made from its day and title, in a folder like those of the existing records.
    ///
    /// - Parameters:
    ///   - day: the day on which it began or will begin.
    ///   - paths: the paths of the existing records.
    ///   - taken: the slugs that other records have or had.
    public static func path(
        for title: String,
        on day: Day,
        beside paths: [String],
        avoiding taken: Set<String>
    ) -> String {
        let taken = taken.union(paths.map(slug(ofPath:)))
        let name = "\(day)-\(stem(of: title))"
        let names = [name] + (2...taken.count + 2).map { "\(name)-\($0)" }
        let free = names.first { !taken.contains($0.asSlug) } ?? name
        return "incidents/" + folder(for: day, beside: paths) + free + ".md"
    }

    /// Returns the title in the characters of an address, cut between words.
    private static func stem(of title: String) -> String {
        let slug = title.filter { !"'’".contains($0) }.asSlug
        let words = slug.split(separator: "-").map {
            $0.filter { $0.isLetter || $0.isNumber || "._".contains($0) }
        }
        var stem = ""
        for word in words where !word.isEmpty {
            guard stem.utf8.count + word.utf8.count < longestStem else { break }
            stem += (stem.isEmpty ? "" : "-") + word
        }
        while let last = stem.last, "._".contains(last) { stem.removeLast() }
        return stem.isEmpty ? "record" : stem
    }

    /// The limit for a stem, in bytes; file names have at most 255.
    private static let longestStem = 72

    /// Returns the folder for a day: by year, by year and month, or none, like that of the newest record.
    private static func folder(for day: Day, beside paths: [String]) -> String {
        let year = String("\(day)".prefix(4))
        guard let newest = paths.max(by: { id(of: $0) < id(of: $1) }) else { return year + "/" }
        let folders = newest.split(separator: "/").dropFirst().dropLast()
        let isByDate = folders.allSatisfy { $0.allSatisfy(\.isNumber) }
        switch folders.map(\.count) {
        case [4] where isByDate: return year + "/"
        case [4, 2] where isByDate: return "\(year)/\("\(day)".dropFirst(5).prefix(2))/"
        default: return ""
        }
    }
}
