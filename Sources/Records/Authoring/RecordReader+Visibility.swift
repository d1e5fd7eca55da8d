public import Diagnostics
public import StatusModel

extension RecordReader {
    /// Whether a change to the severity asks who may see the record: it is internal by its severity, the public sees
    /// incidents of the other, and the front matter does not say.
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

    /// The file with `visibility` as the last key of its front matter; all other bytes are as they were.
    ///
    /// The result has been read, and says that.
    func stating(_ visibility: Visibility, in file: SourceFile) throws(AuthoringMistake) -> SourceFile {
        guard let frontMatter = frontMatter(of: file), let split = split(file) else { throw .textMisread }
        if let stated = frontMatter.statedVisibility {
            guard stated == visibility else { throw .visibilityIsStated(stated) }
            return file
        }
        let (yaml, line) = (split.yaml, "visibility: \(visibility.rawValue)\(split.yaml.file.lineEnd)")
        let result = yaml.file.inserting(line, at: yaml.range.upperBound)
        guard self.frontMatter(of: result)?.statedVisibility == visibility else { throw .textMisread }
        return result
    }
}

private extension RecordReader {
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
