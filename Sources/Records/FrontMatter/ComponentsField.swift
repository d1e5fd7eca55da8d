import Diagnostics
import StatusModel

/// A reader of `components`: a map from component to status, or a list of components.
struct ComponentsField {
    let configuration: Configuration
    /// The status of components that are listed without one.
    let defaultStatus: ComponentStatus?

    func read(_ value: YAMLValue, into findings: Findings) -> [StatusChange] {
        var seen: [Component.Index: YAMLValue] = [:]
        var changes: [StatusChange] = []
        for (name, status) in pairs(in: value) {
            guard let text = name.text(named: "components", into: findings),
                let component = configuration.component(text, at: name.location, into: findings)
            else { continue }
            if let first = seen[component] {
                findings.add(repeated(text, at: name.location, first: first.location))
                continue
            }
            seen[component] = name
            guard let status = self.status(status, of: text, at: name, into: findings) else { continue }
            changes.append(StatusChange(component, status))
        }
        return changes
    }
}

private extension ComponentsField {
    func pairs(in value: YAMLValue) -> [(name: YAMLValue, status: YAMLValue?)] {
        if let entries = value.entries { return entries.map { ($0.key, $0.value) } }
        return (value.elements ?? [value]).flatMap { element -> [(name: YAMLValue, status: YAMLValue?)] in
            // In YAML, `- web: degraded` is a list of maps; its meaning is clear.
            element.entries?.map { ($0.key, $0.value) } ?? [(element, nil)]
        }
    }

    func status(
        _ value: YAMLValue?,
        of name: String,
        at key: YAMLValue,
        into findings: Findings
    ) -> ComponentStatus? {
        guard let value else {
            if defaultStatus == nil { findings.add(missingStatus(of: name, at: key.location)) }
            return defaultStatus
        }
        guard !value.isEmpty else {
            findings.add(missingStatus(of: name, at: key.location))
            return nil
        }
        guard let word = value.text(named: name, into: findings) else { return nil }
        if let status = ComponentStatus(word: word) { return status }
        findings.add(unknownStatus(word, at: value.location))
        return nil
    }

    func missingStatus(of name: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, .missingStatus, "`\(name)` has no status", at: location,
            hint:
                "write `\(name): partial_outage` or another status, or give the severity a `component_status`"
        )
    }

    func repeated(_ name: String, at location: SourceLocation, first: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, .duplicateKey, "`\(name)` is the same component as one above", at: location,
            hint: "keep one of the two", related: [Diagnostic.Note("the first is here", at: first)])
    }
}
