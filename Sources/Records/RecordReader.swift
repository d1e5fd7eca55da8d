public import Diagnostics
public import StatusModel

/// Reads records, one file at a time: no file needs another, so that they can be read on all cores.
public struct RecordReader: Sendable {
    let configuration: Configuration
    let index: RecordIndex
    private let now: Instant
    private let checks: Checks
    let timeOfUndated: Instant?

    /// Makes a reader.
    ///
    /// - Parameters:
    ///   - configuration: what `status.yml` says.
    ///   - index: which records there are, for links between them.
    ///   - now: the build's instant; what lies after it is reported.
    ///   - checks: what records are held to once they have been read.
    ///   - timeOfUndated: the time that updates without one are taken to bear; `nil` if each has to bear its own.
    public init(
        configuration: Configuration, index: RecordIndex, now: Instant, checks: Checks = .all,
        timeOfUndated: Instant? = nil
    ) {
        (self.configuration, self.index, self.now, self.checks) = (configuration, index, now, checks)
        self.timeOfUndated = timeOfUndated
    }

    /// The same by other rules.
    init(_ other: RecordReader, by configuration: Configuration) {
        self.init(
            configuration: configuration, index: other.index, now: other.now, checks: other.checks,
            timeOfUndated: other.timeOfUndated)
    }

    /// The same where there is, or is to be, a record at that path.
    public func knowing(_ path: String) -> RecordReader {
        RecordReader(
            configuration: configuration, index: index.adding(path), now: now, checks: checks,
            timeOfUndated: timeOfUndated)
    }

    /// Reads a file whole and reports every mistake in it.
    public func read(_ file: SourceFile) -> ParsedRecord {
        judge(parse(file))
    }

    /// The title of the record in the file, also if it has errors or is a draft; `nil` if it cannot be read.
    public func title(of file: SourceFile) -> String? {
        var reading = Reading(file: file, slug: RecordIndex.slug(ofPath: file.path))
        _ = parse(&reading, into: Findings())
        return reading.title
    }

    /// A parsed record, with all that is to be told of it now.
    public func judge(_ source: RecordSource) -> ParsedRecord {
        source.judged(at: now, by: checks)
    }

    /// Parses a file. The result does not depend on the time, so it can be judged at any instant.
    public func parse(_ file: SourceFile) -> RecordSource {
        let findings = Findings()
        var reading = Reading(file: file, slug: RecordIndex.slug(ofPath: file.path))
        let assembly = parse(&reading, into: findings)
        return RecordSource(reading, assembly, findings.all, of: configuration)
    }
}

/// What has been made out of a file so far: also what a broken one is shown by.
struct Reading {
    /// Without control characters, once it has been read.
    var file: SourceFile
    let slug: String
    var title: String?
    /// Who may see all of it, where that is certain.
    var visibility: Visibility?
    /// Whether a key looks like a slip of one that hides it.
    var mayHide = false
    var isDraft = false
    var withheldRevisions: [WithheldRevision] = []
    var body: Range<Int>?
    var record: Record?
    var recordLinks: [LinkResolver.RecordLink] = []
    var pageLinks: [PageLink] = []
    var componentPlaces: [Component.Index: SourceLocation] = [:]
    /// The id that it keeps from another page.
    var keptID: OwnedID?
    /// True once anything in it has been looked up among the records and static files.
    var dependsOnIndex = false
}

extension RecordReader {
    /// Reads the file as far as it can be, and gives what the record was made by, judged.
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
            // After earlier errors, the front matter may not be empty, only unreadable.
            if !findings.hasErrors { findings.add(empty(split)) }
            return nil
        }
        return FrontMatterReader(configuration: configuration, index: index, findings: findings).read(root)
    }

    /// Where an internal incident names its components, to say there what it takes from the public figures.
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
