import Diagnostics
public import StatusModel

/// A word that means nothing to the site, and what to write instead.
public struct UnknownWord: Error, Hashable, Sendable {
    /// What is wrong, in a sentence.
    public let reason: String
    /// What to write instead.
    public let hint: String?
}

extension UnknownWord {
    /// - Parameter found: what reading the word reported.
    fileprivate init(_ found: [Diagnostic]) {
        self.init(reason: found.first?.message ?? "this cannot be read", hint: found.first?.hint)
    }
}

extension Configuration {
    /// The severity that goes by the level, name or alias, in any case.
    public func severity(called name: String) throws(UnknownWord) -> Severity.Rank {
        let found = Findings()
        guard let rank = severity(name, at: .nowhere, into: found) else { throw UnknownWord(found.all) }
        return rank
    }

    /// The component that goes by the id, name or alias, in any case.
    public func component(called name: String) throws(UnknownWord) -> Component.Index {
        let found = Findings()
        guard let index = component(name, at: .nowhere, into: found) else { throw UnknownWord(found.all) }
        return index
    }

    /// The text of that id under `texts`.
    public func text(called id: String) throws(UnknownWord) -> ReadyText {
        if let text = page.texts.first(where: { $0.id == id }) { return text }
        let ids = page.texts.map(\.id)
        throw UnknownWord(
            reason: "unknown text `\(id)`",
            hint: didYouMean(id, among: ids)
                ?? (ids.isEmpty ? "`status.yml` has no `texts`" : "the texts are \(list(ids))"))
    }

    /// The instant of a time as records write it, or of a duration from `start` on; a time without a day is
    /// the first such time from `start` on, at most 12 hours ahead.
    public func instant(writtenAs text: String, from start: Instant) throws(UnknownWord) -> Instant {
        if let duration = Duration(text) { return start + duration.seconds }
        let found = Findings()
        let instant = times.instant(
            text,
            anchor: .notBefore(start, of: "the update"),
            allowsDuration: true,
            at: .nowhere,
            into: found
        )
        guard let instant else { throw UnknownWord(found.all) }
        return instant
    }
}

extension Configuration {
    /// The instant of something that has happened, by a time as records write it, or by how long ago it was. A time
    /// without a day is the last such time up to `end`, at most 12 hours before it.
    public func instant(writtenAs text: String, before end: Instant) throws(UnknownWord) -> Instant {
        let words = text.folded.split(separator: " ").joined(separator: " ")
        let length = words.hasSuffix(" ago") ? String(words.dropLast(" ago".count)) : text
        if let duration = Duration(length) { return (end - duration.seconds).droppingSeconds }
        let found = Findings()
        let instant = times.instant(
            text, anchor: .notAfter(end, of: "now"), allowsDuration: true, at: .nowhere, into: found)
        guard let instant else { throw UnknownWord(found.all) }
        guard instant <= end else {
            throw UnknownWord(
                reason: "`\(text)` is in the future",
                hint: "write when it happened, or how long ago: `20m`")
        }
        return instant
    }
}

extension ComponentStatus {
    /// The status of a word as records write it: Statuspage's, or the short form.
    public init(called word: String) throws(UnknownWord) {
        guard let status = ComponentStatus(word: word) else {
            throw UnknownWord([unknownStatus(word, at: .nowhere)])
        }
        self = status
    }
}

extension SourceLocation {
    /// What is typed at a terminal stands in no file.
    fileprivate static let nowhere = SourceLocation.top(of: "")
}
