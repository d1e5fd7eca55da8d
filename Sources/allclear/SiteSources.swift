import Diagnostics
import Records
import StatusModel
import StatusSite

/// What a site consists of, before any record is read: what records are read by, and which there are.
struct SiteSources {
    let files: SiteFolder
    /// The bytes of `status.yml`; none where it cannot be read.
    let configurationBytes: [UInt8]
    /// What `status.yml` says; `nil` where it has errors.
    let configuration: Configuration?
    /// The templates; `nil` where one has errors.
    let templates: SiteTemplates?
    let staticFiles: [LoadedSite.StaticFile]
    /// The paths of the records, drafts and broken ones too; none where `status.yml` has errors, without which they
    /// cannot be read.
    let records: [String]
    /// What reads a record as this site's; `nil` where `status.yml` has errors.
    let reader: RecordReader?
    /// Whether nothing of this has errors, so that the site can be published around records that have some.
    let isSound: Bool
    /// Whether all that lies in `incidents/` could be looked at: else a record may be there that nobody knows of.
    let isWhole: Bool

    /// - Parameters:
    ///   - isToBePublished: whether static files are opened, to see that they can be read.
    ///   - awaitsReview: whether updates may bear no time yet.
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
    /// What every record is parsed by.
    var basis: RecordCache.Basis {
        RecordCache.Basis(
            configuration: configurationBytes, headings: templates?.postMortemHeadings ?? [],
            records: records, staticFiles: staticFiles.map(\.path))
    }
}
