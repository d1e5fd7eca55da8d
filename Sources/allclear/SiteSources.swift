import Diagnostics
import Records
import StatusModel
import StatusSite

/// The parts of a site before any record is read: the basis for reading records, and a list of the records.
struct SiteSources {
    let files: SiteFolder
    /// The bytes of `status.yml`; none if it cannot be read.
    let configurationBytes: [UInt8]
    /// The contents of `status.yml`; `nil` if it has errors.
    let configuration: Configuration?
    /// The templates; `nil` if one has errors.
    let templates: SiteTemplates?
    let staticFiles: [LoadedSite.StaticFile]
    /// The paths of the records, including drafts and broken ones; none if `status.yml` has errors, because records
    /// cannot be read without it.
    let records: [String]
    /// The reader of this site's records; `nil` if `status.yml` has errors.
    let reader: RecordReader?
    /// Whether none of these parts has errors, so that the site can be published without the records that have some.
    let isSound: Bool
    /// Whether everything in `incidents/` could be examined: otherwise there may be a record that nobody knows of.
    let isWhole: Bool

    /// - Parameters:
    ///   - isToBePublished: whether to open static files, to check that they can be read.
    ///   - awaitsReview: whether updates may still have no time.
    init(
        _ files: SiteFolder, at now: Instant, isToBePublished: Bool = false, awaitsReview: Bool = false,
        into findings: Findings
    ) {
        let (found, listing) = (Findings(), Findings())
        let file = files.configuration(into: found)
        let configuration = file.flatMap { Configuration(reading: $0, into: found) }
        configurationBytes = file?.bytes ?? []
        templates = SiteTemplates(
            overriding: files.templates(into: found), language: configuration?.page.language ?? "en",
            statedAt: configuration?.languagePlace,
            brandIcon: files.icon(of: configuration?.page.brand, into: found), into: found)
        staticFiles = files.staticFiles(into: found)
        if isToBePublished { for file in staticFiles { file.checkIsReadable(into: found) } }
        self.files = files
        self.configuration = configuration?.calling(postMortem: templates?.postMortemHeadings ?? [])
        records = configuration == nil ? [] : files.records(into: listing)
        let index = RecordIndex(paths: records, staticFiles: Set(staticFiles.map(\.path)))
        reader = self.configuration.map {
            RecordReader(
                configuration: $0, index: index, now: now, timeOfUndated: awaitsReview ? now : nil)
        }
        (isSound, isWhole) = (!found.hasErrors, configuration != nil && !listing.hasErrors)
        findings.add(found.all + listing.all)
    }
}

extension SiteSources {
    /// The conditions under which every record is parsed.
    var basis: RecordCache.Basis {
        RecordCache.Basis(
            configuration: configurationBytes, headings: templates?.postMortemHeadings ?? [],
            records: records, staticFiles: staticFiles.map(\.path))
    }
}
