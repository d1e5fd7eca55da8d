public import Diagnostics
public import StatusModel

/// A trial record made from a prepared text, with an update for each phase of an incident that the text has words for.
///
/// It shows in advance what such a record would say.
///
/// Its blanks are filled with their names, because any words would do.
public struct TextTrial: Sendable {
    private let record: RecordDraft
    private let updates: [UpdateDraft]
    private let reader: RecordReader

    /// Makes the record; `nil` if the site has no severity for it.
    ///
    /// - Parameter reader: the reader of the record.
    public init?(of text: ReadyText, at now: Instant, by reader: RecordReader) {
        let page = reader.configuration.page
        guard
            let severity = text.severity.map({ page.severities[$0] }) ?? page.severities(inUseAt: now).first
        else { return nil }
        let text = text.filled(with: Dictionary(text.blanks.map { ($0, $0) }) { first, _ in first })
        let phases = text.phases.filter { !$0.isOfMaintenance && $0 != .investigating }
        let start = now - 300 * (phases.count + 1)
        record = RecordDraft(
            text.title ?? text.id, .incident(severity: severity.level),
            components: text.components.map {
                UpdateDraft.Change(page.components[$0.component].id, $0.status)
            },
            first: UpdateDraft(PhaseWord(.investigating), text.text ?? text.id, at: start))
        updates = phases.enumerated().map { number, phase in
            UpdateDraft(PhaseWord(phase), text.words[phase] ?? "", at: start + 300 * (number + 1))
        }
        self.reader = reader
    }
}

extension TextTrial {
    /// The record as it is read, and the mistakes in it; no record if it is refused.
    public var outcome: (record: Record?, mistakes: [Diagnostic]) {
        do {
            var file = try reader.file(of: record, at: "incidents/new.md")
            for update in updates { file = try reader.adding(update, to: file) }
            let parsed = reader.read(file)
            return (parsed.record, parsed.diagnostics.filter { $0.id != .brokenLink })
        } catch .refused(let found) {
            return (nil, found.filter { $0.severity == .error })
        } catch .unsound(let found) {
            return (nil, found.filter { $0.severity == .error })
        } catch {
            // The words themselves were checked when the text was read.
            return (nil, [])
        }
    }
}
