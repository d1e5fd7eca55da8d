import Diagnostics
import StatusModel

/// A reader of a record's keys, including those whose meaning depends on others.
struct FrontMatterReader {
    let configuration: Configuration
    let index: RecordIndex
    let findings: Findings

    /// Returns the typed values of the keys; `nil` if the front matter is not a map.
    func read(_ root: YAMLValue) -> FrontMatter? {
        let frontMatter = FrontMatter(title: "", file: root.text.file, map: nil)
        var written = FrontMatter.Written(frontMatter)
        guard let map = FrontMatter.keys.read(root, into: &written, findings) else { return nil }
        frontMatter.map = map
        settleKind(of: written, in: map)
        refuseMisplacedKeys(of: frontMatter.kind, in: map)
        frontMatter.severity = severity(of: written, in: map)
        frontMatter.started = instant(written.started)
        frontMatter.detected = instant(written.detected)
        frontMatter.acknowledged = instant(written.acknowledged)
        frontMatter.ended = instant(written.ended)
        // An unreadable `draft` counts as `true`.
        frontMatter.isDraft = written.isDraft ?? map.isWritten("draft")
        settleDefaults(of: frontMatter)
        frontMatter.impact = impact(of: written)
        settleInternals(of: written)
        frontMatter.related = written.related.compactMap(slug)
        return frontMatter
    }
}

// MARK: - The kind

private extension FrontMatterReader {
    /// Determines the kind: an incident, unless there is `maintenance` or `notice`, even with mistakes.
    func settleKind(of written: FrontMatter.Written, in map: MappingReader) {
        let frontMatter = written.frontMatter
        switch (written.maintenance, written.notice) {
        case (nil, nil):
            frontMatter.kind = map.isWritten("maintenance") || map.isWritten("notice") ? nil : .incident
        case (let value?, nil):
            var span = FrontMatter.Span()
            guard let keys = FrontMatter.maintenanceKeys.read(value, into: &span, findings) else { break }
            let (from, until) = (instant(span.from), instant(span.until))
            if let from, let until {
                settle(frontMatter, .maintenance, from, until)
                if frontMatter.kind != nil { settleSeries(of: frontMatter, span, from, until, in: keys) }
            }
        case (nil, let value?):
            var span = FrontMatter.Span()
            FrontMatter.noticeKeys.read(value, into: &span, findings)
            let until = instant(span.until)
            if let from = instant(span.from) { settle(frontMatter, .notice, from, until) }
        case (_?, _?):
            findings.error(
                .misplacedKey, at: map.location(of: "notice"),
                "a record cannot be both maintenance and a notice", hint: "keep one of the two keys")
        }
    }

    func settleSeries(
        of frontMatter: FrontMatter, _ span: FrontMatter.Span, _ from: Placed<Instant>,
        _ until: Placed<Instant>,
        in map: MappingReader
    ) {
        let found = Findings()
        frontMatter.series = SeriesReader(
            zone: configuration.page.zone, times: configuration.times, findings: found, span: span,
            from: from,
            until: until
        )
        .read(in: map)
        frontMatter.hidesSeries = map.isWritten("repeat") && frontMatter.series == nil
        findings.add(found.all)
        guard map.isWritten("repeat"), let id = frontMatter.ids.statuspage else { return }
        findings.error(
            .misplacedKey, at: id.place,
            "recurring maintenance cannot keep an id: each window has its own", hint: "remove `ids`")
    }

    func settle(
        _ frontMatter: FrontMatter, _ kind: Record.Kind, _ from: Placed<Instant>, _ until: Placed<Instant>?
    ) {
        if let until, until.value <= from.value {
            findings.error(
                .timeBeforeStart, at: until.place, "`until` must be after `from`",
                hint: "use a later time", related: [Diagnostic.Note("`from` is here", at: from.place)])
            return
        }
        (frontMatter.kind, frontMatter.from, frontMatter.until) = (kind, from, until)
    }

    /// Reports keys that only other kinds of record have.
    func refuseMisplacedKeys(of kind: Record.Kind?, in map: MappingReader) {
        guard let kind, kind != .incident else { return }
        let isNotice = kind == .notice
        let (name, refused) = (
            isNotice ? "a notice" : "maintenance",
            isNotice ? FrontMatter.keysNoticesLack : FrontMatter.keysOfIncidents
        )
        for key in refused where map.has(key) {
            findings.error(
                .misplacedKey, at: map.location(of: key), "\(name) cannot have `\(key)`",
                hint: key == "started" || key == "ended"
                    ? "use `from` and `until` for its times" : "remove the key")
        }
    }
}

// MARK: - Values that depend on the kind and the site

private extension FrontMatterReader {
    /// Settles what the severity decides.
    ///
    /// If the beginning is known only from the first update, this happens again later, and mistakes are reported then.
    func settleDefaults(of frontMatter: FrontMatter) {
        let isLate = frontMatter.started == nil && frontMatter.hasFormerRules(in: configuration)
        SeverityDefaults(configuration: configuration, findings: isLate ? Findings() : findings)
            .settle(frontMatter, beganAt: isLate ? nil : frontMatter.started?.value ?? .distantFuture)
        frontMatter.awaitsBeginning = isLate
    }

    func severity(of written: FrontMatter.Written, in map: MappingReader) -> Severity.Rank? {
        guard written.frontMatter.kind == .incident else { return nil }
        guard let value = written.severity else {
            map.reportMissing(
                "severity", hint: "write one of \(list(configuration.severities.shown, or: true))")
            return nil
        }
        guard let name = value.text(named: "severity", into: findings) else { return nil }
        return configuration.severity(name, at: value.location, into: findings)
    }

    func impact(of written: FrontMatter.Written) -> [Record.Detail] {
        guard let value = written.impact else { return [] }
        let details =
            value.string == nil
            ? value.details(named: "impact", into: findings).map { ($0.label, $0.text, $0.place) }
            : value.text(named: "impact", into: findings).map { [("", $0, value.location)] } ?? []
        return details.map { label, text, place in
            let isInternal = configuration.internalLines.hides(label: label, text: text)
            if !isInternal, let mark = InternalLines.slip(inPartOf: text) {
                findings.add(MisplacedLine.slipOfMark(mark).diagnostic(at: place))
            }
            return Record.Detail(label: label, text: text, isInternal: isInternal)
        }
    }

    /// Reads `internal`, in which two keys of an incident have special meanings and forms.
    func settleInternals(of written: FrontMatter.Written) {
        guard let value = written.internals else { return }
        let frontMatter = written.frontMatter
        let checklists = frontMatter.internalValues(FrontMatter.checklistKey).filter { !$0.isEmpty }
        let escalated = frontMatter.internalValues(FrontMatter.escalatedKey)
        // A value that is not a map is free text.
        let isMap = escalated.allSatisfy { $0.entries != nil }
        frontMatter.internalDetails = value.details(named: "internal", into: findings) { label in
            switch label.folded {
            case FrontMatter.checklistKey: checklists.isEmpty
            case FrontMatter.escalatedKey: escalated.isEmpty || !isMap
            default: true
            }
        }
        .map { Record.Detail(label: $0.label, prose: InlineProse(reading: $0.text)) }
        for checklist in checklists { settleTicks(by: checklist, in: frontMatter) }
        if isMap { for map in escalated { settleEscalations(by: map.entries ?? [], in: frontMatter) } }
    }

    func settleTicks(by checklist: YAMLValue, in frontMatter: FrontMatter) {
        for item in checklist.elements ?? [checklist] {
            guard let text = item.text(named: FrontMatter.checklistKey, into: findings) else { continue }
            frontMatter.tickedItems.append(Placed(value: text, source: item))
        }
    }

    func settleEscalations(by entries: [(key: YAMLValue, value: YAMLValue)], in frontMatter: FrontMatter) {
        for (key, value) in entries {
            guard let people = key.text(named: FrontMatter.escalatedKey, into: findings),
                let time = value.text(named: FrontMatter.escalatedKey, into: findings),
                let at = instant(Placed(value: time, source: value))
            else { continue }
            frontMatter.escalations.append((Placed(value: people, source: key), at))
        }
    }

    /// Returns an instant; a time without a date is an error.
    func instant(_ text: Placed<String>?) -> Placed<Instant>? {
        guard let text else { return nil }
        return configuration.times.instant(text.value, at: text.place, into: findings)
            .map { Placed(value: $0, source: text.source) }
    }

    /// Returns the address of a related record.
    func slug(of id: Placed<String>) -> String? {
        if let slug = index.slug(ofID: id.value) { return slug }
        findings.error(
            .unknownRecord, at: id.place, "unknown record `\(id.value)`",
            hint: didYouMean(id.value, among: index.ids(near: id.value))
                ?? "write the name of its file without `.md`")
        return nil
    }
}
