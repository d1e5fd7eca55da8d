import StatusModel

/// A severity level.
///
/// Details that the public may not see were removed from the model, and are empty here.
struct SeverityContext: TemplateContext {
    let anchor: String
    let label: String
    let cadence: String
    let history: String
    let definition: [ItemContext]
    let examples: [ItemContext]
    let demands: [DetailContext]
    let ladder: [LadderStepContext]
    let checklists: [ChecklistContext]
    let runbooks: [RunbookContext]

    static let vocabulary = Vocabulary<Self>([
        .text("anchor", "the level's id on the page") { $0.anchor },
        .text("label", "its name, such as Critical; for the team with the level, such as SEV-1, Critical") {
            $0.label
        },
        .flag("hasDefinition", "whether the level has a definition") {
            !$0.definition.isEmpty
        },
        .list("definition", "the definition of the level") { $0.definition },
        .flag("hasExamples", "whether the level has examples") { !$0.examples.isEmpty },
        .list("examples", "the examples of incidents of this level") { $0.examples },
        .text("cadence", "a sentence that says how often there are updates; may be empty") { $0.cadence },
        .flag("hasDemands", "for the team: whether the policy has rules") { !$0.demands.isEmpty },
        .list("demands", "for the team: the rules of the policy") { $0.demands },
        .flag("hasLadder", "for the team: whether there are escalations") { !$0.ladder.isEmpty },
        .list("ladder", "for the team: who is called in, and when") { $0.ladder },
        .flag("hasRunbooks", "for the team: whether there are runbooks") { !$0.runbooks.isEmpty },
        .list("runbooks", "for the team: the runbooks") { $0.runbooks },
        .list("checklists", "for the team: the checklists, phase by phase") { $0.checklists },
        .text("history", "the address of the list of its incidents; empty if there are none") {
            $0.history
        },
    ])

    init(_ rank: Severity.Rank, layout: Layout) {
        let (site, words) = (layout.site, layout.words)
        let severity = site.page.rules.severity(rank, at: site.now)
        anchor = site.severityAnchors[rank]
        history = site.archive.severities[rank].map { layout.root + $0.path } ?? ""
        label = words.label(of: severity)
        definition = Self.items(severity.definition)
        examples = Self.items(severity.examples)
        cadence =
            severity.updateEvery.map {
                words.text.severitiesCadence(duration: words.limit($0, of: severity))
            } ?? ""
        demands = site.isForTeam ? Self.demands(of: severity, words) : []
        ladder = severity.escalations.map { step in
            LadderStepContext(
                text: words.text.severitiesStep(
                    when: words.phrase(for: step.trigger, of: severity), who: step.to),
                contacts: ContactContext.all(calledIn: step.to, layout: layout))
        }
        runbooks = site.page.runbooks(of: .severity(rank)).map { RunbookContext(runbook: $0, layout: layout) }
        checklists = severity.checklists.map {
            ChecklistContext(
                heading: words.text.severitiesChecklist(stage: words.label(ofStage: $0.stage)),
                items: $0.proses.map(ProseItemContext.init)
            )
        }
    }

    private static func demands(of severity: Severity, _ words: Localizer) -> [DetailContext] {
        var demands: [DetailContext] = []
        func add(_ label: String, _ text: String?) {
            if let text, !text.isEmpty { demands.append(DetailContext(label: label, text: text)) }
        }
        func within(_ limit: Int?) -> String? {
            limit.map { words.text.severitiesWithin(duration: words.limit($0, of: severity)) }
        }
        add(words.text.severitiesResponders, severity.responders)
        add(words.text.severitiesAcknowledged, within(severity.acknowledgeWithin))
        add(words.text.severitiesFirstUpdate, within(severity.noticeWithin))
        add(words.text.severitiesIdentified, within(severity.identifyWithin))
        add(words.text.severitiesRestored, within(severity.restoreWithin))
        add(words.text.severitiesResolved, within(severity.resolveWithin))
        add(
            words.text.severitiesWatched,
            severity.watchFor.map { words.text.severitiesWatchedFor(duration: words.duration($0)) })
        add(words.text.severitiesToldBy, words.enumeration(severity.notifications.map(words.phrase)))
        add(words.text.severitiesPostMortem, severity.postMortem.map(words.phrase))
        add(
            words.text.rulePostMortemHeld,
            severity.postMortem?.heldWithin.map {
                words.text.severitiesWithin(duration: words.duration($0))
            })
        let audience =
            severity.visibility == .public ? words.text.severitiesThePublic : words.text.severitiesTheTeam
        add(words.text.severitiesShownTo, audience)
        return demands
    }

    private static func items(_ texts: [String]) -> [ItemContext] { texts.map(ItemContext.init) }
}

/// A step of a level's escalation ladder.
struct LadderStepContext: TemplateContext {
    let text: String
    let contacts: [ContactContext]

    static let vocabulary = Vocabulary<Self>([
        .text("item", "who is called in, and when") { $0.text },
        .list("contacts", "how to reach each role, and its duties") { $0.contacts },
    ])
}

/// An element of a plain list for the team.
struct ProseItemContext: TemplateContext {
    let prose: InlineProse

    static let vocabulary = Vocabulary<Self>([.html("item", "its text") { HTML($0.prose) }])
}

/// The checklist of a severity for a stage of an incident.
struct ChecklistContext: TemplateContext {
    let heading: String
    let items: [ProseItemContext]

    static let vocabulary = Vocabulary<Self>([
        .text("heading", "the heading, for example Checklist: Resolved") { $0.heading },
        .list("items", "its items") { $0.items },
    ])
}
