import Diagnostics
import StatusModel

/// An issue of cState, with remarks about how it was read.
struct CStateIssue {
    let startedAt: Instant
    let resolvedAt: Instant?
    /// The systems that the issue names.
    let componentNames: [String]
    var remarks: [Remark]
    let file: SourceFile
    let frontMatter: FrontMatter
    let severity: CStateSeverity
    let zone: Zone
    private(set) var comments: [String]

    /// The text, split into its parts.
    let body: CStateBody

    /// Reads an issue; refuses one without a title or a date, or with an invalid time.
    init(of file: SourceFile, settings: CStateSettings) throws(Refusal) {
        var frontMatter = try FrontMatter(of: file)
        self.file = file
        zone = settings.zone
        try frontMatter.refuseDoubles(of: Self.keys)
        _ = try frontMatter.required("title")
        startedAt = try frontMatter.instant("date", zone: zone)
        body = CStateBody(frontMatter.body, zone: zone, isResolved: frontMatter.isOn("resolved"))
        resolvedAt = try Self.end(in: &frontMatter, after: startedAt, saidIn: body, zone: zone)
        comments = frontMatter.comments(besides: Self.keys)
        remarks = frontMatter.remarks
        self.frontMatter = frontMatter
        severity = frontMatter.text("severity").flatMap { CStateSeverity($0.text) } ?? .notice
        componentNames = Self.names(in: frontMatter, into: &remarks)
        remarkOnSeverity()
    }
}

extension CStateIssue {
    /// The suffixes of the files that Hugo reads as Markdown.
    static let suffixes = [".md", ".markdown", ".mdown"]

    /// Returns the name of the file, or of the folder if it holds a page with its pictures.
    static func id(of path: String) -> String {
        let suffix = suffixes.first(where: path.hasSuffix) ?? ""
        let parts = path.dropLast(suffix.count).split(separator: "/")
        let name = parts.last == "index" ? parts.dropLast().last : parts.last
        return RecordNames.readable(name ?? "")
    }
}

private extension CStateIssue {
    /// The keys that cState has; `section` only repeats the folder.
    static let keys = [
        "title", "date", "resolved", "resolvedWhen", "severity", "affected", "section", "draft",
        "informational",
        "pin", "aliases",
    ]

    /// Returns the time at which the issue was resolved; `nil` while it is open.
    static func end(
        in frontMatter: inout FrontMatter,
        after start: Instant,
        saidIn body: CStateBody,
        zone: Zone
    ) throws(Refusal) -> Instant? {
        guard frontMatter.isOn("resolved") else {
            remarkOnNeedlessEnd(in: &frontMatter)
            return nil
        }
        guard let text = frontMatter.text("resolvedWhen") else {
            return endWithoutTime(in: &frontMatter, after: start, saidIn: body)
        }
        let end = try frontMatter.instant("resolvedWhen", zone: zone)
        guard end >= start else {
            throw Refusal(
                "`resolvedWhen` is before `date`: correct one of the two",
                at: text.location
            )
        }
        return end
    }

    /// Returns the time of the last update that says that the issue is resolved, or its start if there is none.
    static func endWithoutTime(
        in frontMatter: inout FrontMatter,
        after start: Instant,
        saidIn body: CStateBody
    ) -> Instant {
        let said = body.entries.filter { PhaseWord.isFinal($0.word) && $0.at >= start }.map(\.at).max()
        let reading =
            said == nil
            ? "its start is used as its end, so it adds no downtime"
            : "using the time of the update that says it is resolved"
        frontMatter.remarks.append(
            Remark("no `resolvedWhen`: \(reading)", at: frontMatter.place(of: "resolved"))
        )
        return said ?? start
    }

    static func remarkOnNeedlessEnd(in frontMatter: inout FrontMatter) {
        guard let end = frontMatter.text("resolvedWhen") else { return }
        frontMatter.remarks.append(
            Remark("it is not `resolved`, so it stays open and `resolvedWhen` is left out", at: end.location)
        )
    }

    static func names(in frontMatter: FrontMatter, into remarks: inout [Remark]) -> [String] {
        var names: [String] = []
        for name in frontMatter["affected"]?.values ?? [] where !name.text.isEmpty {
            if ["nothing", "none"].contains(name.text.lowercased()) {
                remarks.append(
                    Remark(
                        "there is no system `\(name.text)`: it is left out",
                        at: name.location
                    )
                )
            } else {
                names.append(name.text.onOneLine)
            }
        }
        return names
    }

    mutating func remarkOnSeverity() {
        guard !frontMatter.isOn("informational") else { return }
        guard let word = frontMatter.text("severity") else {
            return remarks.append(Remark("there is no `severity`: using `notice`", at: file.start))
        }
        guard word.text != severity.rawValue else { return }
        let isUnknown = CStateSeverity(word.text) == nil
        if isUnknown { comments.append("severity: \(word.text)") }
        remarks.append(
            Remark(
                "cState has no severity `\(word.text)`: using `\(severity.rawValue)`",
                at: word.location
            )
        )
    }
}
