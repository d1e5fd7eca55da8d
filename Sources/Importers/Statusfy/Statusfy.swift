import Diagnostics
import JSONFiles
import Records
import StatusModel

/// A Statusfy site: incidents in `content/`, names in `locales/`, and two texts of `statusfy.config.js`.
///
/// The rest of that file is a program, which cannot be read.
///
/// Source: Statusfy's guide, "Incidents", and its configuration reference.
struct Statusfy {
    /// `nil` if the files are not a Statusfy site.
    private(set) var harvest: Harvest?
    private var components = ComponentRegister()
    private var site = SiteDescription(title: "Status", url: "")

    init(_ files: [SourceFile]) {
        let isStatusfy = files.contains { $0.path == Self.program || Self.isLocale($0.path) }
        guard isStatusfy, files.contains(where: { Self.isIncident($0.path) }) else { return }
        let names = files.first { $0.path == "locales/en.json" } ?? files.first { Self.isLocale($0.path) }
        let program = files.first { $0.path == Self.program }
        var findings = [names.map { readNames(in: $0) }, program.map { readProgram($0) }].compactMap { $0 }
        if site.url.isEmpty {
            site.url = "https://status.example.com"
            let place = (program ?? names ?? files[0]).start
            findings[0].remarks.append(
                Remark("there is no address: set `url` in `status.yml`", at: place)
            )
        }
        for file in files where ![names?.path, program?.path].contains(file.path) {
            findings.append(read(file))
        }
        site.components = components.components
        site.severities = StatusfySeverity.allCases.map(\.description)
        harvest = Harvest(site: site, findings: findings)
    }
}

private extension Statusfy {
    static let program = "statusfy.config.js"

    static func isLocale(_ path: String) -> Bool {
        path.hasPrefix("locales/") && path.hasSuffix(".json")
    }

    static func isIncident(_ path: String) -> Bool {
        path.hasPrefix("content/") && path.hasSuffix(".md") && path.count { $0 == "/" } == 1
            && path.lowercased() != "content/readme.md"
    }

    mutating func read(_ file: SourceFile) -> Finding {
        if Self.isIncident(file.path) { return readIncident(file) }
        let reason =
            if file.path.lowercased() == "content/readme.md" {
                "a file that Statusfy ignores"
            } else if file.path.hasPrefix("content/") && file.path.hasSuffix(".md") {
                "a translation: Allclear sites have one language"
            } else if Self.isLocale(file.path) {
                "texts in another language"
            } else {
                "not part of the records"
            }
        return Finding(path: file.path, outcome: .notARecord(reason))
    }

    mutating func readNames(in file: SourceFile) -> Finding {
        do {
            let document = try JSONReader.read(file)
            if let title = document["title"]?.text { site.title = title.onOneLine }
            for item in document["systems"]?["items"]?.entries ?? [] {
                let name = item.value["title"]?.text?.onOneLine ?? item.key
                _ = components.id(of: item.key) { ComponentDescription(id: $0, name: name) }
            }
            let remark = document["description"].map {
                Remark("`description` is not imported", at: file.location(of: $0))
            }
            return Finding(path: file.path, outcome: .settings, remarks: remark.map { [$0] } ?? [])
        } catch {
            return Finding(path: file.path, outcome: .refusedSettings, remarks: [error.remark])
        }
    }

    /// Reads the title and the address in the program, if they are plain texts.
    mutating func readProgram(_ file: SourceFile) -> Finding {
        let text = String(decoding: file.bytes, as: UTF8.self)
        if let match = text.firstMatch(of: /\bbaseUrl:\s*["'`](https?:\/\/[^"'`\s]+)["'`]/) {
            site.url = String(match.1)
        }
        if let match = text.firstMatch(of: /\btitle:\s*["'`]([^"'`\n]+)["'`]/) {
            site.title = match.1.onOneLine
        }
        let remark = Remark("this is a script: only its title and `baseUrl` are read", at: file.start)
        return Finding(path: file.path, outcome: .settings, remarks: [remark])
    }

    mutating func readIncident(_ file: SourceFile) -> Finding {
        do {
            var incident = try StatusfyIncident(of: file)
            let ids = incident.systems.map { name in
                components.id(of: name) { ComponentDescription(id: $0, name: name) }
            }
            let record = incident.record(of: ids)
            return Finding(path: file.path, outcome: .record(record), remarks: incident.remarks)
        } catch {
            return Finding(path: file.path, outcome: .refused, remarks: [error.remark])
        }
    }
}
