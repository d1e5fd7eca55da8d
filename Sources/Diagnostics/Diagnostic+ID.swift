extension Diagnostic {
    /// A kind of mistake.
    ///
    /// Each has an entry of the same name in `docs/diagnostics.md`.
    public struct ID: Hashable, Sendable {
        /// The name, such as `unknown-severity`.
        public let rawValue: String

        /// Makes the kind with the given name.
        ///
        /// Each check in `Records` defines its own.
        public init(_ rawValue: String) { self.rawValue = rawValue }
    }
}

/// The mistakes that the parsers report.
extension Diagnostic.ID {
    // Files
    package static let unreadableFile = Self("unreadable-file")
    package static let notUTF8 = Self("not-utf8")
    package static let controlCharacter = Self("control-character")
    package static let fileTooLarge = Self("file-too-large")
    package static let linkLeavesSite = Self("link-leaves-site")
    package static let unusableName = Self("unusable-name")
    package static let staticCollision = Self("static-collision")
    package static let duplicateSlug = Self("duplicate-slug")
    package static let duplicateStatuspageID = Self("duplicate-statuspage-id")
    package static let missingConfiguration = Self("missing-configuration")

    // Front matter and YAML
    package static let missingFrontMatter = Self("missing-front-matter")
    package static let unclosedFrontMatter = Self("unclosed-front-matter")
    package static let yamlSyntax = Self("yaml-syntax")
    package static let yamlTab = Self("yaml-tab")
    package static let yamlUnquotedColon = Self("yaml-unquoted-colon")
    package static let yamlBracket = Self("yaml-bracket")
    package static let yamlAnchor = Self("yaml-anchor")
    package static let yamlComment = Self("yaml-comment")
    package static let yamlFlowComma = Self("yaml-flow-comma")
    package static let typographicQuote = Self("typographic-quote")
    package static let duplicateKey = Self("duplicate-key")
    package static let unknownKey = Self("unknown-key")
    package static let missingKey = Self("missing-key")
    package static let misplacedKey = Self("misplaced-key")
    package static let emptyValue = Self("empty-value")
    package static let wrongType = Self("wrong-type")
    package static let invalidValue = Self("invalid-value")

    // Names
    package static let unknownComponent = Self("unknown-component")
    package static let unknownSeverity = Self("unknown-severity")
    package static let unknownRole = Self("unknown-role")
    package static let unknownPhase = Self("unknown-phase")
    package static let unknownStatus = Self("unknown-status")
    package static let unknownText = Self("unknown-text")
    package static let unreachableRule = Self("unreachable-rule")
    package static let brokenLedger = Self("broken-ledger")
    package static let unknownRecord = Self("unknown-record")
    package static let unknownTimeZone = Self("unknown-time-zone")
    package static let ambiguousName = Self("ambiguous-name")
    package static let missingStatus = Self("missing-status")
    package static let duplicateComponent = Self("duplicate-component")
    package static let emptyGroup = Self("empty-group")
    package static let unchangedRule = Self("unchanged-rule")

    // Times
    package static let invalidTime = Self("invalid-time")
    package static let missingTime = Self("missing-time")
    package static let dateWithoutTime = Self("date-without-time")
    package static let timeNeedsDate = Self("time-needs-date")
    package static let timeNeedsOffset = Self("time-needs-offset")
    package static let timeBeforeStart = Self("time-before-start")
    package static let unknownRevision = Self("unknown-revision")
    package static let timeInFuture = Self("time-in-future")
    package static let invalidDuration = Self("invalid-duration")

    // Updates
    package static let wrongKindOfPhase = Self("wrong-kind-of-phase")
    package static let firstUpdateKeepsPhase = Self("first-update-keeps-phase")
    package static let updateOutsideWindows = Self("update-outside-windows")
    package static let phaseAsLinkDefinition = Self("phase-as-link-definition")
    package static let phaseInCode = Self("phase-in-code")
    package static let unmarkedUpdate = Self("unmarked-update")
    package static let duplicateTrailer = Self("duplicate-trailer")
    package static let invalidTrailer = Self("invalid-trailer")
    package static let unknownTrailer = Self("unknown-trailer")
    package static let misplacedTrailer = Self("misplaced-trailer")
    package static let textAfterTrailer = Self("text-after-trailer")
    package static let swallowedTrailer = Self("swallowed-trailer")
    package static let setextHeading = Self("setext-heading")
    package static let rawHTML = Self("raw-html")
    package static let brokenLink = Self("broken-link")
    package static let unsafeLink = Self("unsafe-link")
    package static let externalImage = Self("external-image")
    package static let mixedOrder = Self("mixed-order")
    package static let resolvedWithImpact = Self("resolved-with-impact")
    package static let updateAfterPostMortem = Self("update-after-post-mortem")
    package static let postMortemHeading = Self("post-mortem-heading")
    package static let misplacedLine = Self("misplaced-line")
    package static let undecidedVisibility = Self("undecided-visibility")

    // Templates
    package static let unknownTemplateName = Self("unknown-template-name")
    package static let unknownPartial = Self("unknown-partial")
    package static let circularPartial = Self("circular-partial")
    package static let mixedEscaping = Self("mixed-escaping")
    package static let unescapedValue = Self("unescaped-value")
    package static let escapedHTML = Self("escaped-html")
    package static let templateSyntax = Self("template-syntax")
    package static let unusedTemplate = Self("unused-template")
    /// A template that replaces only one of the several parts of a message.
    package static let unpairedTemplate = Self("unpaired-template")
    package static let templateMakesNoJSON = Self("template-makes-no-json")
    package static let unreadLanguage = Self("unread-language")
    package static let phraseSyntax = Self("phrase-syntax")
    package static let unknownPhrase = Self("unknown-phrase")
    package static let missingPhrase = Self("missing-phrase")
    package static let missingSlot = Self("missing-slot")
    /// A plural form that is missing from a phrase, or that the language does not have.
    package static let pluralForm = Self("plural-form")
    package static let wrongConventions = Self("wrong-conventions")
    package static let unknownLanguage = Self("unknown-language")
}
