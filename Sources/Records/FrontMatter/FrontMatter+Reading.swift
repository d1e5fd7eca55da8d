import Diagnostics
import StatusModel

extension FrontMatter {
    /// Reads the keys; nothing where there are too few to go on with.
    convenience init?(
        reading root: YAMLValue,
        configuration: Configuration,
        index: RecordIndex,
        into findings: Findings
    ) {
        guard let map = MappingReader(root, as: .record, into: findings) else { return nil }
        let title = map.requiredText(
            "title",
            hint: "write a headline: `title: Website is slow`")
        self.init(title: title ?? "", file: root.text.file, map: map)
        readKind(in: map, times: configuration.times, into: findings)
        refuseMisplacedKeys(in: map, into: findings)
        severity = severity(in: map, configuration: configuration, into: findings)
        components = ComponentsField(
            configuration: configuration,
            defaultStatus: defaultStatus(in: configuration)
        )
        .read(map, into: findings)
        readTimes(in: map, times: configuration.times, into: findings)
        readText(in: map, configuration: configuration, into: findings)
        readReferences(in: map, index: index, into: findings)
    }
}

private extension FrontMatter {
    func severity(
        in map: MappingReader,
        configuration: Configuration,
        into findings: Findings
    ) -> Severity.Rank? {
        guard kind == .incident else { return nil }
        guard let value = map.value("severity") else {
            map.reportMissing(
                "severity",
                hint: "write one of \(list(configuration.severities.shown, or: true))")
            return nil
        }
        guard let name = value.text(named: "severity", into: findings) else { return nil }
        return configuration.severity(name, at: value.location, into: findings)
    }

    /// The status of components that are listed without one.
    func defaultStatus(in configuration: Configuration) -> ComponentStatus? {
        if kind == .incident { return severity.flatMap { configuration.page.severities[$0].componentStatus } }
        return kind == .notice ? nil : .underMaintenance
    }

    func readTimes(in map: MappingReader, times: TimeReader, into findings: Findings) {
        started = map.instant("started", times)
        detected = map.instant("detected", times)
        acknowledged = map.instant("acknowledged", times)
        ended = map.instant("ended", times)
    }

    func readText(
        in map: MappingReader,
        configuration: Configuration,
        into findings: Findings
    ) {
        // What was to be a draft is one until it says otherwise.
        isDraft = map.flag("draft") ?? map.isWritten("draft")
        let inherited = severity.map { configuration.page.severities[$0].visibility } ?? .public
        statedVisibility = map.choice("visibility", among: Visibility.byWord)
        visibility = statedVisibility ?? inherited
        isVisibilityCertain =
            visibility == .internal
            || inherited == .public && !map.mayHide
                && (statedVisibility != nil || !map.isWritten("visibility"))
                && (severity != nil || !hasSeverity)
        if let value = map.value("impact") {
            let details =
                value.string == nil
                ? value.details(named: "impact", into: findings)
                : value.text(named: "impact", into: findings).map { [("", $0)] } ?? []
            impact = details.map { label, text in
                let isInternal = configuration.internalLines.hides(label: label, text: text)
                return Record.Detail(label: label, text: text, isInternal: isInternal)
            }
        }
        if let value = map.value("internal") { readInternals(value, into: findings) }
    }

    func readInternals(_ value: YAMLValue, into findings: Findings) {
        internalDetails = value.details(named: "internal", into: findings)
            .map { Record.Detail(label: $0.label, text: $0.text) }
        guard let checklist, !checklist.isEmpty else { return }
        internalDetails.removeAll { $0.label.folded == Self.checklistKey }
        // What is no text has been told of with the other details.
        let told = Findings()
        for item in checklist.elements ?? [checklist] {
            guard let text = item.text(named: Self.checklistKey, into: told) else { continue }
            tickedItems.append(Placed(value: text, source: item))
        }
    }

    func readReferences(
        in map: MappingReader,
        index: RecordIndex,
        into findings: Findings
    ) {
        ticket = map.text("ticket")
        tags = map.texts("tags")
        aliases = map.texts("aliases").map(\.asSlug)
        for value in map.values("links") {
            guard let url = value.text(named: "links", into: findings) else { continue }
            if isSafeAddress(url) {
                links.append(url)
            } else {
                findings.add(unsafeAddress(url, at: value.location))
            }
        }
        for value in map.values("related") {
            guard let id = value.text(named: "related", into: findings) else { continue }
            if let slug = index.slug(ofID: id) {
                related.append(slug)
            } else {
                findings.error(
                    .unknownRecord, at: value.location, "there is no record `\(id)`",
                    hint: didYouMean(id, among: index.ids) ?? "write the name of its file without `.md`")
            }
        }
    }
}

extension MappingReader {
    /// The instant of a key; a time without a day is refused.
    func instant(_ key: String, _ times: TimeReader) -> Placed<Instant>? {
        guard let value = value(key), let text = value.text(named: key, into: findings) else {
            return nil
        }
        return times.instant(text, at: value.location, into: findings).map {
            Placed(value: $0, source: value)
        }
    }
}

extension Configuration {
    /// The severity of that name, or the report that there is none.
    func severity(
        _ name: String,
        at place: @autoclosure () -> SourceLocation,
        into findings: Findings
    ) -> Severity.Rank? {
        if let rank = severities[name] { return rank }
        findings.error(
            .unknownSeverity, at: place(), "there is no severity `\(name)`",
            hint: severities.hint(for: name, listing: "severities"))
        return nil
    }

    /// The component of that name, or the report that there is none.
    func component(
        _ name: String,
        at place: @autoclosure () -> SourceLocation,
        into findings: Findings
    ) -> Component.Index? {
        if let index = components[name] { return index }
        findings.error(
            .unknownComponent, at: place(), "there is no component `\(name)`",
            hint: components.hint(for: name, listing: "components"))
        return nil
    }
}
