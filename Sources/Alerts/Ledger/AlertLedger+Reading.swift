public import Diagnostics
import StatusModel

extension AlertLedger {
    /// Adds the rows of a file.
    ///
    /// They may be in any order and repeated, as git's union merge leaves them.
    ///
    /// A row that cannot be read is left out, and is an error in `findings`.
    public mutating func read(_ file: SourceFile, reporting findings: Findings) {
        readPaths.insert(file.path)
        for line in LedgerText.lines(of: file.bytes) {
            do throws(BrokenRow) {
                add(try LedgerText(line, of: file.bytes).row())
            } catch {
                findings.error(
                    .brokenLedger,
                    at: file.location(of: error.range),
                    error.message,
                    hint:
                        """
                        take the row from an earlier commit, or delete it: the next snapshot brings \
                        back what still fires
                        """
                )
            }
        }
    }

    private mutating func add(_ read: LedgerText.Row?) {
        switch read {
        case .episode(let id, let row, let looseEnd):
            join(row, to: id)
            if let looseEnd { insertEnd(looseEnd, of: id.sender) }
        case .end(let sender, let end): insertEnd(end, of: sender)
        case nil: break
        }
    }
}

/// The reason why a row of a ledger cannot be read.
private struct BrokenRow: Error {
    let message: String
    /// The mistake's bytes in the file.
    let range: Range<Int>
}

/// A line of a ledger, as text.
private struct LedgerText {
    private let fields: [Field]
    private let range: Range<Int>

    struct Field {
        let text: String
        let range: Range<Int>
    }

    enum Row {
        case episode(AlertEpisode.ID, LedgerRow, looseEnd: Instant?)
        case end(AlertSender, Instant)
    }
}

extension LedgerText {
    /// Returns the lines that are not empty, without their line endings and without a byte order mark.
    static func lines(of bytes: [UInt8]) -> [Range<Int>] {
        let text = bytes[bytes.textStart...]
        return text.split(whereSeparator: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") })
            .map { $0.startIndex..<$0.endIndex }
    }

    /// Splits a line into fields according to RFC 4180.
    init(_ range: Range<Int>, of bytes: [UInt8]) throws(BrokenRow) {
        self.range = range
        guard String(validating: bytes[range], as: UTF8.self) != nil else {
            throw BrokenRow(message: "the row is not valid UTF-8", range: range)
        }
        var fields: [Field] = []
        var (field, start, place, isQuoted) = ([UInt8](), range.lowerBound, range.lowerBound, false)
        while place < range.upperBound {
            let byte = bytes[place]
            let isDoubled = place + 1 < range.upperBound && bytes[place + 1] == UInt8(ascii: "\"")
            if byte == UInt8(ascii: "\""), isQuoted, isDoubled {
                field.append(byte)
                place += 1
            } else if byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
            } else if byte == UInt8(ascii: ","), !isQuoted {
                fields.append(Field(text: String(decoding: field, as: UTF8.self), range: start..<place))
                (field, start) = ([], place + 1)
            } else {
                field.append(byte)
            }
            place += 1
        }
        guard !isQuoted else { throw BrokenRow(message: "a `\"` is missing", range: start..<place) }
        self.fields = fields + [Field(text: String(decoding: field, as: UTF8.self), range: start..<place)]
    }
}

extension LedgerText {
    /// Returns the content of the line, or `nil` if it is the header, which union merges may repeat.
    func row() throws(BrokenRow) -> Row? {
        let columns = LedgerColumn.allCases
        let counts = LedgerColumn.common.count...columns.count
        guard counts.contains(fields.count) else {
            throw BrokenRow(
                message: "the row has \(fields.count) \(fields.count == 1 ? "field" : "fields") instead of "
                    + "\(counts.lowerBound) or \(counts.upperBound)",
                range: range
            )
        }
        if zip(fields, columns).allSatisfy({ $0.text == $1.rawValue }) { return nil }
        let sender = AlertSender(
            source: try text(.source, "a source such as `alertmanager`", if: AlertKey.isSource),
            key: try text(.key, "8 to 40 letters and digits", if: AlertKey.isStored)
        )
        guard let startedAt = try instant(.started) else { return .end(sender, try onlyEnd()) }
        return try episode(AlertEpisode.ID(source: sender.source, key: sender.key, startedAt: startedAt))
    }

    private func episode(_ id: AlertEpisode.ID) throws(BrokenRow) -> Row {
        let evidence = try EvidenceText(self[.evidence])
        let endedAt = try instant(.ended)
        if let endedAt, endedAt < id.startedAt {
            throw mistake(in: .ended, "`ended` is before `started`")
        }
        var row = LedgerRow(
            detectedAt: try instant(.detected),
            acknowledgedAt: try instant(.acknowledged),
            rule: LedgerRow.RuleName(
                component: try text(.component, "the id of a component", if: Self.isName),
                severity: try text(.severity, "the level of a severity", if: Self.isName)
            ),
            record: try record(),
            absence: evidence.absence
        )
        let looseEnd = evidence.isAlone ? endedAt : nil
        if let endedAt, looseEnd == nil, endedAt != evidence.absence.end {
            row.endedAt = endedAt
            row.absence = Absence()
        }
        return .episode(id, row, looseEnd: looseEnd)
    }

    /// Returns the end of a row without a start, which must have nothing else.
    private func onlyEnd() throws(BrokenRow) -> Instant {
        for column in LedgerColumn.allCases.dropFirst(4) where !self[column].text.isEmpty {
            throw mistake(in: column, "a row without `started` must not have `\(column.rawValue)`")
        }
        guard let end = try instant(.ended) else {
            throw mistake(in: .started, "the row has neither `started` nor `ended`")
        }
        return end
    }

    private func record() throws(BrokenRow) -> AlertRecord? {
        if self[.record].text.isEmpty { return nil }
        guard let record = AlertRecord(self[.record].text) else {
            throw mistake(in: .record, "`record` is neither a file name without a folder nor `declined`")
        }
        return record
    }
}

extension LedgerText {
    private subscript(column: LedgerColumn) -> Field {
        guard let place = LedgerColumn.allCases.firstIndex(of: column), place < fields.count else {
            return Field(text: "", range: range.upperBound..<range.upperBound)
        }
        return fields[place]
    }

    private func text(
        _ column: LedgerColumn,
        _ meaning: String,
        if isValid: (String) -> Bool
    ) throws(BrokenRow) -> String {
        guard isValid(self[column].text) else {
            throw mistake(in: column, "`\(column.rawValue)` is not \(meaning)")
        }
        return self[column].text
    }

    private func instant(_ column: LedgerColumn) throws(BrokenRow) -> Instant? {
        if self[column].text.isEmpty { return nil }
        guard let instant = Instant(inLedger: self[column].text) else {
            throw mistake(in: column, "`\(column.rawValue)` is not a time such as `2026-11-28T00:59:07Z`")
        }
        return instant
    }

    private func mistake(in column: LedgerColumn, _ message: String) -> BrokenRow {
        BrokenRow(message: message, range: self[column].range)
    }

    private static func isName(_ text: String) -> Bool {
        !text.isEmpty && text.unicodeScalars.allSatisfy { !$0.isControl }
    }
}

extension Instant {
    /// Reads an instant in exactly the form that the ledger has.
    fileprivate init?(inLedger text: some StringProtocol) {
        guard case .at(let instant) = SenderTime(String(text)), instant.description == text else {
            return nil
        }
        self = instant
    }
}

/// The column `evidence` of a row.
private struct EvidenceText {
    var isAlone = false
    var absence = Absence()

    init(_ field: LedgerText.Field) throws(BrokenRow) {
        var words = field.text.split(separator: " ")[...]
        var (seenAt, from, to) = (Instant?.none, Instant?.none, Instant?.none)
        while let word = words.popFirst() {
            switch (String(word), words.first) {
            case (Evidence.alone, _):
                isAlone = true
                continue
            case (Evidence.seen, let instant?): seenAt = Instant(inLedger: instant)
            case (Evidence.absent, let range?):
                let ends = range.split(separator: "/", omittingEmptySubsequences: false)
                from = ends.first.flatMap { Instant(inLedger: $0) }
                to = ends.count > 2 ? nil : ends.last.flatMap { Instant(inLedger: $0) }
            default: throw Self.mistake(in: field)
            }
            words.removeFirst()
        }
        let isInOrder =
            from == nil && to == nil
            || (seenAt ?? .distantPast) < (from ?? .distantPast)
                && from ?? .distantFuture <= to ?? .distantPast
        guard isInOrder, field.text.contains(Evidence.seen) == (seenAt != nil),
            field.text.contains(Evidence.absent) == (from != nil)
        else { throw Self.mistake(in: field) }
        absence = Absence(seenAt: seenAt, from: from, to: to)
    }

    private static func mistake(in field: LedgerText.Field) -> BrokenRow {
        BrokenRow(
            message: "`evidence` must be `alone`, `seen` with a time, or `absent` with one or two times",
            range: field.range
        )
    }
}
