import Diagnostics
import StatusModel

/// A parsed file of `incidents/`, without the findings that depend on the instant.
///
/// Judging does not change it, so several threads may judge it at once.
public final class RecordSource: @unchecked Sendable {
    private let reading: Reading
    private let assembly: RecordAssembly?
    private let found: [Diagnostic]
    private let configuration: Configuration

    init(
        _ reading: Reading, _ assembly: RecordAssembly?, _ found: [Diagnostic],
        of configuration: Configuration
    ) {
        (self.reading, self.assembly, self.found) = (reading, assembly, found)
        self.configuration = configuration
    }

    /// Discards the Markdown trees, which judging does not need, and returns this source.
    public func withoutTrees() -> RecordSource {
        assembly?.body.forgetTrees()
        return self
    }

    /// Returns the record at the given instant, with every mistake in its file.
    func judged(at now: Instant, by checks: Checks) -> ParsedRecord {
        let told = assembly?.judged(at: now, by: checks).findings.all ?? found
        let hasErrors = told.hasErrors
        let broken =
            hasErrors
            ? BrokenRecord(
                of: reading.file, slug: reading.slug, reading: reading, in: configuration, told: told)
            : nil
        return ParsedRecord(
            path: reading.file.path,
            slug: reading.slug,
            record: hasErrors || reading.isDraft ? nil : reading.record,
            diagnostics: told,
            broken: broken,
            isWithheld: hasErrors && broken == nil && !reading.isDraft,
            recordLinks: reading.recordLinks,
            pageLinks: reading.pageLinks,
            componentPlaces: reading.componentPlaces,
            keptID: reading.keptID,
            withheldRevisions: reading.withheldRevisions,
            standsAlone: !reading.dependsOnIndex
        )
    }
}
