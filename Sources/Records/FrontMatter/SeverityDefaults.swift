import Diagnostics
import StatusModel

/// The defaults that a record takes from its severity: the statuses of its components, and its visibility.
///
/// They depend on the rules at its beginning, which may be known only from the first update.
struct SeverityDefaults {
    let configuration: Configuration
    let findings: Findings

    /// Settles the defaults.
    ///
    /// - Parameter beganAt: the beginning of the record; `nil` if it is unknown.
    func settle(_ frontMatter: FrontMatter, beganAt: Instant?) {
        let severity = frontMatter.severity.map {
            configuration.rules.severity($0, at: beganAt ?? .distantFuture)
        }
        settleComponents(of: frontMatter, by: severity)
        settleVisibility(of: frontMatter, by: severity, isCertain: beganAt != nil)
    }
}

extension FrontMatter {
    /// Whether the rules for the record's severity have changed, so that they depend on the record's beginning.
    func hasFormerRules(in configuration: Configuration) -> Bool {
        kind == .incident && severity.map { configuration.rules.hasChanged($0) } ?? false
    }
}

private extension SeverityDefaults {
    func settleComponents(of frontMatter: FrontMatter, by severity: Severity?) {
        guard let value = frontMatter.namedComponents else { return }
        let status: ComponentStatus? =
            switch frontMatter.kind {
            case .incident: severity?.componentStatus
            case .notice: nil
            case .maintenance, nil: .underMaintenance
            }
        let field = ComponentsField(configuration: configuration, defaultStatus: status)
        frontMatter.components = field.read(value, into: findings)
    }

    func settleVisibility(of frontMatter: FrontMatter, by severity: Severity?, isCertain: Bool) {
        let inherited = severity?.visibility ?? .public
        let mayBeInternal =
            !isCertain && (frontMatter.severity.map(configuration.internalSeverities.contains) ?? false)
        frontMatter.visibility = frontMatter.statedVisibility ?? inherited
        frontMatter.isVisibilityCertain =
            frontMatter.visibility == .internal
            || inherited == .public && !mayBeInternal && frontMatter.map?.mayHide == false
                && (frontMatter.statedVisibility != nil || frontMatter.map?.isWritten("visibility") == false)
                && (frontMatter.severity != nil || !frontMatter.hasSeverity)
    }
}
