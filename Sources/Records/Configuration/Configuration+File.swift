public import Diagnostics
import StatusModel

extension Configuration {
    /// Reads all of `status.yml` and reports every mistake in it; `nil` if it has errors.
    public convenience init?(reading file: SourceFile, into findings: Findings) {
        let found = Findings()
        defer { findings.add(found.all) }
        guard let text = SourceText(of: file, into: found) else { return nil }
        guard let root = YAMLText(file: text.file, range: text.range).compose(into: found) else {
            if !found.hasErrors {
                found.error(
                    .missingKey, at: file.start, "`status.yml` is empty",
                    hint: "begin with `site:`, and put a `title` and a `url` under it")
            }
            return nil
        }
        var written = StatusPage.Written()
        StatusPage.keys.read(root, into: &written, found)
        written.groups.finish(beside: written.page.components, into: found)
        written.page.groups = written.groups.all
        written.page.severities = written.severities.map { $0.severity(general: written.postMortem) }
        written.findReviewedSeverity(into: found)
        written.reportRoleSlips(into: found)
        written.readWhatNamesOthers(into: found)
        written.page.ids = written.ids.ids
        let keptIDs = written.keptIDs
        OwnedID.reportDoubles(
            among: keptIDs, and: written.page.madeIDs(at: written.sitePlace ?? file.start), into: found)
        guard !found.hasErrors else { return nil }
        self.init(
            page: written.page, sitePlace: written.sitePlace, policyReviewPlace: written.policyReviewPlace,
            languagePlace: written.languagePlace,
            formerRulesPlaces: written.formerRules.map(FormerRules.places) ?? [],
            textPlaces: written.textPlaces, alertPlaces: written.alertPlaces, keptIDs: keptIDs)
    }
}

extension StatusPage.Written {
    /// The ids from another page that the site, its groups and its components keep.
    fileprivate var keptIDs: [OwnedID] {
        [OwnedID(ids, of: StatusPage.owner)].compactMap { $0 }
            + zip(groups.ids, page.groups).compactMap { OwnedID($0, of: $1.owner) }
            + zip(componentIDs, page.components).compactMap { OwnedID($0, of: $1.owner) }
    }

    /// Looks up the level whose incidents make the policy's review due, once all levels are known.
    fileprivate mutating func findReviewedSeverity(into findings: Findings) {
        guard let name = reviewedAfter, page.policyReview != nil else { return }
        let levels = page.severityNames
        page.policyReview?.afterSeverity = levels[name.value]
        // After errors, a name may be unknown only because of them.
        guard levels[name.value] == nil, !findings.hasErrors else { return }
        findings.error(
            .unknownSeverity, at: name.place, "unknown severity `\(name.value)`",
            hint: levels.hint(for: name.value, listing: "severities"))
    }

    /// Reads texts, rules for alerts and former rules, once everything that they may name is known.
    fileprivate mutating func readWhatNamesOthers(into findings: Findings) {
        guard texts != nil || alerts != nil || formerRules != nil else { return }
        let told = Findings()
        let names = Configuration(page: page, sitePlace: nil, policyReviewPlace: nil, languagePlace: nil)
        if let texts { readTexts(texts, names: names, into: told) }
        if let alerts { readAlerts(alerts, names: names, into: told) }
        if let formerRules {
            page.formerRules = FormerRules(reading: formerRules, before: self, names: names, into: told)
        }
        // After errors, a name may be unknown only because of them.
        let isWhole = !findings.hasErrors
        let ofNames: Set<Diagnostic.ID> = [.unknownSeverity, .unknownComponent, .unknownText]
        findings.add(told.all.filter { isWhole || !ofNames.contains($0.id) })
    }
}
