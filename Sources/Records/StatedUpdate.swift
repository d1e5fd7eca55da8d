public import Diagnostics
public import StatusModel

/// An update as written in its file.
///
/// Only a few files are read again for it, so that it need not be kept for all updates.
public struct StatedUpdate: Sendable {
    /// The time that the update states.
    public let at: Instant
    /// Whether the update ends its record.
    public let isFinal: Bool
    /// The place where the update begins.
    public let place: SourceLocation
    /// The lines of the file with the beginning and the time of the update; often one line has both.
    public let lines: [String]
}

extension RecordReader {
    /// Reads a file again for its updates, oldest first; `[]` if it has errors or is a draft.
    public func statedUpdates(in file: SourceFile) -> [StatedUpdate] {
        let findings = Findings()
        var reading = Reading(file: file, slug: RecordIndex.slug(ofPath: file.path))
        let assembly = read(&reading, into: findings)
        guard let assembly, let record = reading.record, !reading.isDraft, !findings.hasErrors
        else { return [] }
        return record.updates.enumerated().map { index, update in assembly.stated(update, at: index) }
    }
}

extension RecordAssembly {
    fileprivate func stated(_ update: Update, at index: Int) -> StatedUpdate {
        let place = place(ofUpdate: index)
        let part = body.parts.updates[updateParts[index]]
        let bearsTime = part.marker.time != nil || part.time != nil
        let updated = bearsTime ? nil : self.place(of: .updated, ofUpdate: index).excerpt
        return StatedUpdate(
            at: update.at,
            isFinal: update.phase.isFinal,
            place: place,
            lines: [place.excerpt] + [updated].compactMap { $0 }
        )
    }
}
