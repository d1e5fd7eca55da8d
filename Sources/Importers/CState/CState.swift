import Diagnostics
import Records
import StatusModel

/// A cState site: `config.yml`, and issues as Hugo's content files.
///
/// Source: cState's example site and its templates, versions 4 to 6.
struct CState {
    /// `nil` if the files are not a cState site.
    private(set) var harvest: Harvest?
    private var components = ComponentRegister()
    private var settings = CStateSettings()
    private var links = CStateLinks(below: "", to: [])
    /// The ends of the last records that name components missing from `config.yml`, by component id.
    private var unlistedUntil: [String: Instant] = [:]

    init(_ files: [SourceFile]) {
        let settingsFile = files.first { Self.isConfiguration($0.path) }
        guard settingsFile != nil, files.contains(where: { Self.isIssue($0.path) }) else { return }
        var findings = settingsFile.map { [readSettings($0)] } ?? []
        links = CStateLinks(
            below: settings.site.url,
            to: files.map(\.path).filter(Self.isIssue).map(CStateIssue.id)
        )
        for file in files where file.path != settingsFile?.path {
            findings.append(Self.isIssue(file.path) ? read(file) : Self.passOver(file))
        }
        if let remark = retireUnlisted() { findings[0].remarks.append(remark) }
        var site = settings.site
        site.components = components.components
        site.severities = CStateSeverity.allCases.map(\.description)
        harvest = Harvest(site: site, findings: findings)
    }
}

private extension CState {
    static func isConfiguration(_ path: String) -> Bool {
        ["config.yml", "config.yaml", "hugo.yml", "hugo.yaml"].contains(path)
    }

    static func isIssue(_ path: String) -> Bool {
        path.hasPrefix("content/issues/") && path.hasAnySuffix(CStateIssue.suffixes)
            && !path.hasSuffix("/_index.md")
    }

    static func passOver(_ file: SourceFile) -> Finding {
        let reason =
            switch file.path.split(separator: "/").first {
            case "static": "copy the files that you need from `static/` by hand"
            case "content" where file.path.hasSuffix("/_index.md"): "the heading of a list"
            case "content": "a separate page: Allclear has no such pages"
            default: "not part of the records"
            }
        return Finding(path: file.path, outcome: .notARecord(reason))
    }

    mutating func readSettings(_ file: SourceFile) -> Finding {
        let findings = Findings()
        guard let document = YAMLDocument(reading: file, into: findings) else {
            let remarks = findings.all.map { Remark($0.message, at: $0.location) }
            return Finding(path: file.path, outcome: .refusedSettings, remarks: remarks)
        }
        if let double = document.double(among: CStateSettings.carried) {
            let remark = Remark("the key `\(double.key)` appears here again", at: double.location)
            return Finding(path: file.path, outcome: .refusedSettings, remarks: [remark])
        }
        settings = CStateSettings(reading: document, in: file)
        for system in settings.systems {
            _ = components.id(of: system.name) { id in
                ComponentDescription(
                    id: id,
                    name: system.shownName ?? system.name,
                    aliases: system.shownName == nil ? [] : [system.name],
                    group: system.group,
                    description: system.description
                )
            }
        }
        return Finding(path: file.path, outcome: .settings, remarks: settings.remarks)
    }

    mutating func read(_ file: SourceFile) -> Finding {
        do {
            var issue = try CStateIssue(of: file, settings: settings)
            let end = issue.resolvedAt ?? .distantFuture
            let ids = issue.isInformational ? [] : issue.componentNames.map { id(of: $0, until: end) }
            let record = issue.record(of: ids, linking: links)
            return Finding(path: file.path, outcome: .record(record), remarks: issue.remarks)
        } catch {
            return Finding(path: file.path, outcome: .refused, remarks: [error.remark])
        }
    }

    mutating func id(of name: String, until end: Instant) -> String {
        let isKnown = components.contains(name)
        let id = components.id(of: name) { ComponentDescription(id: $0, name: name) }
        if !isKnown || unlistedUntil[id] != nil {
            unlistedUntil[id] = max(unlistedUntil[id] ?? .distantPast, end)
        }
        return id
    }

    /// Retires the systems that only old incidents name: cState shows only those that `config.yml` lists.
    mutating func retireUnlisted() -> Remark? {
        guard let place = settings.systemsPlace, !unlistedUntil.isEmpty else { return nil }
        for (id, end) in unlistedUntil where end < .distantFuture {
            components.update(id) { $0.until = settings.zone.day(of: end).advanced(by: 1) }
        }
        return Remark.retiring(unlistedUntil.count, "system", namedBy: "issues", at: place)
    }
}
