import Diagnostics
public import StatusModel

extension RecordIndex {
    /// A path for a new record: its day and its title, in a folder like those of the records that there are.
    ///
    /// - Parameters:
    ///   - day: when it began, or will.
    ///   - paths: the records' paths.
    ///   - taken: slugs that other records have, or had.
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

    /// The title in the letters of an address, cut at a word.
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

    /// In bytes: file names have at most 255.
    private static let longestStem = 72

    /// By year, by year and month, or none: as the newest record has it.
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
