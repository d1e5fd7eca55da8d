import Diagnostics
import StatusModel

/// An issue of cState, with what is to be said of how it was read.
struct CStateIssue {
    let startedAt: Instant
    let resolvedAt: Instant?
    /// The systems that it names, each once.
    let componentNames: [String]
    private(set) var remarks: [Remark]
    private let file: SourceFile
    private let frontMatter: FrontMatter
    private let severity: CStateSeverity
    private let zone: Zone
    private var comments: [String] = []

    /// Refuses what lacks a title or a date, and times that cannot be.
    init(of file: SourceFile, settings: CStateSettings) throws(Refusal) {
        var frontMatter = try FrontMatter(of: file)
        (self.file, zone) = (file, settings.zone)
        _ = try frontMatter.required("title")
        startedAt = try frontMatter.instant("date", zone: zone)
        resolvedAt = try Self.end(in: &frontMatter, after: startedAt, zone: zone)
        remarks = frontMatter.remarks
        self.frontMatter = frontMatter
        severity = frontMatter.text("severity").flatMap { CStateSeverity($0.text) } ?? .notice
        componentNames = Self.names(in: frontMatter, into: &remarks)
        remarkOnSeverity()
        keepTheRest()
    }
}

extension CStateIssue {
    /// The file's name, or that of a folder that holds a page and its pictures.
    static func id(of path: String) -> String {
        let parts = path.dropLast(".md".count).split(separator: "/")
        let name = parts.last == "index" ? parts.dropLast().last : parts.last
        return String((name ?? "issue").drop { "_.".contains($0) })
    }

    /// The record.
    ///
    /// - Parameters:
    ///   - ids: those of the components that it names.
    ///   - links: where links to other issues lead.
    mutating func record(of ids: [String], linking links: CStateLinks) -> RecordDescription {
        let title = frontMatter.text("title") ?? PlacedText(text: "", range: 0..<0)
        let kind = kind(titled: title.text)
        var record = RecordDescription(
            id: Self.id(of: file.path),
            title: title.text,
            kind: kind,
            place: file.start
        )
        record.isDraft = frontMatter.isOn("draft")
        record.aliases = frontMatter["aliases"]?.values.compactMap { Self.slug(of: $0.text) } ?? []
        record.comments = comments
        addText(to: &record)
        record.summary = links.replaced(in: record.summary)
        for index in record.updates.indices {
            record.updates[index].text = links.replaced(in: record.updates[index].text)
        }
        if case .notice = kind { return record }
        var seen: Set<String> = []
        record.components = ids.filter { seen.insert($0).inserted }.map {
            RecordDescription.ComponentLine(id: $0, status: status(in: kind))
        }
        return record
    }
}

// MARK: - Front matter

private extension CStateIssue {
    /// When it was resolved; nothing while it is open.
    static func end(in frontMatter: inout FrontMatter, after start: Instant, zone: Zone) throws(Refusal)
        -> Instant?
    {
        guard frontMatter.isOn("resolved") else { return nil }
        guard let text = frontMatter.text("resolvedWhen") else {
            let place =
                frontMatter["resolved"].map { frontMatter.location(of: $0.key) } ?? frontMatter.file.start
            frontMatter.remarks.append(
                Remark(
                    "no `resolvedWhen`: it is taken to have ended when it began, and counts for nothing",
                    at: place
                )
            )
            return start
        }
        let end = try frontMatter.instant("resolvedWhen", zone: zone)
        guard end >= start else {
            throw Refusal(
                "`resolvedWhen` lies before `date`: correct one of the two",
                at: frontMatter.location(of: text)
            )
        }
        return end
    }

    static func names(in frontMatter: FrontMatter, into remarks: inout [Remark]) -> [String] {
        var names: [String] = []
        for name in frontMatter["affected"]?.values ?? [] where !name.text.isEmpty {
            if ["nothing", "none"].contains(name.text.lowercased()) {
                remarks.append(
                    Remark(
                        "`\(name.text)` names no system, and is left out",
                        at: frontMatter.location(of: name)
                    )
                )
            } else {
                names.append(name.text)
            }
        }
        return names
    }

    mutating func remarkOnSeverity() {
        guard !frontMatter.isOn("informational") else { return }
        guard let word = frontMatter.text("severity") else {
            return remarks.append(Remark("there is no `severity`: `notice` is taken", at: file.start))
        }
        guard word.text != severity.rawValue else { return }
        let isUnknown = CStateSeverity(word.text) == nil
        if isUnknown { comments.append("severity: \(word.text)") }
        remarks.append(
            Remark(
                "cState has no severity `\(word.text)`: it is read as `\(severity.rawValue)`",
                at: frontMatter.location(of: word)
            )
        )
    }

    /// Keys that a record has no place for stay as comments.
    mutating func keepTheRest() {
        let read = [
            "title", "date", "resolved", "resolvedWhen", "severity", "affected", "section", "draft",
            "informational", "pin", "aliases",
        ]
        for field in frontMatter.fields where !read.contains(field.key.text) {
            comments.append("\(field.key.text): " + field.values.map(\.text).joined(separator: ", "))
            remarks.append(
                Remark("`\(field.key.text)` is kept as a comment", at: frontMatter.location(of: field.key))
            )
        }
    }

    static func slug(of address: String) -> String? {
        address.split(separator: "/").last.map(String.init)
    }
}

// MARK: - Kind

private extension CStateIssue {
    /// Informational posts are notices. What calls itself maintenance, and is no more than a notice in cState,
    /// is maintenance.
    mutating func kind(titled title: String) -> RecordDescription.Kind {
        if frontMatter.isOn("informational") { return notice() }
        if severity == .notice, let resolvedAt, resolvedAt > startedAt,
            title.lowercased().contains("maintenance"),
            let place = frontMatter.text("severity")
        {
            remarks.append(
                Remark(
                    "read as maintenance, for its title and this severity",
                    at: frontMatter.location(of: place)
                )
            )
            return .maintenance(from: startedAt, until: resolvedAt)
        }
        return .incident(severity: severity.rawValue, started: startedAt, ended: resolvedAt)
    }

    /// cState shows a pinned post for as long as it is pinned, and another one in the history.
    mutating func notice() -> RecordDescription.Kind {
        if frontMatter.isOn("pin"), resolvedAt == nil { return .notice(from: startedAt, until: nil) }
        if let resolvedAt, resolvedAt > startedAt { return .notice(from: startedAt, until: resolvedAt) }
        let place = frontMatter["informational"].map { frontMatter.location(of: $0.key) } ?? file.start
        remarks.append(Remark("an informational post without an end is shown for a day", at: place))
        return .notice(from: startedAt, until: startedAt + 86_400)
    }

    func status(in kind: RecordDescription.Kind) -> ComponentStatus {
        if case .maintenance = kind { .underMaintenance } else { severity.status }
    }
}

// MARK: - Text

private extension CStateIssue {
    /// The body as a whole, or parted into updates where it dates them.
    mutating func addText(to record: inout RecordDescription) {
        let body = CStateBody(frontMatter.body, zone: zone)
        for line in body.shortcodes {
            remarks.append(Remark("a shortcode of Hugo is kept as text", at: file.location(of: line)))
        }
        let isMaintenance = if case .maintenance = record.kind { true } else { false }
        record.summary = body.text
        if case .notice = record.kind { return }
        guard let first = body.places.keys.min() else { return endMaintenance(in: &record) }
        guard isMaintenance || first >= startedAt else {
            if let line = body.places[first] {
                remarks.append(
                    Remark("the text is kept whole: this lies before `date`", at: file.location(of: line))
                )
            }
            return
        }
        record.summary = body.undated
        var entries = body.entries
        if let final = body.finalMessage, let resolvedAt {
            entries.append(UpdateCourse.Entry(at: resolvedAt, word: "resolved", text: final))
        }
        let course = UpdateCourse(
            of: entries,
            startedAt: startedAt,
            resolvedAt: resolvedAt,
            isMaintenance: isMaintenance
        )
        if let guess = course.guessedAt, let line = body.places[guess] {
            remarks.append(.guessedPhase(at: file.location(of: line)))
        }
        record.updates = course.updates
        record.dropNeedlessEnd()
    }

    func endMaintenance(in record: inout RecordDescription) {
        guard case .maintenance(_, let until) = record.kind else { return }
        record.updates = [UpdateDescription(at: until, phase: .completed, text: "")]
    }
}
