import Diagnostics

/// A table of things that can be found by any of their names, in any case: by id, then by name, then by alias.
struct NameTable: Sendable {
    /// The names that hints list, in the order of the things.
    let shown: [String]
    /// The number of words in the longest name.
    let mostWords: Int
    private let indices: [String: Int]
    /// For each name that several things have, the indices of these things.
    private let doubles: [String: [Int]]
    private let sorted: [String]

    /// Makes a table.
    ///
    /// - Parameter names: for each thing all of its names, first the one that hints show.
    init(_ names: [[String]]) {
        shown = names.compactMap(\.first)
        var (indices, doubles) = ([String: Int](), [String: [Int]]())
        for (index, names) in names.enumerated() {
            for name in Set(names.map(\.folded)) {
                let first = indices[name] ?? index
                indices[name] = first
                if first != index { doubles[name, default: [first]].append(index) }
            }
        }
        (self.indices, self.doubles) = (indices, doubles)
        sorted = indices.keys.sorted()
        mostWords = sorted.reduce(0) { max($0, $1.split { " \t".contains($0) }.count) }
    }

    /// The index of the thing with the name.
    subscript(name: String) -> Int? { indices[name] ?? indices[name.folded] }

    /// Returns the indices of the things with the name if there are several.
    func all(sharing name: String) -> [Int] { doubles.isEmpty ? [] : doubles[name.folded] ?? [] }

    /// Returns the nearest of all names, or else the name of the one thing that has a name with a word that begins like
    /// this.
    ///
    /// Among equally near names, it is the first: the id as written in `status.yml`.
    func near(_ name: String) -> String? {
        let written = shown.count > 1_000 ? [] : shown
        let bare = Self.bare(name)
        if let same = written.first(where: { Self.bare($0) == bare }) { return same }
        let names = candidates(near: name.folded, in: sorted)
        return nearest(to: name, in: written + names) ?? only(beginning: name.folded, among: names)
    }

    /// Returns the name of the thing with a word in one of its names that begins like this; `nil` if it is none or
    /// several, if these are not all names, or if the text is too short to mean one.
    private func only(beginning word: String, among names: ArraySlice<String>) -> String? {
        guard word.count >= 3, names.count == sorted.count else { return nil }
        let matches = names.filter { $0.hasWord(beginning: word) }
        let things = Set(matches.compactMap { indices[$0] } + matches.flatMap { doubles[$0] ?? [] })
        guard things.count == 1, let thing = things.first else { return nil }
        return shown[thing]
    }

    /// Returns the name without characters that people often leave out: `sev2` for `SEV-2`.
    private static func bare(_ name: String) -> String { name.folded.filter { !" -_".contains($0) } }

    /// Returns a hint that names the nearest of all names, or lists the existing ones.
    func hint(for name: String, listing what: String) -> String {
        if let plain = corrected(name, reads: { self[$0] != nil }) {
            let fault = PlainTyping.slip(in: name).map { ": " + PlainTyping.fault(of: $0) } ?? ""
            return "write `\(plain)`\(fault)"
        }
        let parts = PlainTyping.of(name).split(separator: ":", maxSplits: 1).map(\.trimmed)
        if parts.count == 2, self[parts[0]] != nil {
            return "write `\(parts[0]): \(parts[1])`, with a space after the colon"
        }
        if let near = self.near(name) { return "did you mean `\(near)`?" }
        guard !shown.isEmpty else { return "`status.yml` lists no \(what)" }
        guard shown.count <= 12 else { return "see `status.yml` for the \(what)" }
        return "the \(what) are \(list(shown))"
    }
}

extension String {
    /// Whether one of its words begins with the text.
    fileprivate func hasWord(beginning text: String) -> Bool {
        var isInWord = false
        return indices.contains { place in
            defer { isInWord = self[place].isLetter || self[place].isNumber }
            return !isInWord && self[place...].hasPrefix(text)
        }
    }
}
