public import Diagnostics
import StatusModel

extension RecordReader {
    /// Returns the record's file with the update where it belongs, and with its visibility in the front matter if the
    /// draft has one; all other bytes stay as they are.
    ///
    /// The result has been read to check that the record is the same, with one more update that says what the draft
    /// says.
    public func adding(_ draft: UpdateDraft, to file: SourceFile) throws(AuthoringMistake) -> SourceFile {
        var file = file
        if let visibility = draft.visibility { file = try stating(visibility, in: file) }
        let standing = StandingRecord(self, file)
        guard let assembly = standing.assembly, !standing.findings.hasErrors else {
            throw .unsound(standing.findings.all)
        }
        if let latest = standing.record?.updates.last, latest.at > draft.at {
            let place = assembly.place(ofUpdate: assembly.updateParts.count - 1)
            throw .latestLiesAhead(place, at: latest.at)
        }
        return try adding(draft, to: standing, with: assembly)
    }

    /// Returns a new record's file with its first update.
    ///
    /// The file may have errors before, because an incident may lack what only the update adds.
    func adding(first draft: UpdateDraft, to file: SourceFile) throws(AuthoringMistake) -> SourceFile {
        let standing = StandingRecord(self, file)
        guard let assembly = standing.assembly else { throw .unsound(standing.findings.all) }
        return try adding(draft, to: standing, with: assembly)
    }
}

private extension RecordReader {
    func adding(
        _ draft: UpdateDraft,
        to standing: StandingRecord,
        with assembly: RecordAssembly
    ) throws(AuthoringMistake) -> SourceFile {
        var draft = draft
        draft.text = draft.text.trimmed
        let text = try UpdateText(draft.text, at: assembly.body.text.file.path, for: self)
        let (time, at) = writtenTime(of: draft, in: standing, with: assembly)
        let place = UpdatePlace(in: assembly.body, order: assembly.updateParts)
        var refused: [Diagnostic] = []
        for form in text.forms {
            let lines = draft.lines(in: form, writtenAt: time, lineEnd: assembly.body.text.file.lineEnd)
            let file = place.inserting(lines)
            let result = StandingRecord(self, file)
            if standing.isFollowed(by: result, adding: draft, saying: text.prose, at: at) { return file }
            if refused.isEmpty { refused = result.findings.errors }
        }
        throw refused.isEmpty ? .textMisread : .refused(refused)
    }

    /// Returns the time to write and the instant that it is read as.
    ///
    /// The time is to the minute, as people write it, unless that would be before the update or the start that it
    /// follows. An update that awaits review gets no time.
    func writtenTime(of draft: UpdateDraft, in standing: StandingRecord, with assembly: RecordAssembly)
        -> (String?, Instant)
    {
        guard draft.isDated else { return (nil, timeOfUndated ?? draft.at) }
        let started = assembly.frontMatter.kind == .maintenance ? nil : assembly.frontMatter.beginning
        let floor = standing.record?.updates.last?.at ?? started ?? .distantPast
        let minute = draft.at.droppingSeconds
        let zone = configuration.page.zone
        guard minute < floor else { return (zone.written(minute), minute) }
        return (zone.writtenExactly(draft.at), draft.at)
    }
}

/// The result of reading a record's file.
struct StandingRecord {
    let findings = Findings()
    let assembly: RecordAssembly?
    let record: Record?

    init(_ reader: RecordReader, _ file: SourceFile) {
        var reading = Reading(file: file, slug: RecordIndex.slug(ofPath: file.path))
        assembly = reader.read(&reading, into: findings)
        record = reading.record
    }

    /// Whether the other record is this one with the draft as its latest update and nothing else changed.
    fileprivate func isFollowed(
        by other: StandingRecord,
        adding draft: UpdateDraft,
        saying prose: Prose,
        at instant: Instant
    ) -> Bool {
        guard !other.findings.hasErrors, var updates = other.record?.updates,
            var added = updates.popLast(), updates == record?.updates ?? [],
            other.record?.summary == record?.summary ?? .empty,
            (other.record?.postMortem == nil) == (record?.postMortem == nil),
            added.phase == draft.phase.phase ?? added.phase, added.prose == prose, added.at == instant,
            added.changes.isEmpty == draft.changes.isEmpty,
            (added.nextUpdateAt == nil) == (draft.nextUpdate == nil),
            (added.severity == nil) == (draft.severity == nil),
            (added.estimate == nil) == (draft.estimate == nil),
            (added.from == nil) == (draft.from == nil),
            (added.until == nil) == (draft.until == nil),
            (added.rootCause == nil) == (draft.rootCause == nil),
            (added.fix == nil) == (draft.fix == nil),
            added.escalatedTo.isEmpty == (draft.escalatedTo == nil)
        else { return false }
        (added.changes, added.nextUpdateAt, added.severity) = ([], nil, nil)
        (added.estimate, added.rootCause, added.fix, added.escalatedTo) = (nil, nil, nil, [])
        (added.from, added.until) = (nil, nil)
        return added
            == Update(phase: added.phase, at: instant, prose: prose, keepsPhase: draft.phase.phase == nil)
    }
}
