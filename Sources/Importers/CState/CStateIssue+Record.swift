import Diagnostics
import StatusModel

extension CStateIssue {
    /// Returns the record of this issue.
    ///
    /// - Parameters:
    ///   - ids: the ids of the components that the issue names.
    ///   - links: the links to other issues.
    mutating func record(of ids: [String], linking links: CStateLinks) -> RecordDescription {
        let title = frontMatter.line("title")
        let kind = kind(titled: title)
        var record = RecordDescription(
            id: Self.id(of: file.path),
            title: title,
            kind: kind,
            state: state(of: ids, in: kind),
            place: file.start
        )
        record.isDraft = frontMatter.isOn("draft")
        record.aliases = frontMatter["aliases"]?.values.compactMap { Self.slug(of: $0.text) } ?? []
        record.comments = comments
        addText(to: &record)
        var losses = Losses(in: file)
        record.eachText { text in text = links.replaced(in: losses.markdown(of: text)) }
        remarks += losses.remarks
        if kind.isNotice {
            addTags(to: &record)
        } else {
            record.affect(ids, with: status(in: kind))
        }
        return record
    }

    /// Whether the post is informational, not about an incident.
    var isInformational: Bool { frontMatter.isOn("informational") }
}

// MARK: - Kind

private extension CStateIssue {
    /// Returns the kind of the record.
    ///
    /// Informational posts are notices. An issue of severity `notice` becomes maintenance if its title says so and it has
    /// an end.
    mutating func kind(titled title: String) -> RecordDescription.Kind {
        if isInformational { return notice() }
        if severity == .notice, let resolvedAt, resolvedAt > startedAt,
            title.lowercased().contains("maintenance"),
            let place = frontMatter.text("severity")
        {
            remarks.append(
                Remark(
                    "imported as maintenance, because of its title and this severity",
                    at: place.location
                )
            )
            return .maintenance(from: startedAt, until: resolvedAt)
        }
        return .incident(severity: severity.rawValue, started: startedAt, ended: resolvedAt)
    }

    /// Returns the kind of an informational post.
    ///
    /// cState shows a pinned post for as long as it is pinned, and any other one in the history.
    mutating func notice() -> RecordDescription.Kind {
        if frontMatter.isOn("pin"), resolvedAt == nil { return .notice(from: startedAt, until: nil) }
        if let resolvedAt, resolvedAt > startedAt { return .notice(from: startedAt, until: resolvedAt) }
        remarks.append(
            Remark(
                "an informational post without an end is shown for a day",
                at: frontMatter.place(of: "informational")
            )
        )
        return .notice(from: startedAt, until: startedAt + 86_400)
    }

    /// Returns the state of the issue on cState's page.
    func state(of ids: [String], in kind: RecordDescription.Kind) -> SourceState {
        if case .notice(_, let until) = kind { return SourceState(overAt: until) }
        return SourceState(overAt: resolvedAt, components: Set(ids), worst: status(in: kind))
    }

    /// Adds the systems as tags, since a notice affects no components; cState shows them as tags, too.
    mutating func addTags(to record: inout RecordDescription) {
        guard !componentNames.isEmpty else { return }
        record.tags = componentNames
        remarks.append(
            Remark(
                "a notice cannot affect components: `affected` is kept as tags",
                at: frontMatter.place(of: "affected")
            )
        )
    }

    func status(in kind: RecordDescription.Kind) -> ComponentStatus {
        if case .maintenance = kind { .underMaintenance } else { severity.status }
    }
}

// MARK: - Text

private extension CStateIssue {
    static func slug(of address: String) -> String? {
        address.split(separator: "/").last.map(String.init)
    }

    /// Adds the body, split into updates if it has dates.
    mutating func addText(to record: inout RecordDescription) {
        for line in body.shortcodes {
            remarks.append(Remark("a Hugo shortcode is kept as text", at: file.location(of: line)))
        }
        let isMaintenance = if case .maintenance = record.kind { true } else { false }
        record.summary = body.text
        if record.kind.isNotice { return }
        guard let first = body.places.keys.min() else { return endMaintenance(in: &record) }
        guard isMaintenance || first >= startedAt else {
            if let line = body.places[first] {
                remarks.append(
                    Remark(
                        "the text is not split into updates: this time is before `date`",
                        at: file.location(of: line))
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
        record.tellOverrun(beginsByClock: true)
        record.dropNeedlessEnd()
    }

    func endMaintenance(in record: inout RecordDescription) {
        guard case .maintenance(_, let until) = record.kind else { return }
        record.updates = [UpdateDescription(at: until, phase: .completed, text: "")]
    }
}
