import Diagnostics
public import StatusModel

/// A word that the site does not know, and what to write instead.
public struct UnknownWord: Error, Hashable, Sendable {
    /// The mistake, in a sentence.
    public let reason: String
    /// A hint about what to write instead.
    public let hint: String?
}

extension UnknownWord {
    /// - Parameter found: the findings from reading the word.
    fileprivate init(_ found: [Diagnostic]) {
        self.init(reason: found.first?.message ?? "this cannot be read", hint: found.first?.hint)
    }
}

extension Configuration {
    /// Returns the severity with that level, name or alias, in any case.
    public func severity(called name: String) throws(UnknownWord) -> Severity.Rank {
        let found = Findings()
        guard let rank = severity(name, at: .nowhere, into: found) else { throw UnknownWord(found.all) }
        return rank
    }

    /// Returns the component with that id, name or alias, in any case.
    public func component(called name: String) throws(UnknownWord) -> Component.Index {
        let found = Findings()
        guard let index = component(name, at: .nowhere, into: found) else { throw UnknownWord(found.all) }
        return index
    }

    /// Returns the text with that id under `texts`.
    public func text(called id: String) throws(UnknownWord) -> ReadyText {
        if let text = page.texts.first(where: { $0.id == id }) { return text }
        let ids = page.texts.map(\.id)
        throw UnknownWord(
            reason: "unknown text `\(id)`",
            hint: NameTable(ids.map { [$0] }).near(id).map { "did you mean `\($0)`?" }
                ?? (ids.isEmpty ? "`status.yml` has no `texts`" : "the texts are \(list(ids))"))
    }

    /// Returns the instant of a time as records write it, or of a duration from `start` on.
    ///
    /// A time without a day is the first such time from `start` on, at most 12 hours ahead.
    ///
    /// - Parameters:
    ///   - words: the distance from `start` in words, such as `from now`.
    ///   - now: the instant at which the text is written, from which `tomorrow` counts.
    public func instant(
        writtenAs text: String, from start: Instant, called words: String = "from now", now: Instant
    ) throws(UnknownWord) -> Instant {
        try instant(writtenAs: text, from: start, now: now, anchor: .ahead(of: start, words: words))
    }

    /// Returns the instant to which something that is planned moves, given as a time as records write it, or as a
    /// duration from `start` on.
    ///
    /// A time without a day is on the day of the former plan, at most 12 hours from it.
    ///
    /// - Parameter now: the instant at which the text is written, from which `tomorrow` counts.
    public func instant(
        writtenAs text: String, movedFrom plan: Instant, from start: Instant, now: Instant
    ) throws(UnknownWord) -> Instant {
        try instant(writtenAs: text, from: start, now: now, anchor: .moved(from: plan))
    }

    /// Returns the instant at which something that has not begun will now end, given as a time as records write it, or
    /// as a duration from `start` on.
    ///
    /// A time without a day is the first such time from the planned start on, at most 12 hours after it.
    ///
    /// - Parameter now: the instant at which the text is written, from which `tomorrow` counts.
    public func instant(
        writtenAs text: String, afterPlanned plan: Instant, from start: Instant, now: Instant
    ) throws(UnknownWord) -> Instant {
        try instant(
            writtenAs: text, from: start, now: now,
            anchor: .ahead(of: plan, words: "after the planned start"))
    }

    /// - Parameters:
    ///   - start: the instant from which durations count.
    ///   - now: the instant from which words such as `tomorrow` count.
    private func instant(
        writtenAs text: String, from start: Instant, now: Instant, anchor: TimeReader.Anchor
    ) throws(UnknownWord) -> Instant {
        if let duration = Duration(text) { return start + duration.seconds }
        try requireDate(in: text, at: now)
        let found = Findings()
        let instant = times.instant(
            text, anchor: anchor, allowsDuration: true, at: .nowhere, into: found)
        guard let instant else { throw UnknownWord(found.all) }
        return instant
    }

    /// Refuses a time after a word such as `tomorrow`, because records have only dates, which mean the same on every
    /// day.
    ///
    /// - Throws: the mistake, with the date that the word means now.
    private func requireDate(in text: String, at now: Instant) throws(UnknownWord) {
        let days = ["yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1]
        var words = text.folded.split(separator: " ").map(String.init)
        guard words.count > 1, let day = days[words.removeFirst()] else { return }
        if words.first == "at" { words.removeFirst() }
        let time = words.joined(separator: " ").uppercased()
        guard let expression = TimeExpression(time), expression.day == nil else { return }
        throw UnknownWord(
            reason: "`\(text)` has no date",
            hint: "write `\(page.zone.day(of: now).advanced(by: day)) \(time)`")
    }
}

extension Configuration {
    /// Returns the instant of something that has happened, given as a time as records write it or as how long ago it
    /// was.
    ///
    /// A time without a day is the last such time up to `end`, at most 12 hours before it.
    public func instant(writtenAs text: String, before end: Instant) throws(UnknownWord) -> Instant {
        let words = text.folded.split(separator: " ").joined(separator: " ")
        let length = words.hasSuffix(" ago") ? String(words.dropLast(" ago".count)) : text
        if let duration = Duration(length) { return (end - duration.seconds).droppingSeconds }
        try requireDate(in: text, at: end)
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
    /// Makes the status of a word as records write it: Statuspage's name or the short form.
    public init(called word: String) throws(UnknownWord) {
        guard let status = ComponentStatus(word: word) else {
            throw UnknownWord([unknownStatus(word, at: .nowhere)])
        }
        self = status
    }
}

extension SourceLocation {
    /// The location of words that are typed at a terminal, which are in no file.
    fileprivate static let nowhere = SourceLocation.top(of: "")
}
