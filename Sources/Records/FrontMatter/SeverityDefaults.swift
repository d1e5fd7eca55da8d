import Diagnostics
import StatusModel

/// What a record has of its severity unless it says otherwise: the statuses of its components, and who sees it. That
/// hangs on the rules at its beginning, which the first update may be the one to tell.
struct SeverityDefaults {
    let configuration: Configuration
    let findings: Findings

    /// Settles them.
    ///
    /// - Parameter beganAt: when the record began; `nil` if that is not known.
    func settle(_ frontMatter: FrontMatter, beganAt: Instant?) {
        let severity = frontMatter.severity.map {
            configuration.rules.severity($0, at: beganAt ?? .distantFuture)
        }
        settleComponents(of: frontMatter, by: severity)
        settleVisibility(of: frontMatter, by: severity, isCertain: beganAt != nil)
    }
}

extension FrontMatter {
    /// Whether its severity had other rules at some time, so that they hang on when the record began.
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
