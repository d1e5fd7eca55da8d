extension Diagnostic {
    /// The kinds of mistake. Each has an entry of the same name in `docs/diagnostics.md`.
    public enum ID: String, CaseIterable, Sendable {
        // Files
        case unreadableFile = "unreadable-file"
        case notUTF8 = "not-utf8"
        case fileTooLarge = "file-too-large"
        case linkLeavesSite = "link-leaves-site"
        case duplicateSlug = "duplicate-slug"
        case missingConfiguration = "missing-configuration"

        // Front matter and YAML
        case missingFrontMatter = "missing-front-matter"
        case unclosedFrontMatter = "unclosed-front-matter"
        case yamlSyntax = "yaml-syntax"
        case yamlTab = "yaml-tab"
        case yamlUnquotedColon = "yaml-unquoted-colon"
        case yamlBracket = "yaml-bracket"
        case yamlAnchor = "yaml-anchor"
        case yamlComment = "yaml-comment"
        case yamlFlowComma = "yaml-flow-comma"
        case typographicQuote = "typographic-quote"
        case duplicateKey = "duplicate-key"
        case unknownKey = "unknown-key"
        case missingKey = "missing-key"
        case misplacedKey = "misplaced-key"
        case emptyValue = "empty-value"
        case wrongType = "wrong-type"
        case invalidValue = "invalid-value"

        // Names
        case unknownComponent = "unknown-component"
        case unknownSeverity = "unknown-severity"
        case unknownPhase = "unknown-phase"
        case unknownStatus = "unknown-status"
        case unknownRecord = "unknown-record"
        case unknownTimeZone = "unknown-time-zone"
        case ambiguousName = "ambiguous-name"
        case missingStatus = "missing-status"
        case duplicateComponent = "duplicate-component"
        case retiredComponent = "retired-component"

        // Times
        case invalidTime = "invalid-time"
        case missingTime = "missing-time"
        case dateWithoutTime = "date-without-time"
        case timeNeedsDate = "time-needs-date"
        case timeNeedsOffset = "time-needs-offset"
        case timeBeforeStart = "time-before-start"
        case timeInFuture = "time-in-future"
        case endAfterResolution = "end-after-resolution"
        case invalidDuration = "invalid-duration"

        // Updates
        case wrongKindOfPhase = "wrong-kind-of-phase"
        case firstUpdateKeepsPhase = "first-update-keeps-phase"
        case phaseAsLinkDefinition = "phase-as-link-definition"
        case phaseInCode = "phase-in-code"
        case phaseInBold = "phase-in-bold"
        case duplicateTrailer = "duplicate-trailer"
        case invalidTrailer = "invalid-trailer"
        case unknownTrailer = "unknown-trailer"
        case swallowedTrailer = "swallowed-trailer"
        case setextHeading = "setext-heading"
        case rawHTML = "raw-html"
        case brokenLink = "broken-link"
        case unsafeLink = "unsafe-link"
        case externalImage = "external-image"
        case mixedOrder = "mixed-order"
        case resolvedWithImpact = "resolved-with-impact"
        case updateAfterPostMortem = "update-after-post-mortem"

        // What the records add up to
        case openWithoutComponents = "open-without-components"
        case highestSeverityWithoutComponents = "highest-severity-without-components"
        case internalIncidentWeighs = "internal-incident-weighs"
        case maintenanceNotCompleted = "maintenance-not-completed"

        // Upkeep
        case silentIncident = "silent-incident"
        case brokenPromise = "broken-promise"
        case monitoringWhileDown = "monitoring-while-down"
        case overduePostMortem = "overdue-post-mortem"
        case incompleteActionItem = "incomplete-action-item"
        case untickedChecklist = "unticked-checklist"
        case unknownChecklistItem = "unknown-checklist-item"
        case policyReviewDue = "policy-review-due"
        case timeFarFromCommit = "time-far-from-commit"

        // Templates
        case unknownTemplateName = "unknown-template-name"
        case unknownPartial = "unknown-partial"
        case circularPartial = "circular-partial"
        case mixedEscaping = "mixed-escaping"
        case unescapedValue = "unescaped-value"
        case escapedHTML = "escaped-html"
        case templateSyntax = "template-syntax"
        case unusedTemplate = "unused-template"
    }
}
