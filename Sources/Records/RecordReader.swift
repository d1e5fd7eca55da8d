public import Diagnostics
public import StatusModel

/// A reader of records, one file at a time.
///
/// No file depends on another, so they can be read in parallel.
public struct RecordReader: Sendable {
    let configuration: Configuration
    let index: RecordIndex
    private let now: Instant
    private let checks: Checks
    let timeOfUndated: Instant?

    /// Makes a reader.
    ///
    /// - Parameters:
    ///   - configuration: the contents of `status.yml`.
    ///   - index: the records that exist, for links between them.
    ///   - now: the instant that the build is for; times after it are reported.
    ///   - checks: the checks for records that have been read.
    ///   - timeOfUndated: the time of updates that do not state one; `nil` if each update has to state its own.
    public init(
        configuration: Configuration, index: RecordIndex, now: Instant, checks: Checks = .all,
        timeOfUndated: Instant? = nil
    ) {
        (self.configuration, self.index, self.now, self.checks) = (configuration, index, now, checks)
        self.timeOfUndated = timeOfUndated
    }

    /// Makes a copy with another configuration.
    init(_ other: RecordReader, by configuration: Configuration) {
        self.init(
            configuration: configuration, index: other.index, now: other.now, checks: other.checks,
            timeOfUndated: other.timeOfUndated)
    }

    /// Returns a copy that knows a record at the path, whether or not it exists yet.
    public func knowing(_ path: String) -> RecordReader {
        RecordReader(
            configuration: configuration, index: index.adding(path), now: now, checks: checks,
            timeOfUndated: timeOfUndated)
    }

    /// Reads a whole file and reports every mistake in it.
    public func read(_ file: SourceFile) -> ParsedRecord {
        judge(parse(file))
    }

    /// Returns the title of the record in the file, even if it has errors or is a draft; `nil` if it cannot be read.
    public func title(of file: SourceFile) -> String? {
        var reading = Reading(file: file, slug: RecordIndex.slug(ofPath: file.path))
        _ = parse(&reading, into: Findings())
        return reading.title
    }

    /// Returns the record of a parsed file, with all findings for the reader's instant.
    public func judge(_ source: RecordSource) -> ParsedRecord {
        source.judged(at: now, by: checks)
    }

    /// Parses a file.
    ///
    /// The result does not depend on the time, so it can be judged for any instant.
    public func parse(_ file: SourceFile) -> RecordSource {
        let findings = Findings()
        var reading = Reading(file: file, slug: RecordIndex.slug(ofPath: file.path))
        let assembly = parse(&reading, into: findings)
        return RecordSource(reading, assembly, findings.all, of: configuration)
    }
}

/// The information read from a file so far; it is also used to show a broken file.
struct Reading {
    /// The file, without control characters once it has been read.
    var file: SourceFile
    let slug: String
    var title: String?
    /// The visibility of the whole record, if it is certain.
    var visibility: Visibility?
    /// Whether a key may be a misspelling of one that hides the record.
    var mayHide = false
    var isDraft = false
    var withheldRevisions: [WithheldRevision] = []
    var body: Range<Int>?
    var record: Record?
    var recordLinks: [LinkResolver.RecordLink] = []
    var pageLinks: [PageLink] = []
    var componentPlaces: [Component.Index: SourceLocation] = [:]
    /// The id from another status page that the record keeps.
    var keptID: OwnedID?
    /// Whether anything in the file has been looked up among the records and static files.
    var dependsOnIndex = false
}

extension RecordReader {
    /// Reads as much of the file as possible.
    ///
    /// - Returns: the assembly from which the record was made, judged at the reader's instant; `nil` if there is none.
    @discardableResult
    func read(_ reading: inout Reading, into findings: Findings) -> RecordAssembly? {
        let parsed = Findings()
        let assembly = parse(&reading, into: parsed)?.judged(at: now, by: checks)
        findings.add(assembly?.findings.all ?? parsed.all)
        return assembly
    }

    private func parse(_ reading: inout Reading, into findings: Findings) -> RecordAssembly? {
        guard let text = SourceText(of: reading.file, into: findings) else { return nil }
        let file = text.file
        reading.file = file
        guard let split = FrontMatterSplit(of: file, content: text.range, into: findings) else {
            return nil
        }
        reading.body = split.body
        let frontMatter = frontMatter(of: split, into: findings)
        reading.title = frontMatter?.title
        reading.mayHide = frontMatter?.map?.mayHide ?? false
        reading.isDraft = frontMatter?.isDraft ?? false
        reading.withheldRevisions = (frontMatter?.withheldRevisions ?? []).map {
            WithheldRevision(revision: $0.value, place: $0.place)
        }
        let body = Body(
            of: file,
            in: split.body,
            as: frontMatter?.kind,
            configuration: configuration,
            index: index,
            into: findings
        )
        reading.recordLinks = body.recordLinks
        reading.pageLinks = body.pageLinks
        reading.dependsOnIndex = body.dependsOnIndex || frontMatter?.map?.has("related") == true
        let assembly = RecordAssembly(
            configuration: configuration, frontMatter: frontMatter ?? .unreadable(in: file), body: body,
            slug: reading.slug, timeOfUndated: timeOfUndated, into: findings)
        reading.visibility = frontMatter.flatMap { $0.isVisibilityCertain ? $0.visibility : nil }
        reading.componentPlaces = frontMatter.map { componentPlaces(of: $0) } ?? [:]
        if frontMatter != nil, assembly.isWhole { reading.record = assembly.record }
        if let ids = frontMatter?.ids, let record = reading.record {
            reading.keptID = OwnedID(ids, of: record.owner)
        }
        return assembly
    }
}

private extension RecordReader {
    func frontMatter(of split: FrontMatterSplit, into findings: Findings) -> FrontMatter? {
        guard let root = split.yaml.compose(into: findings) else {
            // After earlier errors, the front matter may be unreadable instead of empty.
            if !findings.hasErrors { findings.add(empty(split)) }
            return nil
        }
        return FrontMatterReader(configuration: configuration, index: index, findings: findings).read(root)
    }

    /// Returns the places where an internal incident names its components, to report there what the public figures
    /// leave out.
    func componentPlaces(of frontMatter: FrontMatter) -> [Component.Index: SourceLocation] {
        guard frontMatter.visibility == .internal, let value = frontMatter.map?.value("components") else {
            return [:]
        }
        let names = value.entries?.map(\.key) ?? value.elements ?? [value]
        let places = names.compactMap { name -> (Component.Index, SourceLocation)? in
            guard let text = name.string, let component = configuration.components[text] else { return nil }
            return (component, name.location)
        }
        return Dictionary(places) { first, _ in first }
    }

    func empty(_ split: FrontMatterSplit) -> Diagnostic {
        Diagnostic(
            .error, .missingKey, "`title` is missing from this record", at: split.yaml.file.start,
            hint: "write `title:` and the other keys between the two `---` lines")
    }
}
