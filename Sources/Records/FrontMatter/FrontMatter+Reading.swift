import Diagnostics
import StatusModel

extension FrontMatter {
    /// Reads the keys; nothing where there are too few to go on with.
    convenience init?(
        reading root: YAMLValue,
        configuration: Configuration,
        index: RecordIndex,
        into diagnostics: inout [Diagnostic]
    ) {
        guard let map = MappingReader(root, as: .record, into: &diagnostics) else { return nil }
        let title = map.requiredText(
            "title",
            hint: "write a headline: `title: Website is slow`",
            into: &diagnostics
        )
        self.init(title: title ?? "", file: root.text.file, map: map)
        readKind(in: map, times: configuration.times, into: &diagnostics)
        refuseMisplacedKeys(in: map, into: &diagnostics)
        severity = severity(in: map, configuration: configuration, into: &diagnostics)
        components = ComponentsField(
            configuration: configuration,
            defaultStatus: defaultStatus(in: configuration)
        )
        .read(map, into: &diagnostics)
        readTimes(in: map, times: configuration.times, into: &diagnostics)
        readText(in: map, configuration: configuration, into: &diagnostics)
        readReferences(in: map, index: index, into: &diagnostics)
    }
}

private extension FrontMatter {
    func severity(
        in map: MappingReader,
        configuration: Configuration,
        into diagnostics: inout [Diagnostic]
    ) -> Severity.Rank? {
        guard kind == .incident else { return nil }
        guard let value = map.value("severity") else {
            map.reportMissing(
                "severity",
                hint: "write one of \(list(configuration.severities.shown, or: true))",
                into: &diagnostics
            )
            return nil
        }
        guard let name = value.text(named: "severity", into: &diagnostics) else { return nil }
        return configuration.severity(name, at: value.location, into: &diagnostics)
    }

    /// The status of components that are listed without one.
    func defaultStatus(in configuration: Configuration) -> ComponentStatus? {
        if kind == .incident { return severity.flatMap { configuration.page.severities[$0].componentStatus } }
        return kind == .notice ? nil : .underMaintenance
    }

    func readTimes(in map: MappingReader, times: TimeReader, into diagnostics: inout [Diagnostic]) {
        started = map.instant("started", times, into: &diagnostics)
        detected = map.instant("detected", times, into: &diagnostics)
        acknowledged = map.instant("acknowledged", times, into: &diagnostics)
        ended = map.instant("ended", times, into: &diagnostics)
    }

    func readText(
        in map: MappingReader,
        configuration: Configuration,
        into diagnostics: inout [Diagnostic]
    ) {
        // What was to be a draft is one until it says otherwise.
        isDraft = map.flag("draft", into: &diagnostics) ?? map.isWritten("draft")
        let inherited = severity.map { configuration.page.severities[$0].visibility } ?? .public
        statedVisibility = map.choice("visibility", among: Visibility.byWord, into: &diagnostics)
        visibility = statedVisibility ?? inherited
        isVisibilityCertain =
            visibility == .internal
            || inherited == .public && !map.mayHide
                && (statedVisibility != nil || !map.isWritten("visibility"))
                && (severity != nil || !hasSeverity)
        if let value = map.value("impact") {
            let details =
                value.string == nil
                ? value.details(named: "impact", into: &diagnostics)
                : value.text(named: "impact", into: &diagnostics).map { [("", $0)] } ?? []
            impact = details.map { label, text in
                let isInternal = configuration.internalLines.hides(label: label, text: text)
                return Record.Detail(label: label, text: text, isInternal: isInternal)
            }
        }
        if let value = map.value("internal") { readInternals(value, into: &diagnostics) }
    }

    func readInternals(_ value: YAMLValue, into diagnostics: inout [Diagnostic]) {
        internalDetails = value.details(named: "internal", into: &diagnostics)
            .map { Record.Detail(label: $0.label, text: $0.text) }
        guard let checklist, !checklist.isEmpty else { return }
        internalDetails.removeAll { $0.label.folded == Self.checklistKey }
        // What is no text has been told of with the other details.
        var told: [Diagnostic] = []
        for item in checklist.elements ?? [checklist] {
            guard let text = item.text(named: Self.checklistKey, into: &told) else { continue }
            tickedItems.append(Placed(value: text, source: item))
        }
    }

    func readReferences(
        in map: MappingReader,
        index: RecordIndex,
        into diagnostics: inout [Diagnostic]
    ) {
        ticket = map.text("ticket", into: &diagnostics)
        tags = map.texts("tags", into: &diagnostics)
        aliases = map.texts("aliases", into: &diagnostics).map(\.asSlug)
        for value in map.values("links") {
            guard let url = value.text(named: "links", into: &diagnostics) else { continue }
            if isSafeAddress(url) {
                links.append(url)
            } else {
                diagnostics.append(unsafeAddress(url, at: value.location))
            }
        }
        for value in map.values("related") {
            guard let id = value.text(named: "related", into: &diagnostics) else { continue }
            if let slug = index.slug(ofID: id) {
                related.append(slug)
            } else {
                diagnostics.append(
                    Diagnostic(
                        .error,
                        .unknownRecord,
                        "there is no record `\(id)`",
                        at: value.location,
                        hint: didYouMean(id, among: index.ids) ?? "write the name of its file without `.md`"
                    )
                )
            }
        }
    }
}

extension MappingReader {
    /// The instant of a key; a time without a day is refused.
    func instant(_ key: String, _ times: TimeReader, into diagnostics: inout [Diagnostic]) -> Placed<Instant>?
    {
        guard let value = value(key), let text = value.text(named: key, into: &diagnostics) else {
            return nil
        }
        return times.instant(text, at: value.location, into: &diagnostics).map {
            Placed(value: $0, source: value)
        }
    }
}

extension Configuration {
    /// The severity of that name, or the report that there is none.
    func severity(
        _ name: String,
        at place: @autoclosure () -> SourceLocation,
        into diagnostics: inout [Diagnostic]
    ) -> Severity.Rank? {
        if let rank = severities[name] { return rank }
        diagnostics.append(
            Diagnostic(
                .error,
                .unknownSeverity,
                "there is no severity `\(name)`",
                at: place(),
                hint: severities.hint(for: name, listing: "severities")
            )
        )
        return nil
    }

    /// The component of that name, or the report that there is none.
    func component(
        _ name: String,
        at place: @autoclosure () -> SourceLocation,
        into diagnostics: inout [Diagnostic]
    ) -> Component.Index? {
        if let index = components[name] { return index }
        diagnostics.append(
            Diagnostic(
                .error,
                .unknownComponent,
                "there is no component `\(name)`",
                at: place(),
                hint: components.hint(for: name, listing: "components")
            )
        )
        return nil
    }
}
