public import Diagnostics
public import StatusModel

/// An update as it stands in its file: for what is asked of few files, and not worth keeping of all.
public struct StatedUpdate: Sendable {
    /// When it was written, as it says.
    public let at: Instant
    /// Whether it is the end of its record.
    public let isFinal: Bool
    /// Where it begins.
    public let place: SourceLocation
    /// The lines of the file that begin it and bear its time; often one line does both.
    public let lines: [String]
}

extension RecordReader {
    /// Reads a file once more for its updates, oldest first; none where it has errors or is a draft.
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
