import Diagnostics
import JSONFiles
import Records
import StatusModel

/// An Upptime repository: `.upptimerc.yml`, the states in `history/`, and the issues of GitHub in `issues.json`.
///
/// Source: Upptime's configuration reference and the program that opens and closes the issues.
struct Upptime {
    /// `nil` if the files are not of Upptime.
    private(set) var harvest: Harvest?
    private var findings: [Finding] = []
    private var settings = UpptimeSettings()
    private var sites = UpptimeSites(of: UpptimeSettings(), summary: nil, histories: [:])

    init(_ files: [SourceFile]) {
        guard let settingsFile = files.first(where: { Self.isSettings($0.path) }) else { return }
        findings.append(readSettings(settingsFile))
        let summary = readSummary(in: files)
        let histories = readHistories(in: files)
        sites = UpptimeSites(of: settings, summary: summary, histories: histories)
        let issues = readIssues(in: files)
        let known = Set(findings.map(\.path))
        for file in files where !known.contains(file.path) { findings.append(Self.passOver(file)) }
        let records = records(of: issues)
        remarkOnMissing(issues, summary: summary, in: settingsFile)
        settings.close(with: sites.descriptions)
        harvest = Harvest(site: settings.site, findings: findings + records)
    }
}

// MARK: - Files

private extension Upptime {
    static func isSettings(_ path: String) -> Bool { [".upptimerc.yml", ".upptimerc.yaml"].contains(path) }

    static func isIssues(_ path: String) -> Bool {
        let name = path.split(separator: "/").last ?? ""
        return name.hasPrefix("issues") && name.hasSuffix(".json")
    }

    static func passOver(_ file: SourceFile) -> Finding {
        let isNumbers = ["api/", "graphs/"].contains(where: file.path.hasPrefix)
        return Finding(
            path: file.path,
            outcome: .notARecord(
                isNumbers ? "figures that are recomputed from the records" : "not part of the records"
            )
        )
    }

    mutating func readSettings(_ file: SourceFile) -> Finding {
        let findings = Findings()
        guard let document = YAMLDocument(reading: file, into: findings) else {
            let remarks = findings.all.map { Remark($0.message, at: $0.location) }
            return Finding(path: file.path, outcome: .refusedSettings, remarks: remarks)
        }
        if let double = document.double(among: UpptimeSettings.carried) {
            let remark = Remark("the key `\(double.key)` appears here again", at: double.location)
            return Finding(path: file.path, outcome: .refusedSettings, remarks: [remark])
        }
        settings = UpptimeSettings(reading: document)
        return Finding(path: file.path, outcome: .settings, remarks: settings.remarks)
    }

    mutating func readSummary(in files: [SourceFile]) -> JSON? {
        guard let file = files.first(where: { $0.path == "history/summary.json" }) else { return nil }
        do {
            let summary = try JSONReader.read(file)
            findings.append(Finding(path: file.path, outcome: .settings))
            return summary
        } catch {
            findings.append(Finding(path: file.path, outcome: .refusedSettings, remarks: [error.remark]))
            return nil
        }
    }

    mutating func readHistories(in files: [SourceFile]) -> [String: UpptimeHistory] {
        var histories: [String: UpptimeHistory] = [:]
        for file in files where file.path.hasPrefix("history/") && file.path.hasSuffix(".yml") {
            histories[String(file.path.dropFirst("history/".count).dropLast(".yml".count))] = UpptimeHistory(
                file
            )
            findings.append(Finding(path: file.path, outcome: .settings))
        }
        return histories
    }

    /// Reads the issues of all lists; a list of pages is read as one list.
    mutating func readIssues(in files: [SourceFile]) -> [JSONObject] {
        var issues: [JSONObject] = []
        for file in files where Self.isIssues(file.path) {
            do {
                let root = try JSONReader.read(file)
                let list = root.elements.flatMap { $0.elements.isEmpty ? [$0] : $0.elements }
                issues += list.map { JSONObject(json: $0, file: file) }
                findings.append(
                    Finding(path: file.path, outcome: .notARecord("a list: its issues are shown below"))
                )
            } catch {
                findings.append(Finding(path: file.path, outcome: .refused, remarks: [error.remark]))
            }
        }
        return issues
    }

    /// Adds remarks on missing issues and on retired sites: the summary has minutes per day, only issues have times.
    mutating func remarkOnMissing(_ issues: [JSONObject], summary: JSON?, in file: SourceFile) {
        let isDown = summary?.elements.contains { !($0["dailyMinutesDown"]?.keys ?? []).isEmpty } ?? false
        var remarks: [Remark] = []
        if issues.isEmpty, isDown {
            remarks.append(
                Remark(
                    """
                    `history/summary.json` shows downtime, but without times: save the GitHub issues \
                    in `issues.json`
                    """,
                    at: file.start
                )
            )
        }
        let gone = sites.retireUnwatched()
        if gone > 0 {
            remarks.append(
                Remark.retiring(gone, "site", namedBy: "issues", at: file.start)
            )
        }
        findings[0].remarks += remarks
    }
}

// MARK: - Issues

private extension Upptime {
    /// Returns the records, the oldest first.
    mutating func records(of objects: [JSONObject]) -> [Finding] {
        var (issues, findings) = ([UpptimeIssue](), [Finding]())
        for entry in Doubles(ofUpptime: objects).entries {
            let object = entry.object
            do {
                issues.append(try UpptimeIssue(object, remarks: entry.remarks))
            } catch {
                let number = object.json["number"]?.number.map(String.init) ?? "without a number"
                findings.append(
                    Finding(
                        path: object.file.path,
                        part: "issue " + number,
                        outcome: .refused,
                        remarks: [error.remark]
                    )
                )
            }
        }
        var names = RecordNames(zone: .utc)
        for issue in issues.sorted(by: { ($0.openedAt, $0.number) < ($1.openedAt, $1.number) }) {
            var finding = Finding(
                path: issue.object.file.path,
                part: "issue \(issue.number)",
                outcome: .refused,
                remarks: issue.remarks
            )
            read(issue, names: &names, into: &finding)
            findings.append(finding)
        }
        return findings
    }

    mutating func read(_ issue: UpptimeIssue, names: inout RecordNames, into finding: inout Finding) {
        guard !issue.isPullRequest, issue.isMaintenance || issue.isIncident else {
            finding.outcome = .notARecord("an issue without the label `status` or `maintenance`")
            return
        }
        finding.remarks += issue.losses
        let name = names.name(for: issue.title, startedAt: issue.openedAt, id: String(issue.number))
        guard issue.isMaintenance else {
            let ids = ids(of: issue, into: &finding)
            sites.witness(ids, at: issue.openedAt)
            finding.outcome = .record(issue.incident(named: name, of: ids))
            return
        }
        do {
            finding.outcome = .record(try issue.maintenance(named: name, on: sites))
            finding.remarks += issue.unknownSlugs(on: sites).map {
                Remark("there is no site `\($0)`: it is left out", at: issue.object.place)
            }
        } catch {
            finding.remarks.append(error.remark)
        }
    }

    /// Returns the sites in the labels of an issue, or else the site in its title.
    mutating func ids(of issue: UpptimeIssue, into finding: inout Finding) -> [String] {
        let ids = issue.labels.compactMap { sites.id(ofLabel: $0) }
        guard ids.isEmpty else { return ids }
        guard let name = issue.siteName else {
            finding.remarks.append(Remark("no label or title names a site", at: issue.object.place))
            return []
        }
        return [sites.id(ofName: name, until: issue.closedAt ?? .distantFuture)]
    }
}
