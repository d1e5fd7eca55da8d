import Diagnostics
import StatusModel

/// A reader of `Components: story-api operational, web degraded since 17:22, all operational`.
struct ComponentChanges {
    let configuration: Configuration
    /// The time of the update; `nil` if it is unknown.
    let at: Instant?
    /// The components that the record has named so far, which `all` means.
    let named: [Component.Index]

    /// Reads the changes, in the author's order.
    ///
    /// - Parameter place: gives the location of a part of the value, by its bytes.
    func read(
        _ value: String,
        place: (Range<Int>) -> SourceLocation,
        into findings: Findings
    ) -> [StatusChange] {
        var start = 0
        return value.split(separator: ",", omittingEmptySubsequences: false).flatMap {
            part -> [StatusChange] in
            let item = part.trimmed
            let offset = start + part.utf8.prefix { $0.isSpace }.count
            start += part.utf8.count + 1
            guard !item.isEmpty else {
                findings.add(unclear(item, at: place(0..<value.utf8.count)))
                return []
            }
            return read(item: item, at: { place(offset..<offset + item.utf8.count) }, into: findings)
        }
    }
}

private extension ComponentChanges {
    func read(item: String, at place: () -> SourceLocation, into findings: Findings)
        -> [StatusChange]
    {
        var words = item.split { $0 == " " || $0 == "\t" }.map(String.init)
        var since: Instant?
        var isUnclear = false
        if let index = words.lastIndex(where: { $0.folded == "since" }), index > 0 {
            let time = words[(index + 1)...].joined(separator: " ")
            let anchor = at.map { TimeReader.Anchor.notAfter($0) } ?? .unknown
            since = configuration.times.instant(time, anchor: anchor, at: place(), into: findings)
            isUnclear = since == nil
            words = Array(words[..<index])
        }
        guard let (name, status) = split(words) else {
            findings.add(unclear(item, at: place()))
            return []
        }
        guard let status = ComponentStatus(word: status) else {
            findings.add(unknownStatus(status, at: place()))
            return []
        }
        let components = components(name, at: place, into: findings)
        return isUnclear ? [] : components.map { StatusChange($0, status, since: since) }
    }

    /// Returns the component's name and the status after it.
    ///
    /// Both may have several words, so the longest name that is known counts.
    func split(_ words: [String]) -> (name: String, status: String)? {
        guard words.count > 1 else { return nil }
        // No name has more words than the longest known one, and no status has more than two.
        let longest = min(words.count - 1, max(1, configuration.components.mostWords))
        for count in (1...longest).reversed() {
            let name = words[..<count].joined(separator: " ")
            if name.folded == "all" || configuration.components[name] != nil {
                return (name, words[count...].joined(separator: " "))
            }
        }
        // If no name is known, the last words that make a status end it.
        for count in max(1, words.count - 2)..<words.count
        where ComponentStatus(word: words[count...].joined(separator: " ")) != nil {
            return (words[..<count].joined(separator: " "), words[count...].joined(separator: " "))
        }
        return (words.dropLast().joined(separator: " "), words[words.count - 1])
    }

    func components(_ name: String, at place: () -> SourceLocation, into findings: Findings)
        -> [Component.Index]
    {
        guard name.folded == "all" else {
            return configuration.component(name, at: place(), into: findings).map { [$0] } ?? []
        }
        if named.isEmpty {
            findings.error(
                .invalidTrailer, at: place(),
                "`all` means every component the record has listed so far, but it has listed none",
                hint: "list the components")
        }
        return named
    }

    func unclear(_ item: String, at place: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, .invalidTrailer, "`\(item)` is not a component followed by a status", at: place,
            hint: corrected(item).map { "write `Components: \($0)`" }
                ?? "write a name and a status, and separate several with commas: `Components: "
                + configuration.exampleOfChanges(["operational", "degraded"]) + "`"
        )
    }

    /// Returns the item corrected, such as `tracking degraded` for `traking=degraded`; `nil` if it names no component or
    /// no status.
    func corrected(_ item: String) -> String? {
        let words = item.split { " \t=:".contains($0) }.map(String.init)
        guard let (name, status) = split(words), ComponentStatus(word: status) != nil else { return nil }
        let known = configuration.components[name] == nil ? configuration.components.near(name) : name
        return known.map { "\($0) \(status)" }
    }
}
