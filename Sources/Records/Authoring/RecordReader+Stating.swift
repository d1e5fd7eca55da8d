public import Diagnostics
public import StatusModel

extension RecordReader {
    /// Whether a change of the severity raises the question of who may see the record.
    ///
    /// It does if the record is internal because of its severity, incidents of the new severity are public, and the
    /// front matter does not state a visibility.
    public func asksForVisibility(_ severity: Severity.Rank, in file: SourceFile) -> Bool {
        let found = Findings()
        var reading = Reading(file: file, slug: RecordIndex.slug(ofPath: file.path))
        guard let assembly = read(&reading, into: found), assembly.frontMatter.kind == .incident,
            assembly.frontMatter.statedVisibility == nil, let first = assembly.frontMatter.severity,
            let beganAt = assembly.record?.from
        else { return false }
        let rules = configuration.rules
        return rules.severity(first, at: beganAt).visibility == .internal
            && rules.severity(severity, at: beganAt).visibility == .public
    }

    /// Returns the file with `visibility` as the last key of its front matter; all other bytes stay as they are.
    ///
    /// The result has been read to check that it says so.
    func stating(_ visibility: Visibility, in file: SourceFile) throws(AuthoringMistake) -> SourceFile {
        guard let frontMatter = frontMatter(of: file) else { throw .textMisread }
        if let stated = frontMatter.statedVisibility {
            guard stated == visibility else { throw .visibilityIsStated(stated) }
            return file
        }
        return try stating("visibility", visibility.rawValue, in: file) { $0.statedVisibility == visibility }
    }

    /// Returns the file of an incident with the time of its acknowledgment as the last key of its front matter;
    /// the file itself if it already has such a time or is not an incident.
    ///
    /// The result has been read to check that it says so.
    public func stating(acknowledgedAt instant: Instant, in file: SourceFile) throws(AuthoringMistake)
        -> SourceFile
    {
        guard let frontMatter = frontMatter(of: file) else { throw .textMisread }
        guard frontMatter.kind == .incident, frontMatter.map?.isWritten("acknowledged") == false else {
            return file
        }
        let time = configuration.page.zone.writtenExactly(instant)
        return try stating("acknowledged", time, in: file) { $0.acknowledged?.value == instant }
    }
}

private extension RecordReader {
    /// Returns the file with one more key at the end of its front matter.
    ///
    /// - Parameter isRead: whether the front matter of the result says what was written.
    func stating(
        _ key: String, _ value: String, in file: SourceFile, isRead: (FrontMatter) -> Bool
    ) throws(AuthoringMistake) -> SourceFile {
        guard let yaml = split(file)?.yaml else { throw .textMisread }
        let line = "\(key): \(value)\(yaml.file.lineEnd)"
        let result = yaml.file.inserting(line, at: yaml.range.upperBound)
        guard let frontMatter = frontMatter(of: result), isRead(frontMatter) else { throw .textMisread }
        return result
    }

    func frontMatter(of file: SourceFile) -> FrontMatter? {
        let found = Findings()
        var reading = Reading(file: file, slug: RecordIndex.slug(ofPath: file.path))
        return read(&reading, into: found)?.frontMatter
    }

    func split(_ file: SourceFile) -> FrontMatterSplit? {
        let found = Findings()
        return SourceText(of: file, into: found).flatMap { text in
            FrontMatterSplit(of: text.file, content: text.range, into: found)
        }
    }
}
